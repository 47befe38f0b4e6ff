import type { Answer } from '../../../src/answers/answer.ts'
import { toPlainText } from '../../../src/answers/plain-text.ts'
import { answerItems, type Looked } from '../../chat/answer-items.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { adaptiveCard } from './adaptive-card.ts'
import { type AnswerView, answerFooter, answerHeader } from './answer-frame.ts'
import type { AdaptiveCard } from './card-elements.ts'
import { drawItems } from './draw-items.ts'
import { itemLimits } from './item-limits.ts'
import { budgets } from './limits.ts'
import { cutToBytes, messageBytes } from './message-bytes.ts'
import { type Pages, paginate } from './paginate.ts'
import { sourceInBrief, sourceLineInBrief } from './source-in-brief.ts'

export type { AnswerView } from './answer-frame.ts'

/** What is sent: a card, and its plain text for notifications and for where cards are not taken. */
export type Drawing = { readonly text: string; readonly card: AdaptiveCard }

/** One page of an answer, within all of Teams' limits. All pages together hold the whole answer. */
export function renderAnswer(answer: Answer, view: AnswerView): Drawing & { readonly pages: number } {
  const { pages: all, bullets } = recentPagesOf(answer, view)
  const pages = all.length
  const page = Math.min(Math.max(Math.trunc(view.page) || 0, 0), pages - 1)
  const items = all[page] ?? []
  const body = [
    ...answerHeader(view, answer.language),
    ...drawItems(items, { language: answer.language, bullets }),
    ...sourceInBrief(answer, lookedOf(view), items),
    ...answerFooter(answer, view, { page, pages }),
  ]
  const text = plainText(answer)
  return { text, card: adaptiveCard(body, text, answer.language), pages }
}

/** The answer as text, as much of it as there is room for beside a card. Never empty. */
export function plainText(answer: Answer): string {
  return cutToBytes(cleanText(toPlainText(answer)).trim() || '…', budgets.textBytes)
}

const recent = new WeakMap<Answer, Map<string, Pages>>()

/** Which page holds what is found out once for an answer, however many of its pages are drawn. */
function recentPagesOf(answer: Answer, view: AnswerView): Pages {
  const byView = recent.get(answer) ?? new Map<string, Pages>()
  recent.set(answer, byView)
  // Not the page that is drawn, nor the share button, for which there is room on all pages.
  const { page: _page, canShare: _canShare, ...framed } = view
  const key = JSON.stringify(framed)
  const pages = byView.get(key) ?? pagesOf(answer, view)
  byView.set(key, pages)
  return pages
}

function pagesOf(answer: Answer, view: AnswerView): Pages {
  return paginate(answerItems(answer, { ...lookedOf(view), offers: view.offers }, itemLimits), answer.language, {
    single: roomBeside({ page: 0, pages: 1 }, answer, view),
    // There must be room for the buttons that turn pages, and for a source.
    several: () => roomBeside({ page: 998, pages: 1000 }, answer, view) - longestBrief(answer, lookedOf(view)),
  })
}

function longestBrief(answer: Answer, looked: Looked): number {
  return Math.max(...answer.parts.map((_part, part) => messageBytes(sourceLineInBrief(answer, looked, part))))
}

/** Beside all buttons there can be: pages must not shift when the share button goes. */
function roomBeside(pages: Parameters<typeof answerFooter>[2], answer: Answer, view: AnswerView): number {
  const frame = [
    ...answerHeader(view, answer.language),
    ...answerFooter(answer, { ...view, canShare: !view.sharedBy }, pages),
  ]
  return budgets.cardBytes - budgets.fallbackBytes - messageBytes(adaptiveCard(frame, '', answer.language))
}

function lookedOf({ documents, knowledgeAsOf }: AnswerView): Looked {
  return { documents, knowledgeAsOf }
}
