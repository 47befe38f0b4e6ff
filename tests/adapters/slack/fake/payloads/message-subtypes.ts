import { directChannelOf } from '../state/channels.ts'
import { anyEvent, type EventPayload } from './event-envelope.ts'
import type { Fields, PayloadSource } from './payload.ts'

type Place = { readonly channel?: string; readonly user?: string; readonly text?: string }

/** A `message` event in a direct conversation that nobody wrote to the app. */
type Subtype = (slack: PayloadSource, place?: Place) => EventPayload

/** Somebody edited a message. */
export const messageChanged: Subtype = (slack, place = {}) => {
  const before = written(slack, place)
  const message = { ...before, text: place.text ?? 'edited', edited: { user: before.user, ts: slack.ids.nextTs() } }
  return inDirect(slack, place, { subtype: 'message_changed', hidden: true, message, previous_message: before })
}

/** Somebody deleted a message. */
export const messageDeleted: Subtype = (slack, place = {}) => {
  const before = written(slack, place)
  const fields = { subtype: 'message_deleted', hidden: true, deleted_ts: before.ts, previous_message: before }
  return inDirect(slack, place, fields)
}

/** Another app speaks the old way. */
export const botMessage: Subtype = (slack, place = {}) =>
  inDirect(slack, place, { subtype: 'bot_message', bot_id: 'B00000099', username: 'other', text: textOf(place) })

/** Another app speaks the new way: no subtype, only its id tells. */
export const otherBotMessage: Subtype = (slack, place = {}) =>
  inDirect(slack, place, { user: 'UOTHERBOT', bot_id: 'B00000099', app_id: 'A00000099', text: textOf(place) })

/** Slack itself speaks. */
export const systemMessage: Subtype = (slack, place = {}) =>
  inDirect(slack, place, { user: 'USLACK', text: place.text ?? 'archived the channel' })

/** Somebody joins a channel. */
export const channelJoin: Subtype = (slack, place = {}) => {
  const { channel = 'C00000001', user = 'U00000001' } = place
  const text = `<@${user}> has joined the channel`
  const joined = { type: 'message', subtype: 'channel_join', user, text, ts: slack.ids.nextTs() }
  return anyEvent(slack, { ...joined, channel, channel_type: 'channel', team: slack.teamId })
}

/** What the app said itself comes back to it. */
export const ownMessage: Subtype = (slack, place = {}) =>
  inDirect(slack, place, {
    user: slack.botUserId,
    bot_id: slack.botId,
    app_id: slack.appId,
    text: textOf(place),
  })

function inDirect(slack: PayloadSource, place: Place, fields: Fields): EventPayload {
  const channel = place.channel ?? directChannelOf(place.user ?? 'U00000001')
  const ts = slack.ids.nextTs()
  return anyEvent(slack, { type: 'message', channel, channel_type: 'im', ts, event_ts: ts, ...fields })
}

function written(slack: PayloadSource, { user = 'U00000001' }: Place) {
  return { type: 'message', user, text: 'as first written', ts: slack.ids.nextTs(), team: slack.teamId }
}

function textOf({ text = 'hello' }: Place): string {
  return text
}
