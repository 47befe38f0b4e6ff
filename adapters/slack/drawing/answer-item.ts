import type { Button } from '@slack/types'
import { cleanText, type Run, splitRuns } from '../../chat/clean-text.ts'
import { splitText } from '../../chat/cut-text.ts'
import { budgets } from './limits.ts'

/** A piece of an answer that goes on one page. What is longer than a piece goes on in the next item. */
export type AnswerItem = { readonly part: number; readonly goesOn: boolean } & (
  | { readonly kind: TextKind; readonly runs: readonly Run[] }
  | { readonly kind: QuietKind; readonly text: string }
  | { readonly kind: 'button'; readonly button: Button }
)

export type TextKind = 'lead' | 'heading' | 'fact' | 'note' | 'option'
export type QuietKind = 'suggestion' | 'source'

/** A text in as many items as it takes. */
export function textItems(kind: TextKind, runs: readonly Run[], part: number): AnswerItem[] {
  const pieces = splitRuns(runs, budgets.piece)
  return pieces.map((piece, i) => ({ kind, part, runs: piece, goesOn: i < pieces.length - 1 }))
}

/** A quiet line in as many items as it takes. */
export function quietItems(kind: QuietKind, text: string, part: number): AnswerItem[] {
  const pieces = splitText(cleanText(text), budgets.piece)
  return pieces.map((piece, i) => ({ kind, part, text: piece, goesOn: i < pieces.length - 1 }))
}

/** Whether there is anything to see; Slack refuses empty texts. */
export function isVisible(text: string): boolean {
  return text.trim() !== ''
}
