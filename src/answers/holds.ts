import type { Understanding } from '../intents/understanding.ts'
import type { Entry, Knowledge } from '../knowledge/knowledge.ts'
import { statementsOf } from './entry-statements.ts'

/** What can be told about each entry, from its own statements, so that the two can never disagree. */
export function createHolds(knowledge: Knowledge): Understanding['holds'] {
  const told = new Map<Entry, ReadonlySet<string>>()
  return (intent, entry) => {
    const known =
      told.get(entry) ??
      new Set(statementsOf(entry, { knowledge, language: 'en' }).flatMap((statement) => statement.about))
    told.set(entry, known)
    return known.has(intent)
  }
}
