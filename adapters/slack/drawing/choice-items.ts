import type { Choice } from '../../../src/answers/answer.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { type AnswerItem, isVisible, textItems } from './answer-item.ts'
import { button, questionValue } from './buttons.ts'
import { actionIds } from './control-values.ts'
import { budgets } from './limits.ts'

type Place = { readonly part: number; readonly language: Language }

/** Choices as buttons. When a label is too long for one, all are written out above, with the numbers of their buttons. */
export function choiceItems(choices: readonly Choice[], { part, language }: Place): AnswerItem[] {
  const offers = choices.map(({ label, question }) => ({
    label: cleanText(isVisible(label) ? label : question).trim(),
    value: questionValue(question, language),
  }))
  const shown = offers.filter(({ label }) => label !== '')
  const fits = shown.every(({ label, value }) => label.length <= budgets.buttonLabel && value !== undefined)
  if (fits) return shown.flatMap(({ label, value }) => buttonItem(label, value, part))
  return [
    ...shown.flatMap(({ label }, i) => textItems('option', [{ text: `${i + 1}. ${label}` }], part)),
    ...shown.flatMap(({ label, value }, i) => buttonItem(`${i + 1}. ${label}`, value, part)),
  ]
}

function buttonItem(label: string, value: string | undefined, part: number): AnswerItem[] {
  if (value === undefined) return []
  return [{ kind: 'button', part, goesOn: false, button: button(label, actionIds.choose(0), value) }]
}

/** The items with an action id for each button that no other button of the answer has. */
export function numberButtons(items: readonly AnswerItem[]): AnswerItem[] {
  let position = 0
  return items.map((item) => {
    if (item.kind !== 'button') return item
    return { ...item, button: { ...item.button, action_id: actionIds.choose(position++) } }
  })
}
