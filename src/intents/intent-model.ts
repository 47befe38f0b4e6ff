import { createHash } from 'node:crypto'
import type { LexiconGroup } from '../knowledge/knowledge.ts'
import { stem } from '../search/stem.ts'
import { evidenceOf, probabilityOf, sharesOf } from './calibration.ts'
import { createFeatureSpace, type FeatureSpace, learnFeatures, nameFeatures, type TextFeatures } from './features.ts'
import { calibrateOnHidden, groupStems } from './hidden-intents.ts'
import type { Lexicon } from './lexicon.ts'
import { scoreLabels, trainLinearModel } from './linear-model.ts'
import { packModel, type TrainedModel, unpackModel } from './model-bytes.ts'
import { outOfScope, type Phrasing, withoutFillers } from './phrasings.ts'

/** A label (intent id, `topic:ID` or out-of-scope) and how likely it is right, before slots are looked at. */
export type IntentScore = { readonly intent: string; readonly probability: number }

export type IntentModel = {
  /** Likely labels for masked words, best first. What their probabilities lack of 1 is that none of them is right. */
  classify(words: readonly string[]): IntentScore[]
  /** Whether a word, or another word for the same concept, occurs in the phrasings of a label. */
  expects(label: string, word: string): boolean
}

/** Keeps trained models, as bytes, from one start to the next. */
export type ModelCache = {
  /** The bytes that were saved under a key, or undefined. */
  load(key: string): Uint8Array | undefined
  save(key: string, bytes: Uint8Array): void
}

/** Part of the key: raise it when features or training change, so that no old model is taken for a new one. */
const trainingVersion = 3

/** Trains the model from phrasings; the same phrasings and lexicon give the same model, byte for byte. */
export function trainIntentModel(
  phrasings: readonly Phrasing[],
  lexicon: Lexicon,
  kept?: { readonly models: ModelCache; readonly groups: readonly LexiconGroup[] },
): IntentModel {
  const labels = [...new Set(phrasings.map((phrasing) => phrasing.label))]
  const make = () => train(phrasings, labels, lexicon)
  const trained = kept ? cached([phrasings, kept.groups], kept.models, make) : make()
  const space = createFeatureSpace(trained.vocabulary, lexicon)
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const said = groupStems(phrasings.map(({ label, words }) => [numbers.get(label) as number, space.stemsOf(words)]))
  const known: Known = { ...trained, space, labels, said }
  return {
    classify: (words) => rankLabels(known, withoutFillers(words, lexicon)),
    expects: createExpectations(phrasings, lexicon),
  }
}

function train(phrasings: readonly Phrasing[], labels: readonly string[], lexicon: Lexicon): TrainedModel {
  const named = nameFeatures(
    phrasings.map((phrasing) => phrasing.words),
    lexicon,
  )
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const numbered = phrasings.map(({ label }) => numbers.get(label) as number)
  const { vocabulary, features } = learnFeatures(named, { labels: labels.length })
  const examples = numbered.map((label, i) => ({ features: features[i] as TextFeatures, label }))
  return {
    vocabulary,
    model: trainLinearModel(examples, { labels: labels.length, features: vocabulary.names.length }),
    calibration: calibrateOnHidden(named, numbered, new Set([numbers.get(outOfScope) ?? -1])),
  }
}

function cached(learntFrom: unknown, cache: ModelCache, make: () => TrainedModel): TrainedModel {
  const key = createHash('sha256')
    .update(JSON.stringify([trainingVersion, learntFrom]))
    .digest('hex')
  const bytes = cache.load(key)
  const kept = bytes && unpackModel(bytes)
  if (kept) return kept
  const made = make()
  cache.save(key, packModel(made))
  return made
}

/** A trained model with what turns its scores into probabilities of labels. */
type Known = TrainedModel & {
  readonly space: FeatureSpace
  readonly labels: readonly string[]
  readonly said: ReadonlyMap<number, ReadonlySet<number>>
}

const nothing: ReadonlySet<number> = new Set()

function rankLabels({ model, calibration, space, labels, said }: Known, words: readonly string[]): IntentScore[] {
  if (labels.length === 0) return []
  const features = space.featuresOf(words)
  const scores = scoreLabels(model, features)
  const shares = sharesOf(scores)
  const known = probabilityOf(
    calibration,
    evidenceOf(scores, features.words, (best) => said.get(best) ?? nothing),
  )
  return spread(shares, known)
    .map((probability, i) => ({ intent: labels[i] as string, probability }))
    .sort((a, b) => b.probability - a.probability)
}

/** Shares as probabilities: the best label has what is known of it, and what is left over is that none of them is right. */
function spread(shares: Float64Array, known: number): number[] {
  const peak = Math.max(...shares)
  const others = known > peak ? (1 - known) / (1 - peak || 1) : known / peak
  return Array.from(shares, (share) => (share === peak ? known : share * others))
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
