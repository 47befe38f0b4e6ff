import type { Language, Words } from '../knowledge/language.ts'
import type { Answer, AnswerPart } from './answer.ts'
import { sourceLine } from './source-line.ts'
import { colon } from './statement.ts'

/** A chat answer is at most this long, unless the question asks for a list. */
export const maxCharacters = 1500

/** Between the answers to two questions. */
const separator = '\n\n'

/** The whole answer as a person would read it in a chat, without mark-up. */
export function toPlainText(answer: Answer): string {
  const budget = answer.parts.some((part) => part.isList)
    ? Number.POSITIVE_INFINITY
    : Math.floor((maxCharacters + separator.length) / Math.max(answer.parts.length, 1)) - separator.length
  return answer.parts.map((part) => partText(part, answer.language, budget)).join(separator)
}

/** Lead first and source last; notes and then facts fill what room there is between them. What must be cut is cut before the source. */
function partText(part: AnswerPart, language: Language, budget: number): string {
  const choices = part.choices.map((choice) => `• ${choice.label}`)
  const source = sourceLine(part.sources, language).map((line) => {
    // Sources that leave no room for an answer are no help either.
    return cutTo(line, Math.max(Math.floor(budget / 2), budget - part.lead.length - 1))
  })
  const notes = part.notes.map((note) => `${noteWord[language]}${colon[language]}${note}`)
  const tail = [...choices, ...fitting(notes, budget - [part.lead, ...choices, ...source].join('\n').length)]
  const room = budget - [part.lead, ...tail, ...source].join('\n').length
  const text = [part.lead, ...factLines(part, language, room), ...tail].join('\n')
  return [cutTo(text, budget - ['', ...source].join('\n').length), ...source].join('\n')
}

/** As many facts as there is room for, each with the break before it; related ones under a heading. */
function factLines({ facts, related }: AnswerPart, language: Language, room: number): string[] {
  const heading = related ? [`${relatedWord[language]}${colon[language].trimEnd()}`] : []
  const lines = facts.map((fact) => `• ${fact}`)
  const shown = fitting(lines, room - heading.reduce((sum, line) => sum + 1 + line.length, 0))
  return shown.length > 0 ? [...heading, ...shown] : []
}

/** Lines, each with the break before it, up to the first that there is no room for, and none behind it. */
function fitting(lines: readonly string[], room: number): string[] {
  let length = 0
  return lines.filter((line) => {
    length += 1 + line.length
    return length <= room
  })
}

/** The text, or as much of it as fits with an ellipsis; no character is cut in two. */
function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, Math.max(length - 1, 0)).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** What stands before a note. */
export const noteWord: Words = { en: 'Note', fr: 'Remarque', es: 'Nota' }
/** The heading of facts that are related and not what was asked. */
export const relatedWord: Words = { en: 'What they do say', fr: 'Ce qu’elles disent', es: 'Lo que sí dicen' }
