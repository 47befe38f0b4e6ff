import type { Answer } from '../../../src/answers/answer.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { listNotes, pagesOfRows, withoutFacts, withTitles } from '../../chat/reminder-list.ts'
import { pageOf } from '../../chat/wording.ts'
import { type AnswerView, pageButtons } from './answer-frame.ts'
import { actionSets } from './card-actions.ts'
import type { CardElement } from './card-elements.ts'
import { budgets } from './limits.ts'
import { cutToBytes, messageBytes } from './message-bytes.ts'
import { changeButtons } from './reminder-buttons.ts'
import { reminderRow } from './reminder-rows.ts'
import { type Drawing, renderAnswer } from './render-answer.ts'
import { quietLine } from './text-elements.ts'

/** The reply to a command about reminders: a list of them in rows, or what became of one with its buttons. */
export function renderReminders(
  answer: Answer,
  listed: readonly ListedReminder[],
  view: AnswerView,
): Drawing & { readonly pages: number } {
  const isList = answer.parts.some((part) => part.isList)
  if (!isList) return renderAnswer(answer, { ...view, below: buttonsOf(listed, answer) })
  const rows = listed.map((reminder) => reminderRow(reminder, answer.language))
  const all = pagesOfRows(rows, budgets.listBytes, messageBytes)
  const pages = all.length
  const page = Math.min(Math.max(Math.trunc(view.page) || 0, 0), pages - 1)
  const below = [
    ...(all[page] ?? []),
    ...listNotes(answer, budgets.reminderLine).map(quietLine),
    ...turning({ page, pages }, view, answer),
  ]
  const { text } = renderAnswer(withTitles(answer, listed), { ...view, page: 0, below: [] })
  const { card } = renderAnswer(withoutFacts(answer), { ...view, page: 0, below })
  return { text, card: { ...card, fallbackText: cutToBytes(text, budgets.fallbackBytes) }, pages }
}

/** Of several there are too many buttons to tell what each is for. */
function buttonsOf(listed: readonly ListedReminder[], { language }: Answer): CardElement[] {
  const [only, ...others] = listed
  if (!only?.isActive || others.length > 0) return []
  return actionSets(changeButtons(only, { language, inList: false }))
}

function turning(
  { page, pages }: { readonly page: number; readonly pages: number },
  view: AnswerView,
  { language }: Answer,
): CardElement[] {
  if (pages === 1) return []
  return [quietLine(pageOf[language](page + 1, pages)), ...actionSets(pageButtons(view, { page, pages }, language))]
}
