import { type Contact, listOf, type Publication } from '../knowledge/knowledge.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import type { Composing } from './composing.ts'
import { referTo } from './source-references.ts'

/** A list with a line for each entry, under a sentence that says what it lists. */
export function entryList<E extends Contact | Publication>(
  {
    intent,
    lead,
    entries,
    line,
  }: {
    readonly intent: string
    readonly lead: string
    readonly entries: readonly E[]
    readonly line: (entry: E) => string
  },
  composing: Composing,
): AnswerPart {
  const sources = entries.flatMap((entry) => listOf(entry.source))
  return {
    ...answeredPart(intent, lead, referTo(sources, composing)),
    facts: entries.map(line),
    entries: entries.map(({ id }) => id),
    isList: true,
  }
}
