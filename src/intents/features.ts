import { stem } from '../search/stem.ts'
import type { Lexicon } from './lexicon.ts'
import type { Features } from './linear-model.ts'

/** The features that are known, and how rare each is. */
export type Vocabulary = { readonly names: readonly string[]; readonly rarity: Float64Array }

/** Turns masked words into features of a vocabulary. Slots are words in angle brackets: `<process>`. */
export type FeatureSpace = {
  readonly size: number
  featuresOf(words: readonly string[]): Features
}

/** A vocabulary with the features of the texts it was learnt from. */
export type Learnt = { readonly vocabulary: Vocabulary; readonly features: readonly Features[] }

/** Below this many texts even a feature seen once is worth keeping. */
const fewTexts = 500

/**
 * Learns the vocabulary and the rarity of its features from the training texts, and gives the features of each text.
 * Cost grows with the number of words; the letter groups of a word are made once, however often it occurs.
 */
export function learnFeatures(texts: readonly (readonly string[])[], lexicon: Lexicon): Learnt {
  const seen = new Map<string, number>()
  const namer = createNamer(lexicon, (name) => {
    const number = seen.get(name) ?? seen.size
    seen.set(name, number)
    return number
  })
  const named = texts.map((text) => ({ words: namer.words(text), letters: namer.letters(text) }))
  const documents = countDocuments(named, seen.size)
  // What a single phrasing has cannot be told from chance, and is two thirds of all there is.
  const least = texts.length > fewTexts ? 2 : 1
  const kept = [...seen].filter(([, number]) => (documents[number] as number) >= least)
  const renumbered = new Int32Array(seen.size).fill(-1)
  for (const [index, [, number]] of kept.entries()) renumbered[number] = index
  const rarity = Float64Array.from(
    kept,
    ([, number]) => Math.log((1 + texts.length) / (1 + (documents[number] as number))) + 1,
  )
  const renumber = (numbers: readonly number[]) =>
    numbers.map((number) => renumbered[number] as number).filter((number) => number >= 0)
  return {
    vocabulary: { names: kept.map(([name]) => name), rarity },
    features: named.map(({ words, letters }) => join(weigh(renumber(words), rarity), weigh(renumber(letters), rarity))),
  }
}

/** The features of a vocabulary, in any text. */
export function createFeatureSpace({ names, rarity }: Vocabulary, lexicon: Lexicon): FeatureSpace {
  const numbers = new Map(names.map((name, number) => [name, number]))
  const namer = createNamer(lexicon, (name) => numbers.get(name))
  return {
    size: names.length,
    featuresOf: (text) => join(weigh(namer.words(text), rarity), weigh(namer.letters(text), rarity)),
  }
}

type Named = { readonly words: readonly number[]; readonly letters: readonly number[] }

function countDocuments(texts: readonly Named[], size: number): Uint32Array {
  const documents = new Uint32Array(size)
  for (const { words, letters } of texts) {
    for (const number of new Set([...words, ...letters])) documents[number] = (documents[number] as number) + 1
  }
  return documents
}

type Namer = { words(text: readonly string[]): number[]; letters(text: readonly string[]): number[] }

/** Words whose letter groups are remembered at most; a flood of odd words must not fill the memory. */
const rememberedWords = 20_000

function createNamer(lexicon: Lexicon, numberOf: (name: string) => number | undefined): Namer {
  const ofWord = new Map<string, readonly number[]>()
  const numbers = (list: readonly string[]) => list.map(numberOf).filter((number) => number !== undefined)
  const lettersOf = (word: string) => {
    const known = ofWord.get(word)
    if (known) return known
    const made = numbers(letterGroups(word))
    if (ofWord.size < rememberedWords) ofWord.set(word, made)
    return made
  }
  return {
    words: (text) => numbers(wordFeatures(text, lexicon)),
    letters: (text) => text.filter((word) => !isSlot(word)).flatMap(lettersOf),
  }
}

/** Stems, neighbours, and concepts. Neighbours see every slot as the same `<x>`, so that kinds share what is learnt. */
function wordFeatures(words: readonly string[], lexicon: Lexicon): string[] {
  const features: string[] = []
  let before = '^'
  for (const word of words) {
    const own = isSlot(word) ? word : stem(word)
    const shown = isSlot(word) ? '<x>' : own
    features.push(`w ${own}`, `b ${before} ${shown}`)
    before = shown
  }
  features.push(`b ${before} $`)
  for (const concept of lexicon.conceptsOf(words.filter((word) => !isSlot(word))))
    features.push(`c ${concept}`, `c ${concept}`)
  return features
}

/** Groups of 3 and 4 letters of a word with its edges, so that unseen forms of a word still count. */
function letterGroups(word: string): string[] {
  const edged = ` ${word.slice(0, 30)} `
  const groups: string[] = []
  for (let length = 3; length <= 4; length++) {
    for (let i = 0; i + length <= edged.length; i++) groups.push(`l${edged.slice(i, i + length)}`)
  }
  return groups
}

export function isSlot(word: string): boolean {
  return word.startsWith('<')
}

/** (1 + ln count) x rarity, scaled to length 1. */
function weigh(numbers: readonly number[], rarity: Float64Array): Features {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const ids: number[] = []
  const values: number[] = []
  let squares = 0
  for (const [id, count] of counts) {
    const value = (1 + Math.log(count)) * (rarity[id] as number)
    ids.push(id)
    values.push(value)
    squares += value * value
  }
  const length = Math.sqrt(squares) || 1
  return { ids, values: values.map((value) => value / length) }
}

function join(a: Features, b: Features): Features {
  return { ids: a.ids.concat(b.ids), values: a.values.concat(b.values) }
}
