import { stem } from '../search/stem.ts'
import type { Lexicon } from './lexicon.ts'
import type { Features } from './linear-model.ts'

/** The features that are known, and how rare each is. */
export type Vocabulary = { readonly names: readonly string[]; readonly rarity: Float64Array }

/** The words of a text as numbers of a vocabulary, -1 for what it does not have, and how rare each is. */
export type WeighedWords = { readonly stems: readonly number[]; readonly weights: readonly number[] }

/** A text as the model sees it. */
export type TextFeatures = Features & { readonly words: WeighedWords }

/** Turns masked words into features of a vocabulary. Slots are words in angle brackets: `<process>`. */
export type FeatureSpace = {
  readonly size: number
  featuresOf(words: readonly string[]): TextFeatures
  /** The numbers of the words alone, which cost much less than all features. */
  stemsOf(words: readonly string[]): number[]
}

/** Texts whose features have been named and numbered, but not counted. */
export type NamedTexts = { readonly names: readonly string[]; readonly texts: readonly Named[] }

/** A vocabulary with the features of texts. */
export type Learnt = { readonly vocabulary: Vocabulary; readonly features: readonly TextFeatures[] }

/** The numbers of a text's features; `unknown` stands for what the vocabulary does not have. */
type Named = {
  readonly stems: readonly number[]
  readonly pairs: readonly number[]
  readonly concepts: readonly number[]
  readonly letters: readonly number[]
}

const unknown = -1

/** With more texts than this for each label, what only one text has cannot be told from chance, and is not kept. */
const manyTexts = 30

/** Names the features of texts: the dear part of learning, done once however many models are trained on parts of them. */
export function nameFeatures(texts: readonly (readonly string[])[], lexicon: Lexicon): NamedTexts {
  const seen = new Map<string, number>()
  const name = createNamer(lexicon, (feature) => {
    const number = seen.get(feature) ?? seen.size
    seen.set(feature, number)
    return number
  })
  const named = texts.map(name)
  return { names: [...seen.keys()], texts: named }
}

/**
 * Learns the vocabulary and the rarity of its features from the chosen texts, and gives the features of all texts.
 * Cost grows with the number of words.
 * @param labels how many labels the chosen texts have
 */
export function learnFeatures(
  { names, texts }: NamedTexts,
  { labels, chosen = texts }: { readonly labels: number; readonly chosen?: readonly Named[] },
): Learnt {
  const documents = countDocuments(chosen, names.length)
  const least = chosen.length > manyTexts * labels ? 2 : 1
  const renumbered = new Int32Array(names.length).fill(unknown)
  const kept: string[] = []
  const rarities: number[] = []
  for (const [number, name] of names.entries()) {
    const count = documents[number] as number
    if (count < least) continue
    renumbered[number] = kept.length
    kept.push(name)
    rarities.push(Math.log((1 + chosen.length) / (1 + count)) + 1)
  }
  const rarity = Float64Array.from(rarities)
  const rarest = rarestOf(rarity)
  const renumber = (numbers: readonly number[]) => numbers.map((number) => renumbered[number] as number)
  const features = texts.map(({ stems, pairs, concepts, letters }) =>
    weighText(
      { stems: renumber(stems), pairs: renumber(pairs), concepts: renumber(concepts), letters: renumber(letters) },
      rarity,
      rarest,
    ),
  )
  return { vocabulary: { names: kept, rarity }, features }
}

/** The features of a vocabulary, in any text. */
export function createFeatureSpace({ names, rarity }: Vocabulary, lexicon: Lexicon): FeatureSpace {
  const numbers = new Map(names.map((name, number) => [name, number]))
  const name = createNamer(lexicon, (feature) => numbers.get(feature) ?? unknown)
  const rarest = rarestOf(rarity)
  return {
    size: names.length,
    featuresOf: (words) => weighText(name(words), rarity, rarest),
    stemsOf: (words) => words.map((word) => numbers.get(stemFeature(word)) ?? unknown),
  }
}

/** What was never seen is rarer than anything that was. */
function rarestOf(rarity: Float64Array): number {
  return rarity.reduce((a, b) => Math.max(a, b), 1) + Math.LN2
}

function countDocuments(texts: readonly Named[], size: number): Uint32Array {
  const documents = new Uint32Array(size)
  // The text that was counted last for each feature, so that what a text has twice counts once.
  const counted = new Int32Array(size).fill(unknown)
  for (const [text, { stems, pairs, concepts, letters }] of texts.entries())
    for (const numbers of [stems, pairs, concepts, letters])
      for (const number of numbers) {
        if (counted[number] === text) continue
        counted[number] = text
        documents[number] = (documents[number] as number) + 1
      }
  return documents
}

/** Words whose letter groups are remembered at most; a flood of odd words must not fill the memory. */
const rememberedWords = 20_000

function createNamer(lexicon: Lexicon, numberOf: (name: string) => number): (words: readonly string[]) => Named {
  const ofWord = new Map<string, readonly number[]>()
  const lettersOf = (word: string) => {
    const known = ofWord.get(word)
    if (known) return known
    const made = letterGroups(word).map(numberOf)
    if (ofWord.size < rememberedWords) ofWord.set(word, made)
    return made
  }
  return (words) => {
    const plain = words.filter((word) => !isSlot(word))
    return {
      stems: words.map((word) => numberOf(stemFeature(word))),
      pairs: pairsOf(words).map(numberOf),
      // Twice, so that a concept outweighs the one word that stands for it.
      concepts: lexicon.conceptsOf(plain).flatMap((concept) => {
        const number = numberOf(`c ${concept}`)
        return [number, number]
      }),
      letters: plain.flatMap(lettersOf),
    }
  }
}

function stemFeature(word: string): string {
  return `w ${isSlot(word) ? word : stem(word)}`
}

/**
 * Neighbours, and words with one word between them. They see every slot as the same `<x>`, so that kinds share what is
 * learnt.
 */
function pairsOf(words: readonly string[]): string[] {
  const pairs: string[] = []
  let before = '^'
  let last: string | undefined
  for (const word of [...words, '$']) {
    const shown = isSlot(word) ? '<x>' : stem(word)
    pairs.push(`b ${before} ${shown}`)
    if (last !== undefined) pairs.push(`s ${last} ${shown}`)
    last = before
    before = shown
  }
  return pairs
}

/** Groups of 2 to 4 letters of a word with its edges, so that unseen forms of a word still count. */
function letterGroups(word: string): string[] {
  const edged = ` ${word.slice(0, 30)} `
  const groups: string[] = []
  for (let length = 2; length <= 4; length++) {
    for (let i = 0; i + length <= edged.length; i++) groups.push(`l${edged.slice(i, i + length)}`)
  }
  return groups
}

export function isSlot(word: string): boolean {
  return word.startsWith('<')
}

function weighText({ stems, pairs, concepts, letters }: Named, rarity: Float64Array, rarest: number): TextFeatures {
  const words = weigh([...stems, ...pairs, ...concepts], rarity)
  const spelling = weigh(letters, rarity)
  const weights = stems.map((stem) => (stem === unknown ? rarest : (rarity[stem] as number)))
  return {
    ids: words.ids.concat(spelling.ids),
    values: words.values.concat(spelling.values),
    words: { stems, weights },
  }
}

/** (1 + ln count) x rarity, scaled to length 1. */
function weigh(numbers: readonly number[], rarity: Float64Array): Features {
  const counts = new Map<number, number>()
  for (const number of numbers) if (number !== unknown) counts.set(number, (counts.get(number) ?? 0) + 1)
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
