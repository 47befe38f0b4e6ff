import type { Language } from '../knowledge/language.ts'
import { allowedEdits, editDistance } from './edit-distance.ts'
import { isRealWordIn } from './real-words.ts'

/** Puts misspelt words right, but only towards words that the knowledge uses. */
export type Speller = {
  /** Whether the knowledge uses the word. */
  knows(word: string): boolean
  /** The known word meant by an unknown, longer word, or undefined. Never for a real word, a digit or an acronym. */
  correct(word: string): string | undefined
  /** Known words within reach even of a real word ("wold" for "world"): only good where the neighbours confirm it. */
  near(word: string): readonly string[]
  /** Whether the word is no slip: the knowledge uses it, or people know it in English or in the language that is read. */
  isWord(word: string): boolean
  /** The same speller for a message in a language; a new one reads English. */
  reading(language: Language): Speller
}

type Candidate = { readonly word: string; readonly distance: number }

/** How many misspelt words are remembered before all are forgotten. */
const rememberedSlips = 5000
/** Words with fewer letters are put right only towards words that are met at least so often. */
const shortestWord = 4
const usesOfOften = 20
/** Above this, dropping letters costs more than a slip is worth. */
const longestWord = 40

/**
 * Builds a speller over a vocabulary with its frequencies. The index is built at the first word that needs it.
 * @param exact words that nothing may be corrected into: acronyms, one letter apart from each other
 */
export function createSpeller(frequencies: ReadonlyMap<string, number>, exact: ReadonlySet<string>): Speller {
  const { near, lengthened } = createSlips(frequencies, exact)
  const knows = (word: string) => frequencies.has(word)
  const reading = (language: Language): Speller => {
    const isWord = (word: string) => knows(word) || isRealWordIn(language, word)
    return {
      knows,
      near,
      isWord,
      correct: (word) => (isWord(word) || exact.has(word) ? undefined : (near(word)[0] ?? lengthened(word))),
      reading: (other) => spellers[other],
    }
  }
  const spellers: Readonly<Record<Language, Speller>> = { en: reading('en'), fr: reading('fr'), es: reading('es') }
  return spellers.en
}

/** What a word may be a slip of: known words in reach, likeliest first, and for a short word the one it lacks a letter of. */
type Slips = {
  near(word: string): readonly string[]
  lengthened(word: string): string | undefined
}

function createSlips(frequencies: ReadonlyMap<string, number>, exact: ReadonlySet<string>): Slips {
  let built: Map<string, string[]> | undefined
  const remembered = new Map<string, readonly string[]>()
  const uses = (word: string) => frequencies.get(word) ?? 0
  const index = () => {
    built ??= indexDeletions([...frequencies.keys()].filter((known) => isCorrectable(known) && !exact.has(known)))
    return built
  }
  const cost = ({ word, distance }: Candidate, slip: string) =>
    distance * 10 - (word[0] === slip[0] ? 4 : 0) - Math.log10(uses(word) || 1)
  const find = (slip: string): string[] =>
    candidatesFor(slip, index())
      .sort((a, b) => cost(a, slip) - cost(b, slip) || (a.word < b.word ? -1 : 1))
      .map((candidate) => candidate.word)
  return {
    // One question meets the same slip at several steps, and so do questions of one day.
    near: (word) => {
      if (!isCorrectable(word)) return []
      const known = remembered.get(word)
      if (known) return known
      if (remembered.size >= rememberedSlips) remembered.clear()
      const found = find(word)
      remembered.set(word, found)
      return found
    },
    // A short word is mostly an acronym, so only a letter dropped from what is met all the time is put back: "wht".
    lengthened: (word) => {
      if (word.length !== shortestWord - 1 || /\d/.test(word)) return undefined
      const often = (index().get(word) ?? []).filter((known) => uses(known) >= usesOfOften)
      return often.sort((a, b) => uses(b) - uses(a) || (a < b ? -1 : 1))[0]
    },
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
