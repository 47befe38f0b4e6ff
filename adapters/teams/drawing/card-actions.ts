import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import type { ActionSet, ExecuteAction } from './card-elements.ts'
import type { CardAction } from './card-values.ts'
import { budgets, teamsLimits } from './limits.ts'
import { messageBytes } from './message-bytes.ts'

/** A button; a label that clients would clip is cut, and shows in full when pointed at. */
export function button(label: string, { verb, ...data }: CardAction, tooltip = label): ExecuteAction {
  const title = cutText(cleanText(label).trim(), budgets.buttonLabel)
  const whole = cutText(cleanText(tooltip).trim(), budgets.tooltip)
  const face = { title, ...(whole !== title && { tooltip: whole }) }
  return {
    type: 'Action.Execute',
    ...face,
    verb,
    data,
    // Its own answer to the older kind of button has no place for a verb.
    fallback: { type: 'Action.Submit', ...face, data: { ...data, verb } },
  }
}

/** Whether a button may ask the question: what is too large for one is written out without. */
export function fitsButton(question: string): boolean {
  return question !== '' && messageBytes(question) <= budgets.questionBytes
}

/** Buttons in as many rows as Teams shows them all in. */
export function actionSets(actions: readonly ExecuteAction[]): ActionSet[] {
  const rows = Math.ceil(actions.length / teamsLimits.actionsInSet)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'ActionSet',
    actions: actions.slice(row * teamsLimits.actionsInSet, (row + 1) * teamsLimits.actionsInSet),
  }))
}
