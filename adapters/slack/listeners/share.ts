import { randomUUID } from 'node:crypto'
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
  const attempt = shown.canShare ? await claimAttempt(shown, tools) : undefined
  if (!attempt) return
  const notice = await post(shown, press, tools)
  if (notice === 'shareFailed') await attempt.giveBack()
  else await takeButtonAway(shown, press, tools)
  await tell(notice, press, tools, shown.answer.language)
}

/** Nobody presses a button so often that does not work. */
const mostAttempts = 20

type Attempt = { giveBack(): Promise<void> }

/** The right to share an answer, which one press has at a time; undefined while another has it or has shared. */
async function claimAttempt(
  { id, workspace }: ShownAnswer,
  { store: { seenEvents }, clock }: SlackTools,
): Promise<Attempt | undefined> {
  const nowMs = clock.now().epochMilliseconds
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const key = `share:${workspace}:${id}:${attempt}`
    const failed = `${key}:failed`
    if (await seenEvents.claim('slack', key, nowMs)) {
      return { giveBack: async () => void (await seenEvents.claim('slack', failed, nowMs)) }
    }
    if (!(await seenEvents.has('slack', failed))) return undefined
  }
  return undefined
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
