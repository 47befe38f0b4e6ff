import type { Settings } from './settings.ts'

/** What the settings ask for and this version does not have; said at the start instead of being ignored in silence. */
export function partsToCome(settings: Settings): string[] {
  const asked = {
    'Slack through OAuth': settings.SLACK_CLIENT_ID,
  }
  return Object.entries(asked).flatMap(([part, setting]) => (setting === undefined ? [] : [part]))
}
