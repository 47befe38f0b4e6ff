import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { Reply } from '../../chat/shown-answer.ts'
import { within } from '../../clock.ts'
import { renderNotice } from '../drawing/render-notices.ts'
import { readCommand } from '../reminders/read-command.ts'
import { ask } from '../replies/ask.ts'
import { drawHelp, drawReply, provenStyle } from '../replies/draw-reply.ts'
import { readMessageText } from '../replies/incoming-text.ts'
import { orTell } from '../replies/or-tell.ts'
import { conversationOf } from '../replies/place.ts'
import { privately } from '../replies/private-message.ts'
import { sendDrawing } from '../replies/send-drawing.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

/** Slack waits 3 s for the acknowledgement; a slow answer comes after it. */
const patienceMs = 1500
/** Nor may the acknowledgement depend on whether Slack answers us at the moment. */
const readerPatienceMs = 90

/** `/focal …`: the private answer is the acknowledgement itself. */
export async function answerCommand(
  { command, ack, context, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
  tools: SlackTools,
): Promise<void> {
  const workspace = workspaceOf(context)
  const { channel_id: channel, channel_name: channelName, user_id: user } = command
  const bot = { botUserId: context.botUserId ?? '' }
  const text = readMessageText(command.text ?? '', bot)
  const { language: reader } = await tools.readers.read(client, workspace, user, readerPatienceMs)
  if (text === '') return await ack(privately(drawHelp(reader, tools)))

  const conversation = conversationOf({ workspace, channel, user })
  const written = readCommand(command.text, bot)
  const asker = { client, workspace, user, channel, channelName, written, isInside: false, isPrivate: true }
  const asking = ask({ text, workspace, conversation, reader, asker }, { asked: text, canShare: true }, tools)
  const inTime = await within(patienceMs, asking, tools.clock)
  if (inTime) return await ack(privately(drawReply(inTime, provenStyle(workspace, tools), tools)))
  await ack(privately(renderNotice('wait', reader ?? 'en')))
  const person = { client, workspace, user, channel, responseUrl: command.response_url }
  await orTell(person, tools, async () => sayLater(await asking, person, tools))
}

/** By the response address, which belongs to this command for 30 minutes. */
async function sayLater(
  reply: Reply,
  { workspace, responseUrl }: { readonly workspace: string; readonly responseUrl: string },
  tools: SlackTools,
): Promise<void> {
  await sendDrawing(
    (feedback) => drawReply(reply, feedback, tools),
    (drawing) => tools.calls.say(responseUrl, { ...privately(drawing), replace_original: true }),
    { workspace, tools },
  )
}
