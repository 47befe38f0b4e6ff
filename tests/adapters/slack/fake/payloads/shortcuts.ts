import { interactionFields, newResponseUrl, newTriggerId, type Payload, type PayloadSource } from './payload.ts'

type OnMessage = {
  readonly callback_id: string
  /** The message that it was chosen on. */
  readonly text: string
  readonly user?: string
  readonly channel?: string
  readonly message_ts?: string
  readonly thread_ts?: string
}

/** Somebody picks a shortcut in the menu of a message. */
export function messageShortcut(slack: PayloadSource, picked: OnMessage): Payload {
  const { callback_id, text, user = 'U00000001', channel = 'C00000001', thread_ts } = picked
  const ts = picked.message_ts ?? slack.ids.nextTs()
  const inThread = thread_ts === undefined ? {} : { thread_ts }
  return {
    kind: 'interactive',
    body: {
      type: 'message_action',
      callback_id,
      ...interactionFields(slack, user),
      trigger_id: newTriggerId(slack),
      action_ts: slack.ids.nextTs(),
      message_ts: ts,
      channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' },
      message: { type: 'message', user: 'U00000002', ts, text, team: slack.teamId, ...inThread },
      response_url: newResponseUrl(slack, { channel, user, messageTs: ts }),
    },
  }
}

/** Somebody picks a shortcut that belongs to no message. */
export function globalShortcut(
  slack: PayloadSource,
  { callback_id, user = 'U00000001' }: { readonly callback_id: string; readonly user?: string },
): Payload {
  const body = { type: 'shortcut', callback_id, action_ts: slack.ids.nextTs(), trigger_id: newTriggerId(slack) }
  return { kind: 'interactive', body: { ...interactionFields(slack, user), ...body } }
}
