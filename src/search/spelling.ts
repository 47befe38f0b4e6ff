import { allowedEdits, editDistance } from './edit-distance.ts'
import { isRealWord } from './real-words.ts'

/** Puts misspelt words right, but only towards words that the knowledge uses. */
export type Speller = {
  /** Whether the knowledge uses the word. */
  knows(word: string): boolean
  /** The known word meant by an unknown, longer word, or undefined. Never for a real word, a digit or an acronym. */
  correct(word: string): string | undefined
  /** Known words within reach even of a real word ("wold" for "world"): only good where the neighbours confirm it. */
  near(word: string): readonly string[]
}

type Candidate = { readonly word: string; readonly distance: number }

/** How many misspelt words are remembered before all are forgotten. */
const rememberedSlips = 5000
/** Above this, dropping letters costs more than a slip is worth. */
const longestWord = 40

/**
 * Builds a speller over a vocabulary with its frequencies. The index is built at the first word that needs it.
 * @param exact words that nothing may be corrected into: acronyms, one letter apart from each other
 */
export function createSpeller(frequencies: ReadonlyMap<string, number>, exact: ReadonlySet<string>): Speller {
  let index: Map<string, string[]> | undefined
  const remembered = new Map<string, readonly string[]>()
  const find = (word: string): string[] => {
    index ??= indexDeletions([...frequencies.keys()].filter((known) => isCorrectable(known) && !exact.has(known)))
    const cost = ({ word: candidate, distance }: Candidate) =>
      distance * 10 - (candidate[0] === word[0] ? 4 : 0) - Math.log10(frequencies.get(candidate) ?? 1)
    return candidatesFor(word, index)
      .sort((a, b) => cost(a) - cost(b) || (a.word < b.word ? -1 : 1))
      .map((candidate) => candidate.word)
  }
  // One question meets the same slip at several steps, and so do questions of one day.
  const near = (word: string): readonly string[] => {
    if (!isCorrectable(word)) return []
    const known = remembered.get(word)
    if (known) return known
    if (remembered.size >= rememberedSlips) remembered.clear()
    const found = find(word)
    remembered.set(word, found)
    return found
  }
  const knows = (word: string) => frequencies.has(word)
  return {
    knows,
    near,
    correct: (word) => (knows(word) || exact.has(word) || isRealWord(word) ? undefined : near(word)[0]),
  }
}

/** A word of which a slip can be told: neither short, which is mostly an acronym, nor with digits, nor an address. */
function isCorrectable(word: string): boolean {
  return allowedEdits(word.length) > 0 && word.length <= longestWord && !/\d|@/.test(word)
}

/** Only the beginning of a word is indexed: the ways of dropping two letters of it grow with the square of its length. */
const indexedLetters = 7

/**
 * Words by what is left of their beginnings after dropping letters (after SymSpell, Garbe 2012): a look-up costs one hash
 * access for each way of dropping up to two letters, however large the vocabulary is. Words that are alike have beginnings
 * that are alike, so none is missed.
 */
function indexDeletions(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const word of words) {
    for (const key of keysOf(word)) {
      const list = index.get(key)
      if (list) list.push(word)
      else index.set(key, [word])
    }
  }
  return index
}

function candidatesFor(word: string, index: ReadonlyMap<string, readonly string[]>): Candidate[] {
  const limit = allowedEdits(word.length)
  const sharing = new Set([...keysOf(word)].flatMap((key) => index.get(key) ?? []))
  return [...sharing].flatMap((candidate) => {
    const allowed = Math.min(limit, allowedEdits(candidate.length))
    const distance = editDistance(word, candidate, allowed)
    return distance <= allowed ? [{ word: candidate, distance }] : []
  })
}

function keysOf(word: string): Set<string> {
  return deletions(word.slice(0, indexedLetters), allowedEdits(word.length))
}

/** The word and what is left of it after dropping up to `count` letters. */
function deletions(word: string, count: number): Set<string> {
  let layer = new Set([word])
  const all = new Set(layer)
  for (let round = 0; round < count; round++) {
    const next = new Set<string>()
    for (const part of layer) {
      for (let i = 0; i < part.length; i++) next.add(part.slice(0, i) + part.slice(i + 1))
    }
    for (const part of next) all.add(part)
    layer = next
  }
  return all
}
