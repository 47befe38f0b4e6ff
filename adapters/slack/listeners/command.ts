import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { within } from '../../clock.ts'
import { readMessageText } from '../incoming-text.ts'
import { conversationOf } from '../place.ts'
import { privately } from '../private-message.ts'
import { exampleQuestions } from '../prompts.ts'
import { renderHelp, renderNotice } from '../render-notices.ts'
import { ask, drawReply, feedbackStyle, keep } from '../shown-answer.ts'
import type { SlackTools } from '../tools.ts'
import { workspaceOf } from '../workspace.ts'

/** Slack waits 3 s for the acknowledgement; a slow answer comes after it. */
const patienceMs = 1500

/** `/focal …`: the private answer is the acknowledgement itself. */
export async function answerCommand(
  { command, ack, respond, context, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
  tools: SlackTools,
): Promise<void> {
  const workspace = workspaceOf(context)
  const { channel_id: channel, user_id: user } = command
  const text = readMessageText(command.text ?? '', { botUserId: context.botUserId ?? '' })
  const { language: reader } = await tools.readers.read(client, workspace, user)
  if (text === '') return await ack(privately(renderHelp(reader ?? 'en', exampleQuestions(reader ?? 'en'))))

  const conversation = conversationOf({ workspace, channel, user })
  const asking = ask({ text, workspace, conversation, reader }, { asked: text, canShare: true }, tools)
  const inTime = await within(patienceMs, asking, tools.clock)
  if (!inTime) await ack(privately(renderNotice('wait', reader ?? 'en')))
  const reply = inTime ?? (await asking)
  const drawing = drawReply(reply, feedbackStyle(workspace, tools), tools)
  if (inTime) await ack(privately(drawing))
  else await respond({ ...privately(drawing), replace_original: true })
  await keep(reply, drawing.pages, tools)
}
