import type { Entry, Knowledge } from '../../knowledge/knowledge.ts'
import { allWordings } from '../../knowledge/language.ts'
import { folded } from './folded.ts'

/** The name of an event by its title. */
export type Naming = (title: string) => string

/**
 * Names events so that no title takes the words of other questions for itself: one of a word or two, like "Meeting", or one
 * that something else is called, gets the name of its calendar beside it.
 */
export function createNaming(knowledge: Knowledge, calendar: string): Naming {
  const taken = new Set([...knowledge.entries.values()].flatMap(namesOf))
  return (title) => {
    const words = folded(title)
    return words.split(' ').length < 3 || taken.has(words) ? `${title} (${calendar})` : title
  }
}

function namesOf(entry: Entry): string[] {
  const names = 'name' in entry ? allWordings(entry.name) : []
  const aliases = 'aliases' in entry ? (entry.aliases ?? []) : []
  return [...names, ...aliases].map(folded)
}
