import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { readCommand } from '../reminders/read-command.ts'
import { isFromPerson } from '../replies/from-person.ts'
import { readMessageText } from '../replies/incoming-text.ts'
import { replyInThread } from '../replies/reply-in-thread.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

/** Somebody mentions us in a channel: answered in the thread. */
export async function answerMention(
  { event, body, context, client }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs,
  tools: SlackTools,
): Promise<void> {
  // In a direct message the same text also comes as a message.
  if (!isFromPerson(event) || event.user === undefined || event.channel.startsWith('D')) return
  const place = {
    workspace: workspaceOf(context),
    channel: event.channel,
    thread: event.thread_ts ?? event.ts,
    user: event.user,
  }
  const bot = { botUserId: context.botUserId ?? '' }
  const message = { text: readMessageText(event.text, bot), written: readCommand(event.text, bot), place }
  await replyInThread({ ...message, eventId: body.event_id, client }, tools)
}
