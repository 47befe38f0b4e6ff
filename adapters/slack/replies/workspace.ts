import type { Context } from '@slack/bolt'

/** The workspace that a payload belongs to; for an app installed in a whole organisation, that organisation. */
export function workspaceOf({ teamId, enterpriseId }: Context): string {
  return teamId ?? enterpriseId ?? ''
}
