import { createHash } from 'node:crypto'
import { entriesOf, type Knowledge } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, languages } from '../knowledge/language.ts'
import { stem } from '../search/stem.ts'
import { tokenize } from '../search/tokens.ts'
import { createFeatureSpace, type FeatureSpace, learnFeatures } from './features.ts'
import type { Lexicon } from './lexicon.ts'
import { type Features, type LinearModel, scoreLabels, trainLinearModel } from './linear-model.ts'
import { packModel, type TrainedModel, unpackModel } from './model-bytes.ts'

/** The label of messages that are no questions for us. */
export const outOfScope = 'out-of-scope'

/** A label (intent id, `topic:ID` or out-of-scope) and how likely the model holds it, before slots are looked at. */
export type IntentScore = { readonly intent: string; readonly probability: number }

export type IntentModel = {
  /** Likely labels for masked words, best first; the probabilities of all labels add up to 1. */
  classify(words: readonly string[]): IntentScore[]
  /** Whether a word, or another word for the same concept, occurs in the phrasings of a label. */
  expects(label: string, word: string): boolean
  /** All words of the phrasings, folded: the speller must know them. */
  readonly words: ReadonlyMap<string, number>
}

/**
 * How peaked the probabilities are. Margins of the trained model lie around 1; 6 turns them into odds that agree with how
 * often the best label was right on questions held out from the phrasings.
 */
const sharpness = 6

/** Keeps trained models, as bytes, from one start to the next. */
export type ModelCache = {
  /** The bytes that were saved under a key, or undefined. */
  load(key: string): Uint8Array | undefined
  save(key: string, bytes: Uint8Array): void
}

/** Part of the key: raise it when features or training change, so that no old model is taken for a new one. */
const trainingVersion = 1

/** Trains the model from the phrasings of the knowledge folder; the same files give the same model, byte for byte. */
export function trainIntentModel(knowledge: Knowledge, lexicon: Lexicon, cache?: ModelCache): IntentModel {
  const phrasings = listPhrasings(knowledge, lexicon)
  const labels = [...new Set(phrasings.map((phrasing) => phrasing.label))]
  const { model, vocabulary } = cache
    ? cached(phrasings, knowledge, cache, () => train(phrasings, labels, lexicon))
    : train(phrasings, labels, lexicon)
  const space = createFeatureSpace(vocabulary, lexicon)
  return {
    classify: (words) => rankLabels(model, space, labels, withoutFillers(words, lexicon)),
    expects: createExpectations(phrasings, lexicon),
    words: countWords(phrasings, knowledge),
  }
}

function train(phrasings: readonly Phrasing[], labels: readonly string[], lexicon: Lexicon): TrainedModel {
  const texts = phrasings.map((phrasing) => phrasing.words)
  const { vocabulary, features } = learnFeatures(texts, lexicon)
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const examples = phrasings.map(({ label }, i) => ({
    features: features[i] as Features,
    label: numbers.get(label) as number,
  }))
  return { vocabulary, model: trainLinearModel(examples, { labels: labels.length, features: vocabulary.names.length }) }
}

function cached(
  phrasings: readonly Phrasing[],
  { lexicon }: Knowledge,
  cache: ModelCache,
  make: () => TrainedModel,
): TrainedModel {
  const key = createHash('sha256')
    .update(JSON.stringify([trainingVersion, phrasings, lexicon]))
    .digest('hex')
  const bytes = cache.load(key)
  const kept = bytes && unpackModel(bytes)
  if (kept) return kept
  const made = make()
  cache.save(key, packModel(made))
  return made
}

type Phrasing = { readonly label: string; readonly words: readonly string[] }

function listPhrasings(knowledge: Knowledge, lexicon: Lexicon): Phrasing[] {
  const fillRole = createRoleFiller(knowledge)
  const of = (label: string, texts: readonly string[] = [], language: Language = 'en') =>
    texts.map((text) => ({ label, words: withoutFillers(maskedWords(fillRole(text, language)), lexicon) }))
  const all = (label: string, texts: Partial<Record<Language, readonly string[]>>) =>
    languages.flatMap((language) => of(label, texts[language], language))
  return [
    ...[...knowledge.intents.values()].flatMap((intent) => all(intent.id, intent.phrasings)),
    ...[...knowledge.topics.values()].flatMap((topic) => of(`topic:${topic.id}`, [topic.title, ...topic.questions])),
    ...all(outOfScope, knowledge.outOfScope),
  ]
}

/** Role words are not masked in questions, so `<role>` in a phrasing stands for each role in turn. */
function createRoleFiller(knowledge: Knowledge): (text: string, language: Language) => string {
  const roles = entriesOf(knowledge, 'role')
  let turn = 0
  return (text, language) =>
    text.replaceAll('<role>', () => {
      const role = roles[turn++ % roles.length]
      return role ? inLanguage(role.name, language) : '<role>'
    })
}

/** The words of a phrasing; slots stay as they are: `who runs <process>` → who, runs, <process>. */
export function maskedWords(phrasing: string): string[] {
  return phrasing
    .split(/(<[a-z-]+>)/)
    .flatMap((part) => (part.startsWith('<') ? [part] : tokenize(part).map((token) => token.word)))
}

/** Politeness says nothing about what is asked, unless nothing else is said. */
function withoutFillers(words: readonly string[], lexicon: Lexicon): readonly string[] {
  const kept = words.filter((word) => !lexicon.isFiller(word))
  return kept.length > 0 ? kept : words
}

function rankLabels(
  model: LinearModel,
  space: FeatureSpace,
  labels: readonly string[],
  words: readonly string[],
): IntentScore[] {
  if (labels.length === 0) return []
  const scores = scoreLabels(model, space.featuresOf(words))
  const top = Math.max(...scores)
  const powers = [...scores].map((score) => Math.exp(sharpness * (score - top)))
  const sum = powers.reduce((a, b) => a + b, 0)
  return labels
    .map((intent, i) => ({ intent, probability: (powers[i] ?? 0) / sum }))
    .sort((a, b) => b.probability - a.probability)
}

function createExpectations(
  phrasings: readonly Phrasing[],
  lexicon: Lexicon,
): (label: string, word: string) => boolean {
  const expected = new Map<string, Set<string>>()
  const known = new Map<string, readonly string[]>()
  const keysOf = (word: string) => {
    const keys = known.get(word) ?? [stemKey(word), ...lexicon.conceptsOf([word]).map((concept) => `c ${concept}`)]
    // Bounds what a flood of odd words can make us remember.
    if (known.size < 50_000) known.set(word, keys)
    return keys
  }
  for (const { label, words } of phrasings) {
    const set = expected.get(label) ?? new Set()
    expected.set(label, set)
    for (const word of words) for (const key of keysOf(word)) set.add(key)
  }
  return (label, word) => keysOf(word).some((key) => expected.get(label)?.has(key) ?? false)
}

/** Five letters of the stem: enough to tell words apart, few enough to meet their other forms in three languages. */
function stemKey(word: string): string {
  return `w ${stem(word).slice(0, 5)}`
}

function countWords(phrasings: readonly Phrasing[], knowledge: Knowledge): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const { label, words } of phrasings)
    if (label !== outOfScope) for (const word of words) if (!word.startsWith('<')) add(word)
  for (const group of knowledge.lexicon) {
    for (const phrase of [group.words.en, group.words.fr ?? [], group.words.es ?? []].flat())
      for (const { word } of tokenize(phrase)) add(word)
  }
  return counts
}
