import type { KnownBlock } from '@slack/types'
import type { Language } from '../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { isVisible } from '../../chat/answer-item.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { budgets } from './limits.ts'
import { jsonBytes } from './paginate.ts'
import { changeButtons } from './reminder-buttons.ts'
import { paragraph } from './text-objects.ts'

/** A reminder with all that is to be said of it, and its buttons. */
export function reminderRow(
  reminder: ListedReminder,
  place: { readonly language: Language; readonly position: number },
): KnownBlock[] {
  const { number, title, lines } = reminder
  const buttons = changeButtons(reminder, { ...place, inList: true })
  const said = lines.filter(isVisible).slice(0, mostLines).map(shorten)
  return [
    paragraph([{ text: shorten(`${number}. ${title}`), bold: true }, ...said.map((line) => ({ text: `\n${line}` }))]),
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } satisfies KnownBlock] : []),
  ]
}

/** Rows in pages of so many bytes; a page of nothing where there is none. */
export function pagesOfRows(rows: readonly (readonly KnownBlock[])[], bytes: number): KnownBlock[][] {
  const pages: KnownBlock[][] = [[]]
  let room = bytes
  for (const row of rows) {
    const taken = jsonBytes(row)
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
