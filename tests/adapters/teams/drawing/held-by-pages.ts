import { answerItems } from '../../../../adapters/chat/answer-items.ts'
import type { CardElement, TextRun } from '../../../../adapters/teams/drawing/card-elements.ts'
import { itemLimits } from '../../../../adapters/teams/drawing/item-limits.ts'
import type { Drawing } from '../../../../adapters/teams/drawing/render-answer.ts'
import type { Answer } from '../../../../src/answers/answer.ts'
import { buttonsOf } from './an-answer.ts'

type Held = { readonly told: string; readonly asked: readonly string[] }

/** What the pages tell in one piece, without bullets and quiet lines, and the questions of their buttons. */
export function heldByPages(pages: readonly Drawing[]): Held {
  const actions = pages.flatMap(({ card }) => buttonsOf(card)).filter(({ verb }) => verb === 'choose')
  return {
    told: pages
      .flatMap(({ card }) => card.body.map(toldBy))
      .join('')
      .replaceAll('\u2060', ''),
    asked: actions.map(({ data }) => ('question' in data ? data.question : '')),
  }
}

/** What the pages of an answer must hold. */
export function heldBy(answer: Answer): Held {
  const items = answerItems(answer, { documents: 6, knowledgeAsOf: '2021' }, itemLimits)
  return {
    told: items
      .flatMap((item) => ('runs' in item ? item.runs.map(({ text }) => text) : []))
      .join('')
      .replaceAll('\u2060', ''),
    asked: items.flatMap((item) => (item.kind === 'choice' ? [item.question] : [])),
  }
}

/** The places in what is told where a page ends, at which no character may be cut. */
export function pageEnds(pages: readonly Drawing[]): number[] {
  const lengths = pages.map((page) => heldByPages([page]).told.length)
  return lengths.map((_, i) => lengths.slice(0, i + 1).reduce((sum, length) => sum + length, 0)).slice(0, -1)
}

function toldBy(element: CardElement): string {
  switch (element.type) {
    case 'RichTextBlock':
      return element.inlines
        .filter((run, i) => !isBullet(run, i) && !run.isSubtle)
        .map(({ text }) => text)
        .join('')
    case 'TextBlock':
      return element.text
    case 'Container':
      return element.items.map(toldBy).join('')
    case 'ColumnSet':
      return (element.columns[1]?.items ?? []).map(toldBy).join('')
    case 'ActionSet':
    case 'Input.ChoiceSet':
    case 'Input.Time':
      return ''
  }
}

function isBullet({ text }: TextRun, position: number): boolean {
  return position === 0 && text === '• '
}
