import type { Answer } from '../../src/answers/answer.ts'
import type { ListedReminder } from '../../src/reminders/reply.ts'
import { isVisible } from './answer-item.ts'
import { cleanText } from './clean-text.ts'
import { cutText } from './cut-text.ts'

const mostLines = 4

/** What is said of a reminder in a list: its name by its number, and a few lines, none longer than `length`. */
export function reminderTexts({ number, title, lines }: ListedReminder, length: number) {
  const shorten = (text: string) => cutText(cleanText(text).trim(), length)
  return { name: shorten(`${number}. ${title}`), lines: lines.filter(isVisible).slice(0, mostLines).map(shorten) }
}

/** Rows in pages of so many bytes; a page of nothing where there is none. */
export function pagesOfRows<Element>(
  rows: readonly (readonly Element[])[],
  bytes: number,
  bytesOf: (row: readonly Element[]) => number,
): Element[][] {
  const pages: Element[][] = [[]]
  let room = bytes
  for (const row of rows) {
    const taken = bytesOf(row)
    if (taken > room && pages.at(-1)?.length !== 0) {
      pages.push([])
      room = bytes
    }
    pages.at(-1)?.push(...row)
    room -= taken
  }
  return pages
}

/** The list has a fact for each reminder, which its row says better; its notes stand below the rows. */
export function withoutFacts(answer: Answer): Answer {
  return withFacts(answer, [])
}

/** The same with the names alone, for where only text is shown. */
export function withTitles(answer: Answer, listed: readonly ListedReminder[]): Answer {
  return withFacts(
    answer,
    listed.map(({ number, title }) => `${number}. ${title}`),
  )
}

/** The notes of a list, none longer than `length`. */
export function listNotes({ parts }: Answer, length: number): string[] {
  const notes = parts.flatMap((part) => (part.isList ? part.notes.filter(isVisible) : []))
  return notes.map((note) => cutText(note, length))
}

function withFacts(answer: Answer, facts: readonly string[]): Answer {
  return { ...answer, parts: answer.parts.map((part) => (part.isList ? { ...part, facts, notes: [] } : part)) }
}
