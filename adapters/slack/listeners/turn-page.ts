import { parsePageValue } from '../control-values.ts'
import { carriedBy, type Press, tell } from '../pressed.ts'
import { replaceWith } from '../replace.ts'
import { findKept } from '../shown-answer.ts'
import type { SlackTools } from '../tools.ts'
import { workspaceOf } from '../workspace.ts'

/** "More" and "Back" of a long answer: the page takes the place of the one before. */
export async function turnPage(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parsePageValue(carriedBy(press))
  if (!value) return await tell('unknownControl', press, tools)
  const shown = await findKept(value.answerId, workspaceOf(press.context), tools)
  if (!shown) return await tell('answerGone', press, tools)
  await replaceWith({ shown, language: shown.answer.language }, value.page, press, tools)
}
