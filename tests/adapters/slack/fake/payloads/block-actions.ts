import type { PostedMessage } from '../state/posted-messages.ts'
import { viewAsSeen } from '../state/view-as-seen.ts'
import type { ShownView } from '../state/views.ts'
import {
  type Fields,
  interactionFields,
  newResponseUrl,
  newTriggerId,
  type Payload,
  type PayloadSource,
} from './payload.ts'

/** What was acted on: `action_id`, and what the kind of element sends (`value`, `selected_option`, …). */
export type Action = Fields & { readonly action_id: string; readonly type?: string; readonly block_id?: string }

type Acted = { readonly action: Action; readonly user?: string; readonly state?: Fields }
type OnMessage = Acted & { readonly message: Pick<PostedMessage, 'channel' | 'ts' | 'text' | 'blocks' | 'thread_ts'> }
type OnEphemeral = Acted & { readonly channel: string; readonly message_ts: string; readonly thread_ts?: string }
type OnView = Acted & { readonly view: Omit<ShownView, 'updates' | 'user'> }

/** Somebody uses an element of a message that all see. */
export function messageAction(slack: PayloadSource, acted: OnMessage): Payload {
  const { channel, ts, text, blocks, thread_ts } = acted.message
  const inThread = thread_ts === undefined ? {} : { thread_ts }
  const author = { user: slack.botUserId, bot_id: slack.botId, app_id: slack.appId, team: slack.teamId }
  return blockActions(slack, acted, {
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false, ...inThread },
    channel: { id: channel, name: channelName(channel) },
    message: { type: 'message', ts, text, blocks, ...author, ...inThread },
    response_url: newResponseUrl(slack, { channel, user: userOf(acted), messageTs: ts }),
  })
}

/** Somebody uses an element of a message that only they see: Slack does not send that message along. */
export function ephemeralAction(slack: PayloadSource, acted: OnEphemeral): Payload {
  const { channel, message_ts, thread_ts } = acted
  const inThread = thread_ts === undefined ? {} : { thread_ts }
  return blockActions(slack, acted, {
    container: { type: 'message', message_ts, channel_id: channel, is_ephemeral: true, ...inThread },
    channel: { id: channel, name: channelName(channel) },
    response_url: newResponseUrl(slack, { channel, user: userOf(acted), messageTs: message_ts, isEphemeral: true }),
  })
}

/** Somebody uses an element of a modal or of the home tab. There is no response_url. */
export function viewAction(slack: PayloadSource, acted: OnView): Payload {
  return blockActions(slack, acted, {
    container: { type: 'view', view_id: acted.view.id },
    view: { ...viewAsSeen(acted.view, slack), state: { values: acted.state ?? {} } },
  })
}

function blockActions(slack: PayloadSource, acted: Acted, where: Fields): Payload {
  const action_ts = slack.ids.nextTs()
  return {
    kind: 'interactive',
    body: {
      type: 'block_actions',
      ...interactionFields(slack, userOf(acted)),
      trigger_id: newTriggerId(slack),
      ...where,
      state: { values: acted.state ?? {} },
      actions: [{ type: 'button', block_id: 'b1', ...acted.action, action_ts }],
    },
  }
}

/** The thumbs under an answer: `good` is the upper one, with the value that the app gave it. */
export function feedbackAction(action_id: string, value: string, text: string): Action {
  return { type: 'feedback_buttons', action_id, value, text: { type: 'plain_text', text, emoji: true } }
}

function userOf({ user = 'U00000001' }: Acted): string {
  return user
}

function channelName(channel: string): string {
  return channel.startsWith('D') ? 'directmessage' : 'general'
}
