import type { PostedMessage } from '../state/posted-messages.ts'
import type { SlackState } from '../state/slack-state.ts'

/** A message as the Web API shows it. */
export function asSeen(message: PostedMessage, slack: SlackState, withMetadata = false): Record<string, unknown> {
  const { text, blocks, ts, thread_ts, user, bot_id, team, updates, metadata } = message
  return {
    type: 'message',
    user,
    ts,
    ...(bot_id !== undefined && { bot_id, app_id: slack.appId }),
    text,
    team,
    ...(blocks && { blocks }),
    ...(thread_ts !== undefined && { thread_ts }),
    ...(updates > 0 && { edited: { user, ts } }),
    ...(withMetadata && metadata !== undefined && { metadata }),
  }
}
