import type { Choice } from '../../src/answers/answer.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { type AnswerItem, type ItemLimits, isVisible, textItems } from './answer-item.ts'
import { cleanText } from './clean-text.ts'

type Place = ItemLimits & { readonly part: number; readonly language: Language }

/** Choices as buttons. When a label is too long for one, all are written out above, with the numbers of their buttons. */
export function choiceItems(choices: readonly Choice[], place: Place): AnswerItem[] {
  const offers = choices.map(({ label, question }) => ({
    label: cleanText(isVisible(label) ? label : question).trim(),
    question: askable(question, place),
  }))
  const shown = offers.filter(({ label }) => label !== '')
  const fits = shown.every(({ label, question }) => label.length <= place.labelLength && question !== undefined)
  if (fits) return shown.flatMap(({ label, question }) => choiceItem(label, question, place))
  return [
    ...shown.flatMap(({ label }, i) => textItems('option', [{ text: `${i + 1}. ${label}` }], place)),
    ...shown.flatMap(({ label, question }, i) => choiceItem(`${i + 1}. ${label}`, question, place)),
  ]
}

/** Undefined where there is nothing to ask, or no button can carry it. */
function askable(question: string, { language, fitsButton }: Place): string | undefined {
  const asked = cleanText(question).trim()
  return asked !== '' && fitsButton({ question: asked, language }) ? asked : undefined
}

function choiceItem(label: string, question: string | undefined, { part }: Place): AnswerItem[] {
  return question === undefined ? [] : [{ kind: 'choice', part, goesOn: false, label, question, position: 0 }]
}

/** The items with a position for each choice that no other choice of the answer has. */
export function numberChoices(items: readonly AnswerItem[]): AnswerItem[] {
  let position = 0
  return items.map((item) => (item.kind === 'choice' ? { ...item, position: position++ } : item))
}
