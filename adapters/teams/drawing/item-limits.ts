import type { ItemLimits } from '../../chat/answer-item.ts'
import { fitsButton } from './card-actions.ts'
import { budgets } from './limits.ts'

/** What Teams shows of an item of an answer. */
export const itemLimits: ItemLimits = {
  pieceLength: budgets.piece,
  labelLength: budgets.buttonLabel,
  fitsButton: ({ question }) => fitsButton(question),
}
