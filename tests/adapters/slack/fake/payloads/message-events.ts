import { directChannelOf } from '../state/channels.ts'
import { anyEvent, type EventPayload } from './event-envelope.ts'
import type { Fields, PayloadSource } from './payload.ts'

type Said = {
  readonly text: string
  readonly user?: string
  readonly channel?: string
  /** The thread that it is said in. */
  readonly thread_ts?: string
  /** Fields of the envelope to be different. */
  readonly envelope?: Fields
}

/** Somebody names the app in a channel or in a thread. The text gets the mention unless it has one. */
export function appMention(slack: PayloadSource, said: Said): EventPayload {
  const { user = 'U00000001', channel = 'C00000001', thread_ts, envelope } = said
  const mention = `<@${slack.botUserId}>`
  const text = said.text.includes(mention) ? said.text : `${mention} ${said.text}`.trim()
  return anyEvent(
    slack,
    { type: 'app_mention', ...spoken(slack, user, text), channel, ...inThread(thread_ts, user) },
    envelope,
  )
}

/** The same words as the `message` event that apps get which read whole channels. */
export function channelMessage(slack: PayloadSource, said: Said & { readonly ts?: string }): EventPayload {
  const { user = 'U00000001', channel = 'C00000001', thread_ts, envelope } = said
  const words = { ...spoken(slack, user, said.text), ...(said.ts && { ts: said.ts, event_ts: said.ts }) }
  const event = { type: 'message', ...words, channel, channel_type: 'channel', ...inThread(thread_ts, user) }
  return anyEvent(slack, event, envelope)
}

type Direct = Said & {
  /** Written in the Messages tab of an agent: what the person looks at comes with it. */
  readonly agentView?: boolean
}

/** Somebody writes to the app alone. */
export function directMessage(slack: PayloadSource, said: Direct): EventPayload {
  const { user = 'U00000001', thread_ts, agentView, envelope } = said
  const channel = said.channel ?? directChannelOf(user)
  const context = { entities: [{ type: 'slack#/types/channel_id', value: 'C00000001', team_id: slack.teamId }] }
  const event = {
    type: 'message',
    ...spoken(slack, user, said.text),
    channel,
    channel_type: 'im',
    ...inThread(thread_ts, user),
    ...(agentView && { app_context: context }),
  }
  return anyEvent(slack, event, envelope)
}

function spoken(slack: PayloadSource, user: string, text: string): Fields {
  const ts = slack.ids.nextTs()
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }]
  return {
    user,
    team: slack.teamId,
    text,
    ts,
    event_ts: ts,
    client_msg_id: slack.ids.next('msg-'),
    blocks: [{ type: 'rich_text', block_id: 'b1', elements }],
  }
}

function inThread(thread_ts: string | undefined, user: string): Fields {
  return thread_ts === undefined ? {} : { thread_ts, parent_user_id: user }
}
