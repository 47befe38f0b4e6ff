import type { KnownBlock } from '@slack/types'
import type { Answer } from '../../../src/answers/answer.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { isVisible } from '../../chat/answer-item.ts'
import { cutText } from '../../chat/cut-text.ts'
import { pageOf } from '../../chat/wording.ts'
import { type AnswerView, pageButtons } from './answer-frame.ts'
import { budgets } from './limits.ts'
import { changeButtons } from './reminder-buttons.ts'
import { pagesOfRows, reminderRow } from './reminder-rows.ts'
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
  const all = pagesOfRows(rows, budgets.listBytes)
  const pages = all.length
  const page = Math.min(Math.max(Math.trunc(view.page) || 0, 0), pages - 1)
  const below = [...(all[page] ?? []), ...quietNotes(answer), ...turning({ page, pages }, view, answer)]
  const { text } = renderAnswer(withFacts(answer, titlesOf(listed)), { ...view, page: 0, below: [] })
  const { blocks } = renderAnswer(withFacts(answer, []), { ...view, page: 0, below })
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

/** The list itself has another fact for each reminder, which its row says better; notes stand below the rows. */
function withFacts(answer: Answer, facts: readonly string[]): Answer {
  return { ...answer, parts: answer.parts.map((part) => (part.isList ? { ...part, facts, notes: [] } : part)) }
}

function quietNotes({ parts }: Answer): KnownBlock[] {
  const notes = parts.flatMap((part) => (part.isList ? part.notes.filter(isVisible) : []))
  return notes.map((note) => contextLine(cutText(note, budgets.reminderLine)))
}

function titlesOf(listed: readonly ListedReminder[]): string[] {
  return listed.map(({ number, title }) => `${number}. ${title}`)
}
