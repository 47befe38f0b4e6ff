import { randomUUID } from 'node:crypto'
import { claimShareAttempt } from '../../chat/share-attempt.ts'
import { findKept, keep, type ShownAnswer } from '../../chat/shown-answer.ts'
import { parseShareValue } from '../drawing/control-values.ts'
import { keepForButtons } from '../replies/ask.ts'
import { drawPage } from '../replies/draw-reply.ts'
import { carriedBy, type Press, tell } from '../replies/pressed.ts'
import { replaceWith } from '../replies/replace.ts'
import { sendDrawing } from '../replies/send-drawing.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'
import { callFailure } from '../web-api/call-failure.ts'

/** "Share in channel" under a private answer: posts it for all, once, however often the button is pressed. */
export async function shareAnswer(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseShareValue(carriedBy(press))
  if (!value) return await tell('unknownControl', press, tools)
  const shown = await findKept(value.answerId, workspaceOf(press.context), tools)
  if (!shown) return await tell('answerGone', press, tools)
  const attempt = shown.canShare ? await claimShareAttempt('slack', shown, tools) : undefined
  if (!attempt) return
  const notice = await post(shown, press, tools)
  if (notice === 'shareFailed') await attempt.giveBack()
  else await takeButtonAway(shown, press, tools)
  await tell(notice, press, tools, shown.answer.language)
}

/** Goes to the response address, which works in channels that we are no member of. */
async function post(
  shown: ShownAnswer,
  { body }: Press,
  tools: SlackTools,
): Promise<'shared' | 'uncertain' | 'shareFailed'> {
  const { workspace } = shown
  const shared: ShownAnswer = { ...shown, id: randomUUID(), sharedBy: body.user.id, canShare: false }
  await keepForButtons(shared, tools)
  try {
    const outcome = await sendDrawing(
      (feedback) => drawPage(shared, { feedback }, tools),
      ({ text, blocks }) =>
        tools.calls.say(body.response_url, { response_type: 'in_channel', replace_original: false, text, blocks }),
      { workspace, tools },
    )
    return outcome === 'posted' ? 'shared' : 'uncertain'
  } catch (error) {
    if (!callFailure(error)) throw error
    return 'shareFailed'
  }
}

/** From all pages of the private answer. That it stays where Slack refuses the change does no harm. */
async function takeButtonAway(shown: ShownAnswer, press: Press, tools: SlackTools): Promise<void> {
  const without = { ...shown, canShare: false }
  await keep(without, tools)
  try {
    await replaceWith({ shown: without, language: shown.answer.language }, 0, press, tools)
  } catch (error) {
    if (!callFailure(error)) throw error
  }
}
