import type { Language, Words } from '../knowledge/language.ts'
import type { SourceReference } from './answer.ts'
import { colon } from './statement.ts'

/** "Source: IOM migration policy pages, 004:528 (as of 2021)", one document after the other; no line without a source. */
export function sourceLine(sources: readonly SourceReference[], language: Language): string[] {
  if (sources.length === 0) return []
  const documents = byDocument(sources).map((group) => `${group[0]?.document}, ${placesAndDate(group, language)}`)
  return [`${sourceWord[language]}${colon[language]}${documents.join('; ')}`]
}

/** The references to one document together, in the order in which the documents come. */
export function byDocument(sources: readonly SourceReference[]): SourceReference[][] {
  return [...Map.groupBy(sources, (source) => `${source.document}|${source.asOf ?? ''}`).values()]
}

/** "004:528 (as of 2021)", for references to one document. */
export function placesAndDate(group: readonly SourceReference[], language: Language): string {
  const asOf = group[0]?.asOf
  const dated = asOf ? `${asOfWord[language]} ${asOf}` : undatedWord[language]
  return `${group.map((source) => source.locator).join(' ')} (${dated})`
}

const sourceWord: Words = { en: 'Source', fr: 'Source', es: 'Fuente' }
const asOfWord: Words = { en: 'as of', fr: 'à jour en', es: 'a fecha de' }
const undatedWord: Words = { en: 'undated', fr: 'sans date', es: 'sin fecha' }
