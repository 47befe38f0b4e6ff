import type { webApi } from '@slack/bolt'
import type { Language } from '../../src/knowledge/language.ts'
import { callFailure, refusalOf } from './call-failure.ts'
import { conversationOf, type Place } from './place.ts'
import { exampleQuestions } from './prompts.ts'
import { renderHelp, renderNotice } from './render-notices.ts'
import { ask, type DrawnPage, drawReply, type FeedbackStyle, feedbackStyle, keep } from './shown-answer.ts'
import type { PostOutcome } from './slack-calls.ts'
import type { SlackTools } from './tools.ts'

/** A message to us, in whose thread the answer goes. */
export type Message = {
  readonly text: string
  readonly place: Place & { readonly thread: string }
  /** Of the event that brought it. */
  readonly eventId: string
  readonly client: webApi.WebClient
}

/** Codes with which Slack refuses a message for what it shows. */
const blockRefusals: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])

/**
 * Answers a message in its thread, once. The event is marked as answered right before the answer goes out: whatever
 * crashes then, the answer is not given twice.
 */
export async function replyInThread(message: Message, tools: SlackTools): Promise<void> {
  const { workspace, user } = message.place
  const { language: reader } = await tools.readers.read(message.client, workspace, user)
  const asked = { text: message.text, workspace, conversation: conversationOf(message.place), reader }
  const reply = message.text === '' ? undefined : await ask(asked, { canShare: false }, tools)
  const drawWith = (feedback: FeedbackStyle) => (reply ? drawReply(reply, feedback, tools) : help(reader ?? 'en'))
  if (reply) await keep(reply, drawWith(feedbackStyle(workspace, tools)).pages, tools)
  if (!(await tools.store.seenEvents.claim('slack', message.eventId, tools.clock.now().epochMilliseconds))) return
  const outcome = await post(message, drawWith, tools)
  if (outcome === 'uncertain') await sayUncertain(message, reply?.language ?? reader ?? 'en', tools)
}

function help(language: Language): DrawnPage {
  return { ...renderHelp(language, exampleQuestions(language)), pages: 1 }
}

/** What a workspace does not know how to show is drawn more simply, in the end as plain text. */
async function post(
  message: Message,
  drawWith: (feedback: FeedbackStyle) => DrawnPage,
  tools: SlackTools,
): Promise<PostOutcome> {
  const { workspace } = message.place
  const styles: FeedbackStyle[] = tools.features.has('contextActions', workspace)
    ? ['context_actions', 'buttons']
    : ['buttons']
  for (const style of styles) {
    const { text, blocks } = drawWith(style)
    try {
      return await send(message, { text, blocks }, tools)
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === undefined || !blockRefusals.has(refusal)) throw error
      if (style === 'context_actions') tools.features.refuse('contextActions', workspace, refusal)
    }
  }
  return await send(message, { text: drawWith('buttons').text }, tools)
}

function send(
  { client, place, eventId }: Message,
  drawing: Pick<DrawnPage, 'text'> & Partial<DrawnPage>,
  { calls }: SlackTools,
): Promise<PostOutcome> {
  const { text, blocks } = drawing
  return calls.post(client, { channel: place.channel, thread_ts: place.thread, key: eventId, text, blocks })
}

/** To that person alone, so that the thread does not get a second message. */
async function sayUncertain(
  { client, place: { channel, thread, user } }: Message,
  language: Language,
  { log }: SlackTools,
): Promise<void> {
  const { text } = renderNotice('uncertain', language)
  try {
    await client.chat.postEphemeral({ channel, user, thread_ts: thread, text })
  } catch (error) {
    if (!callFailure(error)) throw error
    log.warn('slack answer uncertain', { channel })
  }
}
