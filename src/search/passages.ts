import type { Entry, Fact, Knowledge } from '../knowledge/knowledge.ts'
import { allWordings, type Language, languages, type Text } from '../knowledge/language.ts'

/** A piece of knowledge that can be found by its words: an entry as a whole, or one of its facts. */
export type Passage = {
  readonly id: string
  readonly entry: Entry
  /** Left out for the passage that holds the whole entry. */
  readonly fact?: Fact
  readonly name: string
  readonly text: Readonly<Record<Language, string>>
}

/** The passages of all entries: one for each entry, and one for each of its facts. */
export function listPassages(knowledge: Knowledge): Passage[] {
  return [...knowledge.entries.values()].flatMap((entry) => {
    const name = wordsOf(entry)
    const facts = ('facts' in entry && entry.facts) || []
    const whole: Passage = {
      id: entry.id,
      entry,
      name,
      text: perLanguage([...bodyOf(entry), ...facts.map((fact) => fact.text)]),
    }
    return [
      whole,
      ...facts.map(
        (fact, i): Passage => ({ id: `${entry.id}#${i}`, entry, fact, name, text: perLanguage([fact.text]) }),
      ),
    ]
  })
}

function wordsOf(entry: Entry): string {
  switch (entry.kind) {
    case 'dialogue':
      return `${entry.series} ${entry.year}`
    case 'contact':
      return [entry.person, ...(entry.aliases ?? [])].join(' ')
    case 'region':
      return allWordings(entry.name).join(' ')
    default:
      return [
        ...allWordings(entry.name),
        ...(entry.fullName ? allWordings(entry.fullName) : []),
        ...(entry.aliases ?? []),
      ].join(' ')
  }
}

function bodyOf(entry: Entry): Text[] {
  switch (entry.kind) {
    case 'term':
      return [entry.definition]
    case 'process':
      return entry.summary ? [entry.summary] : []
    case 'figure':
      return [entry.statement]
    case 'dialogue':
      return [...(entry.theme ? [entry.theme] : []), ...entry.items.map((item) => item.title)]
    case 'publication':
      return [entry.title]
    case 'event':
      return [
        ...(entry.title ? [entry.title] : []),
        ...(entry.place ? [entry.place.city, entry.place.venue ?? ''] : []),
      ]
    case 'contact':
      return entry.title ? [entry.title] : []
    case 'role':
      return [entry.sentence]
    default:
      return []
  }
}

function perLanguage(texts: readonly Text[]): Record<Language, string> {
  const pick = (language: Language) =>
    texts.map((text) => (typeof text === 'string' ? text : (text[language] ?? ''))).join(' ')
  return Object.fromEntries(languages.map((language) => [language, pick(language)])) as Record<Language, string>
}
