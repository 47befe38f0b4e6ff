import type { webApi } from '@slack/bolt'
import type { Reader } from '../../chat/reader.ts'
import type { Asker } from '../reminders/asking.ts'
import type { WrittenCommand } from '../reminders/read-command.ts'
import type { SlackTools } from '../tools.ts'
import type { PostOutcome } from '../web-api/slack-calls.ts'
import { ask } from './ask.ts'
import { type DrawnPage, drawHelp, drawReply, type FeedbackStyle } from './draw-reply.ts'
import { orTell } from './or-tell.ts'
import { conversationOf, type Place } from './place.ts'
import { sendDrawing } from './send-drawing.ts'
import { tellPerson } from './tell-person.ts'

/** A message to us, in whose thread the answer goes. */
export type Message = {
  readonly text: string
  readonly written: WrittenCommand
  readonly place: Place & { readonly thread: string }
  /** Of the event that brought it. */
  readonly eventId: string
  readonly client: webApi.WebClient
}

/**
 * Answers a message in its thread, once. The event is marked as answered right before the answer goes out: whatever
 * crashes then, the answer is not given twice.
 */
export async function replyInThread(message: Message, tools: SlackTools): Promise<void> {
  const { workspace, user } = message.place
  const ticket = tools.calls.ticket()
  const known = await tools.readers.read(message.client, workspace, user)
  const { language: reader } = known
  const asker = askerOf(message)
  const asked = { text: message.text, workspace, conversation: conversationOf(message.place), reader, asker }
  const reply = message.text === '' ? undefined : await ask(asked, { canShare: false }, tools)
  const drawWith = (style: FeedbackStyle) => (reply ? drawReply(reply, style, tools) : drawHelp(reader, tools))
  const { client, place, eventId } = message
  await noteWhere(message, known, tools)
  const person = { client, workspace, user, channel: place.channel, thread: place.thread }
  await orTell(person, tools, async () => {
    if (!(await tools.store.seenEvents.claim('slack', eventId, tools.clock.now().epochMilliseconds))) {
      return tools.log.info('slack event again', { event_id: eventId })
    }
    const outcome = await post({ ...message, ticket }, drawWith, tools)
    // To that person alone, so that the thread does not get a second message.
    if (outcome === 'uncertain') await tellPerson('uncertain', person, tools, reply?.language ?? reader)
  })
}

function askerOf({ client, written, place: { workspace, channel, user } }: Message): Asker {
  return { client, workspace, user, channel, written, isInside: true, isPrivate: channel.startsWith('D') }
}

/** Slack gives us the messages of such conversations only as long as we are in them. */
async function noteWhere({ place }: Message, reader: Reader, tools: SlackTools): Promise<void> {
  if (!tools.reminders) return
  const { workspace, channel, user } = place
  const isDirect = channel.startsWith('D')
  await tools.places.note({ workspace, channel, ...(isDirect && { user, reader }) })
}

function post(
  { client, place, eventId, ticket }: Message & { readonly ticket: number },
  drawWith: (feedback: FeedbackStyle) => DrawnPage,
  tools: SlackTools,
): Promise<PostOutcome> {
  const { workspace, channel, thread } = place
  return sendDrawing(
    drawWith,
    ({ text, blocks }) => tools.calls.post(client, { channel, thread_ts: thread, key: eventId, ticket, text, blocks }),
    { workspace, tools },
  )
}
