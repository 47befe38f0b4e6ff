import { cleanText, type Run, splitRuns } from './clean-text.ts'
import type { ChooseValue } from './control-values.ts'
import { splitText } from './cut-text.ts'

/** A piece of an answer that goes on one page. What is longer than a piece goes on in the next item. */
export type AnswerItem = { readonly part: number; readonly goesOn: boolean } & (
  | { readonly kind: TextKind; readonly runs: readonly Run[] }
  | { readonly kind: QuietKind; readonly text: string }
  | {
      readonly kind: 'choice'
      readonly label: string
      /** Asked in the language of the answer. */
      readonly question: string
      /** From 0, among all choices of the answer. */
      readonly position: number
    }
  | ({ readonly kind: 'meeting' } & MeetingOffer)
)

/** What can be done with the meeting to come that a part of an answer is about. */
export type MeetingOffer = {
  /** The id of the event. */
  readonly meeting: string
  /** Where its calendar file is; undefined where people cannot reach one. */
  readonly calendarLink: string | undefined
  readonly canRemind: boolean
}

export type TextKind = 'lead' | 'heading' | 'fact' | 'note' | 'option'
export type QuietKind = 'suggestion' | 'source'

/** What a platform shows of an item, at most. */
export type ItemLimits = {
  /** Text is divided into pieces of this length to fill pages. */
  readonly pieceLength: number
  /** Clients clip longer button labels. */
  readonly labelLength: number
  /** Whether a button can carry the question. */
  readonly fitsButton: (choice: ChooseValue) => boolean
}

/** Which part of the answer an item belongs to. */
export type ItemPlace = Pick<ItemLimits, 'pieceLength'> & { readonly part: number }

/** A text in as many items as it takes. */
export function textItems(kind: TextKind, runs: readonly Run[], { part, pieceLength }: ItemPlace): AnswerItem[] {
  const pieces = splitRuns(runs, pieceLength)
  return pieces.map((piece, i) => ({ kind, part, runs: piece, goesOn: i < pieces.length - 1 }))
}

/** A quiet line in as many items as it takes. */
export function quietItems(kind: QuietKind, text: string, { part, pieceLength }: ItemPlace): AnswerItem[] {
  const pieces = splitText(cleanText(text), pieceLength)
  return pieces.map((piece, i) => ({ kind, part, text: piece, goesOn: i < pieces.length - 1 }))
}

/** Whether there is anything to see; platforms refuse empty texts. */
export function isVisible(text: string): boolean {
  return text.trim() !== ''
}
