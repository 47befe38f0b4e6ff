import type { SourceReference } from '../../../src/answers/answer.ts'
import { byDocument, placesAndDate } from '../../../src/answers/source-line.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { budgets, teamsLimits } from './limits.ts'
import { messageBytes } from './message-bytes.ts'

/** What a message says about its sources; it carries no label that machines have written it, since none has. */
export type CitationEntity = {
  readonly type: 'https://schema.org/Message'
  readonly '@type': 'Message'
  readonly '@context': 'https://schema.org'
  readonly citation: readonly Citation[]
}

type Citation = {
  readonly '@type': 'Claim'
  readonly position: number
  readonly appearance: { readonly '@type': 'DigitalDocument'; readonly name: string; readonly abstract: string }
}

/**
 * The documents behind an answer, numbered as `[1]` in a text. Teams shows them only where a message's own text holds those
 * numbers, never in a card. A message may have one such entity; undefined without a source.
 */
export function citationEntity(sources: readonly SourceReference[], language: Language): CitationEntity | undefined {
  const citation: Citation[] = []
  for (const group of byDocument(sources).slice(0, teamsLimits.citations)) {
    const next = cite(group, citation.length + 1, language)
    if (messageBytes([...citation, next]) > budgets.citationBytes) break
    citation.push(next)
  }
  if (citation.length === 0) return undefined
  return { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', citation }
}

function cite(group: readonly SourceReference[], position: number, language: Language): Citation {
  const document = cleanText(group[0]?.document ?? '').trim()
  return {
    '@type': 'Claim',
    position,
    appearance: {
      '@type': 'DigitalDocument',
      // A document without a title would be an appearance that is refused as empty.
      name: cutText(document || '…', teamsLimits.citationName),
      abstract: cutText(cleanText(placesAndDate(group, language)), teamsLimits.citationAbstract),
    },
  }
}
