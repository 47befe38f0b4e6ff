import type { ItemLimits } from '../../chat/answer-item.ts'
import { writeValue } from './control-values.ts'
import { budgets } from './limits.ts'

/** What Slack shows of a piece of an answer. */
export const itemLimits: ItemLimits = {
  pieceLength: budgets.piece,
  labelLength: budgets.buttonLabel,
  fitsButton: (choice) => writeValue(choice) !== undefined,
}
