import { randomUUID } from 'node:crypto'
import { callFailure } from '../call-failure.ts'
import { parseShareValue } from '../control-values.ts'
import { carriedBy, type Press, tell } from '../pressed.ts'
import { renderNotice } from '../render-notices.ts'
import { replaceWith } from '../replace.ts'
import { drawPage, feedbackStyle, findKept, keep, type ShownAnswer } from '../shown-answer.ts'
import type { SlackTools } from '../tools.ts'
import { workspaceOf } from '../workspace.ts'

/** "Share in this channel" under a private answer: posts it for all, once, however often the button is pressed. */
export async function shareAnswer(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseShareValue(carriedBy(press))
  if (!value) return await tell(renderNotice('unknownControl', 'en'), press, tools)
  const workspace = workspaceOf(press.context)
  const shown = await findKept(value.answerId, workspace, tools)
  if (!shown) return await tell(renderNotice('answerGone', 'en'), press, tools)
  const key = `share:${workspace}:${value.answerId}`
  if (!(await tools.store.seenEvents.claim('slack', key, tools.clock.now().epochMilliseconds))) return
  const { language } = shown.answer
  const notice = await post(shown, press, tools)
  if (notice === 'shared') await replaceWith({ shown: { ...shown, canShare: false }, language }, 0, press, tools)
  await tell(renderNotice(notice, language), press, tools)
}

/** Goes to the response address, which works in channels that we are no member of. */
async function post(
  shown: ShownAnswer,
  { body }: Press,
  tools: SlackTools,
): Promise<'shared' | 'uncertain' | 'shareFailed'> {
  const shared: ShownAnswer = { ...shown, id: randomUUID(), sharedBy: body.user.id, canShare: false }
  const { text, blocks, pages } = drawPage(shared, { feedback: feedbackStyle(shown.workspace, tools) }, tools)
  await keep({ shown: shared, language: shared.answer.language }, pages, tools)
  try {
    const message = { response_type: 'in_channel', replace_original: false, text, blocks }
    return (await tools.calls.say(body.response_url, message)) === 'posted' ? 'shared' : 'uncertain'
  } catch (error) {
    if (!callFailure(error)) throw error
    return 'shareFailed'
  }
}
