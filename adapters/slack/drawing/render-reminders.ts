import type { KnownBlock } from '@slack/types'
import type { Answer } from '../../../src/answers/answer.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { listNotes, pagesOfRows, withoutFacts, withTitles } from '../../chat/reminder-list.ts'
import { pageOf } from '../../chat/wording.ts'
import { type AnswerView, pageButtons } from './answer-frame.ts'
import { budgets } from './limits.ts'
import { jsonBytes } from './paginate.ts'
import { changeButtons } from './reminder-buttons.ts'
import { reminderRow } from './reminder-rows.ts'
import { type Drawing, renderAnswer } from './render-answer.ts'
import { contextLine } from './text-objects.ts'

/** The reply to a command about reminders: a list of them in rows, or what became of one with its buttons. */
export function renderReminders(
  answer: Answer,
  listed: readonly ListedReminder[],
  view: AnswerView,
): Drawing & { readonly pages: number } {
  const isList = answer.parts.some((part) => part.isList)
  if (!isList) return renderAnswer(answer, { ...view, below: buttonsOf(listed, answer) })
  const { language } = answer
  const rows = listed.map((reminder, position) => reminderRow(reminder, { language, position }))
  const all = pagesOfRows(rows, budgets.listBytes, jsonBytes)
  const pages = all.length
  const page = Math.min(Math.max(Math.trunc(view.page) || 0, 0), pages - 1)
  const below = [
    ...(all[page] ?? []),
    ...listNotes(answer, budgets.reminderLine).map((note) => contextLine(note)),
    ...turning({ page, pages }, view, answer),
  ]
  const { text } = renderAnswer(withTitles(answer, listed), { ...view, page: 0, below: [] })
  const { blocks } = renderAnswer(withoutFacts(answer), { ...view, page: 0, below })
  return { text, blocks, pages }
}

/** Of several there are too many buttons to tell what each is for. */
function buttonsOf(listed: readonly ListedReminder[], { language }: Answer): KnownBlock[] {
  const [only, ...others] = listed
  if (!only || others.length > 0) return []
  const elements = changeButtons(only, { language, inList: false, position: 0 })
  return elements.length > 0 && only.isActive ? [{ type: 'actions', elements }] : []
}

function turning(
  { page, pages }: { readonly page: number; readonly pages: number },
  view: AnswerView,
  { language }: Answer,
): KnownBlock[] {
  if (pages === 1) return []
  const elements = pageButtons(view, { page, pages }, language)
  return [contextLine(pageOf[language](page + 1, pages)), { type: 'actions', elements }]
}
