import type { Language } from '../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { isVisible } from '../../chat/answer-item.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { actionSets } from './card-actions.ts'
import type { CardElement } from './card-elements.ts'
import { budgets } from './limits.ts'
import { messageBytes } from './message-bytes.ts'
import { changeButtons } from './reminder-buttons.ts'
import { inDirectionOf, paragraph, quietLine } from './text-elements.ts'

/** A reminder with all that is to be said of it, and its buttons. */
export function reminderRow(reminder: ListedReminder, language: Language): CardElement[] {
  const { number, title, lines } = reminder
  const name = shorten(`${number}. ${title}`)
  const said = lines.filter(isVisible).slice(0, mostLines).map(shorten)
  return [
    inDirectionOf(title, { ...paragraph([{ text: name, bold: true }]), spacing: 'Medium' }),
    ...said.map((line) => ({ ...quietLine(line), spacing: 'None' as const })),
    ...actionSets(changeButtons(reminder, { language, inList: true })),
  ]
}

/** Rows in pages of so many bytes; a page of nothing where there is none. */
export function pagesOfRows(rows: readonly (readonly CardElement[])[], bytes: number): CardElement[][] {
  const pages: CardElement[][] = [[]]
  let room = bytes
  for (const row of rows) {
    const taken = messageBytes(row)
    if (taken > room && pages.at(-1)?.length !== 0) {
      pages.push([])
      room = bytes
    }
    pages.at(-1)?.push(...row)
    room -= taken
  }
  return pages
}

const mostLines = 4

function shorten(text: string): string {
  return cutText(cleanText(text).trim(), budgets.reminderLine)
}
