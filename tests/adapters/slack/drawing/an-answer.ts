import type { KnownBlock } from '@slack/types'
import { type AnswerView, type Drawing, renderAnswer } from '../../../../adapters/slack/drawing/render-answer.ts'
import type { Answer } from '../../../../src/answers/answer.ts'

export function aView(more: Partial<AnswerView> = {}): AnswerView {
  return {
    answerId: 'answer-1',
    page: 0,
    knowledgeAsOf: '2021',
    documents: 6,
    canShare: false,
    feedback: 'context_actions',
    ...more,
  }
}

/** Every text that somebody can see or hear in blocks, in order. */
export function shownTexts(blocks: readonly KnownBlock[] | unknown): string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(shownTexts)
  if (typeof blocks !== 'object' || blocks === null) return []
  return Object.entries(blocks).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : shownTexts(value),
  )
}

/** All elements of a type, wherever they are nested. */
export function elementsOf(value: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((one) => elementsOf(one, type))
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === type ? [value as Record<string, unknown>] : []
  return [...own, ...Object.values(value).flatMap((one) => elementsOf(one, type))]
}

/** All pages of an answer. */
export function allPages(answer: Answer, view: AnswerView = aView()): Drawing[] {
  const { pages } = renderAnswer(answer, view)
  return Array.from({ length: pages }, (_, page) => renderAnswer(answer, { ...view, page }))
}

/** What the bullets of all pages say, one after the other. */
export function bulletText(drawings: readonly Drawing[]): string {
  return elementsOf(
    drawings.map(({ blocks }) => blocks),
    'rich_text_list',
  )
    .flatMap((list) => shownTexts(list))
    .join('')
}
