import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import type { ActionSet, CardButton, ExecuteAction } from './card-elements.ts'
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

/** Buttons in rows that show all of them, and each in full: clients clip what is too long for its row. */
export function actionSets(actions: readonly CardButton[]): ActionSet[] {
  const rows: CardButton[][] = []
  for (const action of actions) {
    const row = rows.at(-1)
    if (row && fitsRow([...row, action])) row.push(action)
    else rows.push([action])
  }
  return rows.map((row) => ({ type: 'ActionSet', spacing: 'Small', actions: row }))
}

function fitsRow(row: readonly CardButton[]): boolean {
  const letters = row.reduce((sum, { title }) => sum + title.length + lettersAround, 0)
  return row.length <= teamsLimits.actionsInSet && letters <= budgets.rowLetters
}

/** The width of a button beside its label. */
const lettersAround = 5
