import { Charset, Index } from 'flexsearch'
import type { Document, Finder } from './document.ts'

/**
 * One text for each document, words compared as they sound (`LatinAdvanced`, right most often). FlexSearch has no scores:
 * a document with all words of the question counts 2, one that it suggests with some of them 1.
 */
export function buildFlexSearch(documents: readonly Document[]): Finder {
  const index = new Index({ encoder: Charset.LatinAdvanced })
  for (const [number, { names, questions, text }] of documents.entries())
    index.add(number, [...names, ...questions, text].join('\n'))
  const best = (question: string, suggest: boolean) =>
    documents[Number(index.search(question, { limit: 1, suggest })[0])]
  return (question) => {
    const full = best(question, false)
    if (full) return { document: full.id, score: 2 }
    const suggested = best(question, true)
    return suggested && { document: suggested.id, score: 1 }
  }
}
