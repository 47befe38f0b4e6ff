import MiniSearch, { type SearchResult } from 'minisearch'
import type { Entry, Knowledge } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import { listPassages, type Passage } from './passages.ts'
import { stem } from './stem.ts'
import { tokenize } from './tokens.ts'

/** A passage that shares words with a question, and how much of the question it accounts for. */
export type Hit = {
  readonly passage: Passage
  /** MiniSearch's BM25+ score: good for ranking hits of one question, meaningless between questions. */
  readonly score: number
  /** Share of the question's content words, weighted by rarity, that the passage has: 0 to 1. */
  readonly coverage: number
  /** The words of the question that the passage has, as they were given. */
  readonly words: readonly string[]
}

export type PassageIndex = {
  readonly size: number
  /** The best passages for content words (folded, no function words), best first. */
  search(words: readonly string[], limit?: number): Hit[]
  /** The best passages of the given entries alone. */
  searchWithin(words: readonly string[], entries: readonly Entry[]): Hit[]
  /** How rare a word is: ln((1+N)/(1+n)) + 1. Unknown words are the rarest. */
  rarity(word: string): number
  /** Whether a word stands in any passage. */
  knows(word: string): boolean
  /** The rarity of a word that stands in no passage. */
  readonly rarestKnown: number
}

const fields = ['name', 'en', 'fr', 'es'] as const

/**
 * Indexes every entry and fact with MiniSearch. Exact stems only: slips are put right before the search, because fuzzy
 * and prefix search cost ten times as much and rank worse (measured; see DESIGN).
 */
export function createPassageIndex(knowledge: Knowledge): PassageIndex {
  const passages = new Map(listPassages(knowledge).map((passage) => [passage.id, passage]))
  const stemsOf = createStemmer()
  const index = indexPassages([...passages.values()], stemsOf)
  const frequencies = countPassages([...passages.values()], stemsOf)
  const rarityOf = (stemmed: string) => Math.log((1 + passages.size) / (1 + (frequencies.get(stemmed) ?? 0))) + 1

  const passageOf = ({ id }: { readonly id: unknown }) => passages.get(String(id)) as Passage
  // One clause asks for the same words again and again, each time within other entries.
  let last: { readonly query: string; readonly results: readonly SearchResult[] } | undefined
  const find = (query: string) => {
    if (last?.query !== query) last = { query, results: index.search(query) }
    return last.results
  }

  const search = (words: readonly string[], limit: number, keep?: (passage: Passage) => boolean): Hit[] => {
    const stems = [...new Set(words.map(stem))]
    if (stems.length === 0) return []
    const total = sumOf(stems, rarityOf)
    const found = find(stems.join(' '))
    const results = keep ? found.filter((result) => keep(passageOf(result))) : found
    return results.slice(0, limit).map((result) => {
      const passage = passageOf(result)
      const terms = new Set(result.queryTerms)
      return {
        passage,
        score: result.score,
        coverage: sumOf(result.queryTerms, rarityOf) / total,
        words: words.filter((word) => terms.has(stem(word))),
      }
    })
  }
  return {
    size: passages.size,
    search: (words, limit = 10) => search(words, limit),
    searchWithin: (words, entries) => {
      const wanted = new Set(entries)
      return search(words, Number.POSITIVE_INFINITY, (passage) => wanted.has(passage.entry))
    },
    rarity: (word) => rarityOf(stem(word)),
    knows: (word) => frequencies.has(stem(word)),
    rarestKnown: Math.log(1 + passages.size) + 1,
  }
}

type StemsOf = (text: string) => readonly string[]

/** The stems of a text, kept while an index is built: every fact repeats the names of its entry. */
function createStemmer(): StemsOf {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const stems = known.get(text) ?? tokenize(text).map((token) => stem(token.word))
    known.set(text, stems)
    return stems
  }
}

function indexPassages(passages: readonly Passage[], stemsOf: StemsOf): MiniSearch<Passage> {
  const index = new MiniSearch<Passage>({
    fields: [...fields],
    tokenize: (text) => [...stemsOf(text)],
    processTerm: (term) => term,
    extractField: (passage, field) =>
      field === 'id' ? passage.id : field === 'name' ? passage.name : passage.text[field as Language],
    // A word of the name says more than a word of the text, but a whole text beats a lone name. Questions come stemmed.
    searchOptions: { boost: { name: 1.6 }, combineWith: 'OR', tokenize: (stems) => stems.split(' ') },
  })
  index.addAll(passages)
  return index
}

function countPassages(passages: readonly Passage[], stemsOf: StemsOf): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name, text } of passages) {
    const stems = new Set([name, ...Object.values(text)].flatMap(stemsOf))
    for (const stemmed of stems) counts.set(stemmed, (counts.get(stemmed) ?? 0) + 1)
  }
  return counts
}

function sumOf(stems: readonly string[], rarityOf: (stemmed: string) => number): number {
  return stems.reduce((sum, stemmed) => sum + rarityOf(stemmed), 0)
}
