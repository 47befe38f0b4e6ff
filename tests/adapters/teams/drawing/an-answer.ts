import type { AdaptiveCard, CardElement, ExecuteAction } from '../../../../adapters/teams/drawing/card-elements.ts'
import { type AnswerView, type Drawing, renderAnswer } from '../../../../adapters/teams/drawing/render-answer.ts'
import type { Answer } from '../../../../src/answers/answer.ts'

export function aView(more: Partial<AnswerView> = {}): AnswerView {
  return { answerId: 'answer-1', page: 0, knowledgeAsOf: '2021', documents: 6, canShare: false, ...more }
}

/** All pages of an answer. */
export function allPages(answer: Answer, view: AnswerView = aView()): Drawing[] {
  const { pages } = renderAnswer(answer, view)
  return Array.from({ length: pages }, (_, page) => renderAnswer(answer, { ...view, page }))
}

/** All objects of a type, wherever they are nested, except in what stands in for a button. */
export function elementsOf(value: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((one) => elementsOf(one, type))
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === type ? [value as Record<string, unknown>] : []
  const within = Object.entries(value).filter(([key]) => key !== 'fallback')
  return [...own, ...within.flatMap(([, one]) => elementsOf(one, type))]
}

export function buttonsOf(card: AdaptiveCard): ExecuteAction[] {
  return elementsOf(card, 'Action.Execute') as unknown as ExecuteAction[]
}

/** The text of every paragraph and every button, in order. */
export function shownTexts(elements: readonly CardElement[]): string[] {
  return elements.flatMap(textsOf)
}

function textsOf(element: CardElement): string[] {
  switch (element.type) {
    case 'RichTextBlock':
      return [element.inlines.map(({ text }) => text).join('')]
    case 'TextBlock':
      return [element.text]
    case 'Container':
      return shownTexts(element.items)
    case 'ColumnSet':
      return element.columns.flatMap(({ items }) => shownTexts(items))
    case 'ActionSet':
      return element.actions.map(({ title }) => title)
    case 'Input.ChoiceSet':
      return [element.label, ...element.choices.map(({ title }) => title)]
    case 'Input.Time':
      return [element.label]
  }
}
