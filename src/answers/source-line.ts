import type { Language, Words } from '../knowledge/language.ts'
import type { SourceReference } from './answer.ts'
import { colon } from './statement.ts'

/** "Source: IOM migration policy pages, 004:528 (as of 2021)", one document after the other; no line without a source. */
export function sourceLine(sources: readonly SourceReference[], language: Language): string[] {
  if (sources.length === 0) return []
  const documents = [...Map.groupBy(sources, (source) => `${source.document}|${source.asOf ?? ''}`).values()]
  const parts = documents.map((group) => {
    const { document, asOf } = group[0] as SourceReference
    const dated = asOf ? `${asOfWord[language]} ${asOf}` : undatedWord[language]
    return `${document}, ${group.map((source) => source.locator).join(' ')} (${dated})`
  })
  return [`${sourceWord[language]}${colon[language]}${parts.join('; ')}`]
}

const sourceWord: Words = { en: 'Source', fr: 'Source', es: 'Fuente' }
const asOfWord: Words = { en: 'as of', fr: 'à jour en', es: 'a fecha de' }
const undatedWord: Words = { en: 'undated', fr: 'sans date', es: 'sin fecha' }
