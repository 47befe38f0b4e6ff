import type { Answer } from '../../../src/answers/answer.ts'
import { type AnswerItem, isVisible } from '../../chat/answer-item.ts'
import { type Looked, sourceText } from '../../chat/answer-items.ts'
import { cutText } from '../../chat/cut-text.ts'
import { reminderIntent } from '../../chat/reminder-answer.ts'
import type { CardElement } from './card-elements.ts'
import { budgets } from './limits.ts'
import { quietLine } from './text-elements.ts'

/** Every page names a source: where a part goes on, the beginning of its source line. */
export function sourceInBrief(answer: Answer, looked: Looked, items: readonly AnswerItem[]): CardElement[] {
  const last = items.at(-1)
  const hasNone = answer.parts.every(({ intent }) => intent === reminderIntent)
  return last && last.kind !== 'source' && !hasNone ? [sourceLineInBrief(answer, looked, last.part)] : []
}

/** The beginning of the source line of a part. */
export function sourceLineInBrief(answer: Answer, looked: Looked, part: number): CardElement {
  const shown = answer.parts[part]
  const line = shown ? sourceText(shown, answer.language, looked) : ''
  return quietLine(isVisible(line) ? cutText(line, budgets.sourceInBrief) : '…')
}
