import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import { readCommand } from '../reminders/read-command.ts'
import { isFromPerson } from '../replies/from-person.ts'
import { readMessageText } from '../replies/incoming-text.ts'
import { replyInThread } from '../replies/reply-in-thread.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

/** Messages come in a dozen shapes; this is what all that people write have in common. */
const messageSchema = z.object({
  channel_type: z.literal('im'),
  channel: z.string(),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  hidden: z.boolean().optional(),
})

/** Somebody writes to us directly, or in the Messages tab: answered in the thread of that message. */
export async function answerDirectMessage(
  { event, body, context, client }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs,
  tools: SlackTools,
): Promise<void> {
  const { data: message } = messageSchema.safeParse(event)
  if (!message || !isFromPerson(message)) return
  const { channel, user, ts, thread_ts } = message
  const place = { workspace: workspaceOf(context), channel, thread: thread_ts ?? ts, user }
  const bot = { botUserId: context.botUserId ?? '' }
  const read = { text: readMessageText(message.text, bot), written: readCommand(message.text, bot), place }
  await replyInThread({ ...read, eventId: body.event_id, client }, tools)
}
