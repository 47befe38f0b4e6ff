import type { KnownBlock } from '@slack/types'
import type { Answer } from '../../../src/answers/answer.ts'
import { type AnswerItem, isVisible } from '../../chat/answer-item.ts'
import { answerItems, sourceText } from '../../chat/answer-items.ts'
import { cutText } from '../../chat/cut-text.ts'
import { type AnswerView, answerFooter, answerHeader } from './answer-frame.ts'
import { drawItems } from './draw-items.ts'
import { fallbackText } from './fallback-text.ts'
import { itemLimits } from './item-limits.ts'
import { budgets, slackLimits } from './limits.ts'
import { jsonBytes, paginate, type Room } from './paginate.ts'
import { contextLine } from './text-objects.ts'

export type { AnswerView } from './answer-frame.ts'

/** What is posted: the blocks, and the text for where blocks are not shown. */
export type Drawing = { readonly text: string; readonly blocks: readonly KnownBlock[] }

/** One page of an answer, within all of Slack's limits. All pages together hold the whole answer. */
export function renderAnswer(answer: Answer, view: AnswerView): Drawing & { readonly pages: number } {
  const all = recentPagesOf(answer, view)
  const pages = all.length
  const page = Math.min(Math.max(Math.trunc(view.page) || 0, 0), pages - 1)
  const items = all[page] ?? []
  const blocks = [
    ...answerHeader(view, answer.language),
    ...drawItems(items, answer.language),
    ...sourceInBrief(answer, view, items),
    ...answerFooter(answer, view, { page, pages }),
  ]
  return { text: fallbackText(answer, items, pages), blocks, pages }
}

/**
 * True for an answer so short that it has one page however it is shown, which is found out much faster than by drawing it.
 * In blocks it takes less than twice its own JSON, a hundred bytes for each item, and what stands around it.
 */
export function isSurelyShort(answer: Answer): boolean {
  const items = answer.parts.flatMap(({ facts, notes, choices, suggestions }) => [
    ...facts,
    ...notes,
    ...choices,
    ...suggestions,
  ])
  return items.length <= 20 && jsonBytes(answer) <= 3000
}

const recent = new WeakMap<Answer, Map<string, AnswerItem[][]>>()

/** Which page holds what is found out once for an answer, however many of its pages are drawn. */
function recentPagesOf(answer: Answer, view: AnswerView): AnswerItem[][] {
  const byView = recent.get(answer) ?? new Map<string, AnswerItem[][]>()
  recent.set(answer, byView)
  // Not the page that is drawn, nor the controls, for whichever of which there is room on all pages.
  const { page: _page, feedback: _feedback, canShare: _canShare, ...framed } = view
  const key = JSON.stringify(framed)
  const pages = byView.get(key) ?? pagesOf(answer, view)
  byView.set(key, pages)
  return pages
}

/** A single page where all fits; otherwise there must be room for the buttons that turn pages. */
function pagesOf(answer: Answer, view: AnswerView): AnswerItem[][] {
  const items = answerItems(answer, view, itemLimits)
  const single = paginate(items, answer.language, roomBeside({ page: 0, pages: 1 }, answer, view))
  if (single.length === 1) return single
  const room = roomBeside({ page: 998, pages: 1000 }, answer, view)
  const brief = answer.parts.flatMap((_part, part) => sourceLineInBrief(answer, view, part))
  const longest = Math.max(0, ...brief.map(jsonBytes)) + 1
  return paginate(items, answer.language, { bytes: room.bytes - longest, blocks: room.blocks - 1 })
}

const feedbackStyles = ['context_actions', 'buttons'] as const

/** Beside all controls there can be: pages must not shift when the share button goes, or plain thumbs come. */
function roomBeside(pages: Parameters<typeof answerFooter>[2], answer: Answer, view: AnswerView): Room {
  const frames = feedbackStyles.map((feedback) => [
    ...answerHeader(view, answer.language),
    ...answerFooter(answer, { ...view, feedback, canShare: true }, pages),
  ])
  return {
    bytes: budgets.messageBytes - Math.max(...frames.map(jsonBytes)) - 1,
    blocks: slackLimits.blocksPerMessage - Math.max(...frames.map(({ length }) => length)),
  }
}

/** Every page names a source: where a part goes on, the beginning of its source line. */
function sourceInBrief(answer: Answer, view: AnswerView, items: readonly AnswerItem[]): KnownBlock[] {
  const last = items.at(-1)
  if (!last || last.kind === 'source') return []
  return sourceLineInBrief(answer, view, last.part)
}

function sourceLineInBrief(answer: Answer, view: AnswerView, part: number): KnownBlock[] {
  const shown = answer.parts[part]
  const line = shown ? sourceText(shown, answer.language, view) : ''
  return isVisible(line) ? [contextLine(cutText(line, budgets.sourceInBrief))] : []
}
