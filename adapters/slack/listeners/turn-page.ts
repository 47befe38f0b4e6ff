import { findKept } from '../../chat/shown-answer.ts'
import { parsePageValue } from '../drawing/control-values.ts'
import { carriedBy, type Press, tell } from '../replies/pressed.ts'
import { replaceWith } from '../replies/replace.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

/** "More" and "Back" of a long answer: the page takes the place of the one before. */
export async function turnPage(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parsePageValue(carriedBy(press))
  if (!value) return await tell('unknownControl', press, tools)
  const shown = await findKept(value.answerId, workspaceOf(press.context), tools)
  if (!shown) return await tell('answerGone', press, tools)
  await replaceWith({ shown, language: shown.answer.language }, value.page, press, tools)
}
