import MiniSearch, { type SearchResult } from 'minisearch'
import type { Entry, Knowledge } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import { scorePassage } from './passage-scorer.ts'
import { listPassages, type Passage } from './passages.ts'
import { pruneQuery } from './pruned-query.ts'
import { stem } from './stem.ts'
import { wordsOf } from './tokens.ts'

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
  /** What the passages have most that begins with these letters; undefined when nothing does. */
  complete(letters: string): string | undefined
  /** The rarity of a word that stands in no passage. */
  readonly rarestKnown: number
}

const fields = ['name', 'en', 'fr', 'es'] as const

/** A word of the name says more than a word of the text, but a whole text beats a lone name. */
const nameBoost = 1.6
/** With more passages than this, common words are left out of a search: looking through what has them takes too long. */
const largeIndex = 5000
/** Of what a search without the common words finds, so many are looked at with them. */
const rescored = 60
/** A passage with less of the question than this is no evidence, so that one of common words alone need not be found. */
const worthFinding = 0.5
/** Passages of the wanted entries that are looked at one by one; more are searched for. */
const maxScanned = 400

/**
 * Indexes every entry and fact with MiniSearch. Exact stems only: slips are put right before the search, because fuzzy
 * and prefix search cost ten times as much and rank worse (measured; see DESIGN).
 * @param pruneAbove the number of passages above which common words are left out of a search
 */
export function createPassageIndex(knowledge: Knowledge, { pruneAbove = largeIndex } = {}): PassageIndex {
  const passages = new Map(listPassages(knowledge).map((passage) => [passage.id, passage]))
  const stemsOf = createStemmer()
  const index = indexPassages([...passages.values()], stemsOf)
  const frequencies = countPassages([...passages.values()], stemsOf)
  const frequencyOf = (stemmed: string) => frequencies.get(stemmed) ?? 0
  const rarityOf = (stemmed: string) => Math.log((1 + passages.size) / (1 + frequencyOf(stemmed))) + 1
  const indexed: Indexed = { passages, index, frequencyOf, rarityOf }
  const find = passages.size > pruneAbove ? createPrunedFind(indexed) : createFind(indexed)

  const search = (words: readonly string[], limit: number, entries?: readonly Entry[]): Hit[] => {
    const stems = [...new Set(words.map(stem))]
    if (stems.length === 0) return []
    const total = sumOf(stems, rarityOf)
    return find(stems, limit, entries).map(({ passage, score, found }) => {
      const terms = new Set(found)
      return {
        passage,
        score,
        coverage: sumOf(found, rarityOf) / total,
        words: words.filter((word) => terms.has(stem(word))),
      }
    })
  }
  return {
    size: passages.size,
    search: (words, limit = 10) => search(words, limit),
    searchWithin: (words, entries) => search(words, Number.POSITIVE_INFINITY, entries),
    rarity: (word) => rarityOf(stem(word)),
    knows: (word) => frequencies.has(stem(word)),
    complete: (letters) => commonestWith(letters, frequencies),
    rarestKnown: Math.log(1 + passages.size) + 1,
  }
}

type Indexed = {
  readonly passages: ReadonlyMap<string, Passage>
  readonly index: MiniSearch<Passage>
  frequencyOf(stemmed: string): number
  rarityOf(stemmed: string): number
}

/** A passage with those of the stems that it has. */
type FoundPassage = { readonly passage: Passage; readonly score: number; readonly found: readonly string[] }

/** The best passages for stems, of all entries or of the given ones. */
type Find = (stems: readonly string[], limit: number, entries?: readonly Entry[]) => FoundPassage[]

/** Looks at every passage that has any of the stems. */
function createFind({ passages, index }: Indexed): Find {
  // One clause asks for the same words again and again, each time within other entries.
  let last: { readonly query: string; readonly results: readonly SearchResult[] } | undefined
  return (stems, limit, entries) => {
    const query = stems.join(' ')
    if (last?.query !== query) last = { query, results: index.search(query) }
    const wanted = entries && new Set(entries)
    const results = wanted
      ? last.results.filter((result) => wanted.has(passageOf(result, passages).entry))
      : last.results
    return foundBy(results.slice(0, limit), passages)
  }
}

function foundBy(results: readonly SearchResult[], passages: Indexed['passages']): FoundPassage[] {
  return results.map((result) => ({
    passage: passageOf(result, passages),
    score: result.score,
    found: result.queryTerms,
  }))
}

function passageOf({ id }: SearchResult, passages: Indexed['passages']): Passage {
  return passages.get(String(id)) as Passage
}

/**
 * Leaves common words out, asks for passages that have all the others, else for those with any of them, and looks at the
 * common words in the best of these. What that may have missed is searched for as in a small index. A few entries need no
 * search: their passages are looked at one by one.
 */
function createPrunedFind(indexed: Indexed): Find {
  const { passages, index, frequencyOf, rarityOf } = indexed
  const findAll = createFind(indexed)
  const stemsOf = createStemmer(rememberedTexts)
  const byEntry = Map.groupBy(passages.values(), (passage) => passage.entry)
  const score = (all: readonly Passage[], stems: readonly string[]): FoundPassage[] =>
    all
      .map((passage) => ({ passage, ...scorePassage(passage, stems, { stemsOf, rarityOf, nameBoost }) }))
      .filter(({ found }) => found.length > 0)
      .sort((a, b) => b.score - a.score)
  const searchFor = (query: string): SearchResult[] => {
    const all = index.search(query, { combineWith: 'AND' })
    return all.length > 0 ? all : index.search(query)
  }
  return (stems, limit, entries) => {
    if (entries) {
      const few = [...new Set(entries)].flatMap((entry) => byEntry.get(entry) ?? [])
      return few.length <= maxScanned ? score(few, stems) : findAll(stems, limit, entries)
    }
    const pruned = pruneQuery(stems, { frequencyOf, rarityOf, passages: passages.size })
    const results = searchFor(pruned.stems.join(' '))
    if (pruned.leftOut === 0) return foundBy(results.slice(0, limit), passages)
    const best = results.slice(0, rescored).map((result) => passageOf(result, passages))
    const hits = score(best, stems)
    const covered = sumOf(hits[0]?.found ?? [], rarityOf) / sumOf(stems, rarityOf)
    const maybeMissed = pruned.leftOut >= worthFinding && covered < pruned.leftOut
    return maybeMissed ? findAll(stems, limit) : hits.slice(0, limit)
  }
}

type StemsOf = (text: string) => readonly string[]

/** Texts whose stems are remembered once a large index is built. */
const rememberedTexts = 20_000

/** The stems of a text, kept while an index is built: every fact repeats the names of its entry. */
function createStemmer(limit = Number.POSITIVE_INFINITY): StemsOf {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const kept = known.get(text)
    if (kept) return kept
    if (known.size >= limit) known.clear()
    const stems = wordsOf(text).map(stem)
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
    // Questions come stemmed.
    searchOptions: { boost: { name: nameBoost }, combineWith: 'OR', tokenize: (stems) => stems.split(' ') },
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

/** Looks at every stem: only a search box asks for it, once for each letter that is typed. */
function commonestWith(letters: string, frequencies: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined
  for (const [stemmed, count] of frequencies)
    if (stemmed.startsWith(letters) && count > (frequencies.get(best ?? '') ?? 0)) best = stemmed
  return best
}

function sumOf(stems: readonly string[], rarityOf: (stemmed: string) => number): number {
  return stems.reduce((sum, stemmed) => sum + rarityOf(stemmed), 0)
}
