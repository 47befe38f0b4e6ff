import { directChannelOf } from '../state/channels.ts'
import { anyEvent, type EventPayload } from './event-envelope.ts'
import type { Fields, PayloadSource } from './payload.ts'

type Opened = {
  readonly tab: 'home' | 'messages'
  readonly user?: string
  /** The home tab as it was published before, as Slack shows it. */
  readonly view?: Fields
  readonly envelope?: Fields
}

/** Somebody opens a tab of the app. */
export function appHomeOpened(slack: PayloadSource, opened: Opened): EventPayload {
  const { tab, user = 'U00000001', view, envelope } = opened
  const channel = directChannelOf(user)
  return anyEvent(slack, { type: 'app_home_opened', user, channel, tab, ...(view && { view }) }, envelope)
}

/** The app was taken out of the workspace. */
export function appUninstalled(slack: PayloadSource, envelope?: Fields): EventPayload {
  return anyEvent(slack, { type: 'app_uninstalled' }, envelope)
}

/** Tokens were taken away: the ids are those of users, for `bot` of the bot user. */
export function tokensRevoked(
  slack: PayloadSource,
  tokens: { readonly oauth?: readonly string[]; readonly bot?: readonly string[] },
  envelope?: Fields,
): EventPayload {
  return anyEvent(slack, { type: 'tokens_revoked', tokens }, envelope)
}
