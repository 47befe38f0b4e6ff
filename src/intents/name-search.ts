import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Findable, lettersIn, listNames, type SearchedName, tellingWords } from './searched-names.ts'

/** What was found, and how well it fits: more is better, and names score 0.5 at least. */
export type Found = { readonly of: Findable; readonly score: number }

export type NameSearch = {
  /** Everything with a name that has all of the words or their beginnings, best first. */
  find(words: readonly string[]): Found[]
}

/** How the words of a name can fit those that were typed; a better way always beats more of the name. */
const grades = { whole: 5, begins: 4, hasWords: 3, hasBeginnings: 2, hasInside: 1 } as const
/** What a share of the name adds at most, and what a name takes off that others may have as well. */
const shareWeight = 0.9
const weakness = 0.5
/** Fewer letters are inside too many words. */
const lettersInside = 3

/** Searches the names of all entries and topics. They are indexed at the first search. */
export function createNameSearch(knowledge: Knowledge): NameSearch {
  let built: NamesByWord | undefined
  return {
    find: (words) => {
      built ??= indexNames(knowledge)
      return bestOfEach(findNames(tellingWords(words), built))
    },
  }
}

type NamesByWord = ReadonlyMap<string, readonly SearchedName[]>

function indexNames(knowledge: Knowledge): NamesByWord {
  const byWord = new Map<string, SearchedName[]>()
  for (const name of listNames(knowledge)) {
    for (const word of new Set(name.words)) {
      const having = byWord.get(word)
      if (having) having.push(name)
      else byWord.set(word, [name])
    }
  }
  return byWord
}

/** The names that have every word, with the grade and share of each. */
function findNames(typed: readonly string[], byWord: NamesByWord): Map<SearchedName, number> {
  const [first, ...others] = typed.map((word) => namesWith(word, byWord))
  const found = [...(first ?? [])].filter(([name]) => others.every((having) => having.has(name)))
  return new Map(
    found.map(([name, fit]) => {
      const weakest = Math.min(fit, ...others.map((having) => having.get(name) ?? 0))
      return [name, scoreOf(name, typed, weakest)]
    }),
  )
}

/** The names with a word that is the typed one, begins with it or has it inside, each with the best of these. */
function namesWith(typed: string, byWord: NamesByWord): Map<SearchedName, number> {
  const having = new Map<SearchedName, number>()
  for (const [word, names] of byWord) {
    const fit = fitOf(word, typed)
    if (fit > 0) for (const name of names) having.set(name, Math.max(fit, having.get(name) ?? 0))
  }
  return having
}

function fitOf(word: string, typed: string): number {
  if (word === typed) return grades.hasWords
  if (word.startsWith(typed)) return grades.hasBeginnings
  return typed.length >= lettersInside && word.includes(typed) ? grades.hasInside : 0
}

function scoreOf({ words, letters, weak }: SearchedName, typed: readonly string[], weakest: number): number {
  const begins = typed.every((word, i) => words[i]?.startsWith(word))
  const isWhole = words.length === typed.length && typed.every((word, i) => words[i] === word)
  const grade = isWhole ? grades.whole : begins ? grades.begins : weakest
  const share = Math.min(1, lettersIn(typed) / letters)
  return grade + share * shareWeight - (weak ? weakness : 0)
}

/** Each thing by the best of its names; of equals, in the order of the files. */
function bestOfEach(found: ReadonlyMap<SearchedName, number>): Found[] {
  const best = new Map<Findable, number>()
  for (const [{ of }, score] of found) best.set(of, Math.max(score, best.get(of) ?? 0))
  return [...best]
    .map(([of, score]) => ({ of, score: score + (askedMost.has(of.kind) ? bonus : 0) }))
    .sort((a, b) => b.score - a.score)
}

/** Of what fits about as well, this is what people look for. */
const askedMost: ReadonlySet<Findable['kind']> = new Set(['process', 'topic'])
const bonus = 0.25
