import { type Entry, listOf } from '../knowledge/knowledge.ts'
import { inLanguage, type Text } from '../knowledge/language.ts'
import { contactStatements } from './contact-statements.ts'
import { eventStatements } from './event-statements.ts'
import { generalContacts, organisationStatements, regionStatements, roleStatements } from './organisation-statements.ts'
import { processStatements } from './process-statements.ts'
import { expansionStatements, factStatements, type Statement, type Wording } from './statement.ts'
import { documentStatements, unitStatements } from './unit-statements.ts'
import { dialogueStatements, publicationStatements } from './yearly-statements.ts'

/** Everything the sources say about an entry, most telling first. */
export function statementsOf(entry: Entry, wording: Wording): Statement[] {
  switch (entry.kind) {
    case 'process':
      return [...processStatements(entry, wording), ...generalContacts(entry, wording)]
    case 'event':
      return eventStatements(entry, wording)
    case 'contact':
      return contactStatements(entry, wording)
    case 'dialogue':
      return dialogueStatements(entry, wording)
    case 'publication':
      return publicationStatements(entry, wording)
    case 'unit':
      return unitStatements(entry, wording)
    case 'term':
      return [
        definition(entry.definition, entry, wording),
        ...expansionStatements(entry, wording),
        ...factStatements(entry, wording),
        ...generalContacts(entry, wording),
      ]
    case 'figure':
      return [
        { ...definition(entry.statement, entry, wording), about: ['describe', 'figure'] },
        ...factStatements(entry, wording),
      ]
    case 'document':
      return documentStatements(entry, wording)
    case 'organisation':
      return organisationStatements(entry, wording)
    case 'role':
      return roleStatements(entry, wording)
    case 'region':
      return regionStatements(entry, wording)
  }
}

/** What a description of an entry consists of, most telling first. */
export function describingStatements(entry: Entry, wording: Wording): Statement[] {
  return statementsOf(entry, wording).filter((statement) => statement.about.includes('describe'))
}

function definition(text: Text, entry: Extract<Entry, { source: unknown }>, { language }: Wording): Statement {
  return { about: ['describe', 'purpose', 'content'], text: inLanguage(text, language), sources: listOf(entry.source) }
}
