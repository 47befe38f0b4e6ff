import type { LocatedKnowledge } from '../../knowledge/located-knowledge.ts'
import type { Warning } from '../../knowledge/problem.ts'
import { isSlot, learnFeatures, nameFeatures } from '../features.ts'
import { createLexicon, type Lexicon } from '../lexicon.ts'
import type { Features } from '../linear-model.ts'
import { outOfScope } from '../phrasings.ts'
import { createCentroids } from './centroids.ts'
import { type LabelledPhrasing, listLabelledPhrasings } from './labelled-phrasings.ts'

/**
 * How much nearer another intent must be than the own one: its middle, and its most similar phrasing. More than a
 * third of the shipped phrasings lie nearer to the middle of another intent, because intents hold wordings that are far
 * apart; with both limits two in a thousand are left. Of phrasings moved to another intent for a trial, 30 % are found.
 */
const clearlyNearer = 0.1
const clearlyMoreSimilar = 0.4

/**
 * The phrasings that look as if they were filed under the wrong intent or topic: without the phrasing itself, its own is
 * clearly farther than another. Only wordings with the same slots are compared, because the kind of name tells intents
 * apart: "number of <document>", "number of <process>". Cost grows with phrasings × features of a phrasing × intents
 * that have them; for a phrasing that lies nearer to another intent, also with the phrasings of the two.
 */
export function warnOfStrayPhrasings({ knowledge, locate }: LocatedKnowledge): Warning[] {
  // What is out of scope has nothing in common but that, so it has no middle.
  const phrasings = listLabelledPhrasings(knowledge).filter(({ label }) => label !== outOfScope)
  return withoutTwins(findStrays(phrasings, createLexicon(knowledge.lexicon))).map(({ stray, similar }) => {
    const { file, line } = locate(similar.holder, similar.path)
    const message = `"${stray.text}" of ${stray.filed} is nearer to ${similar.filed}, for instance to "${similar.text}" (${file}:${line}); if it asks for that, file it there`
    return { ...locate(stray.holder, stray.path), message }
  })
}

type Stray = { readonly stray: LabelledPhrasing; readonly similar: LabelledPhrasing; readonly lead: number }

function findStrays(phrasings: readonly LabelledPhrasing[], lexicon: Lexicon): Stray[] {
  const named = nameFeatures(
    phrasings.map(({ words }) => words),
    lexicon,
  )
  const { features } = learnFeatures(named, { labels: new Set(phrasings.map(({ label }) => label)).size })
  const known = phrasings.map((phrasing, at) => ({ ...phrasing, features: features[at] as Features }))
  const byLabel = Map.groupBy(known, ({ label }) => label)
  const nearerLabel = createNearerLabel(known)
  return known.flatMap((phrasing, at) => {
    const label = nearerLabel(at)
    return label === undefined ? [] : compare(phrasing, byLabel.get(phrasing.label) ?? [], byLabel.get(label) ?? [])
  })
}

/** A stray if one of the others is clearly more similar than all of its own; the same words are told as such. */
function compare(stray: Known, own: readonly Known[], others: readonly Known[]): Stray[] {
  const cosine = createCosine(stray.features)
  const slots = slotsOf(stray.words)
  const similar = mostSimilar(
    others.filter(({ words }) => slotsOf(words) === slots),
    cosine,
  )
  const nearby = mostSimilar(
    own.filter((phrasing) => phrasing !== stray),
    cosine,
  )
  const lead = similar.cosine - nearby.cosine
  const isSame = similar.phrasing?.words.join(' ') === stray.words.join(' ')
  return similar.phrasing && !isSame && lead >= clearlyMoreSimilar ? [{ stray, similar: similar.phrasing, lead }] : []
}

/** Of two phrasings that look for each other, the one with less in its own intent is out of place. */
function withoutTwins(strays: readonly Stray[]): Stray[] {
  const leads = new Map(strays.map(({ stray, lead }) => [stray, lead]))
  return strays.filter(({ similar, lead }) => (leads.get(similar) ?? 0) <= lead)
}

type Known = LabelledPhrasing & { readonly features: Features }

/** The label that is clearly nearer to a phrasing than its own. Each language has a middle of its own. */
function createNearerLabel(phrasings: readonly Known[]): (at: number) => string | undefined {
  const groups = new Map<string, number>()
  const labels: string[] = []
  const groupOf = phrasings.map(({ label, language }) => {
    const group = groups.getOrInsert(`${language} ${label}`, groups.size)
    labels[group] = label
    return group
  })
  const centroids = createCentroids(
    phrasings.map(({ features }) => features),
    groupOf,
  )
  return (at) => {
    const own = phrasings[at]?.label
    const best = { own: 0, other: 0, label: own }
    centroids.nearness(at).forEach((near, group) => {
      if (labels[group] === own) best.own = Math.max(best.own, near)
      else if (near > best.other) Object.assign(best, { other: near, label: labels[group] })
    })
    return best.other - best.own >= clearlyNearer ? best.label : undefined
  }
}

function slotsOf(words: readonly string[]): string {
  return words.filter(isSlot).sort().join(' ')
}

type Similar = { readonly phrasing?: LabelledPhrasing; readonly cosine: number }

function mostSimilar(phrasings: readonly Known[] = [], cosine: (features: Features) => number): Similar {
  return phrasings.reduce<Similar>(
    (best, phrasing) => {
      const own = cosine(phrasing.features)
      return own > best.cosine ? { phrasing, cosine: own } : best
    },
    { cosine: 0 },
  )
}

function createCosine(features: Features): (other: Features) => number {
  const values = new Map(features.ids.map((id, at) => [id, features.values[at] as number]))
  const length = Math.hypot(...features.values)
  return (other) => {
    const dot = other.ids.reduce((sum, id, at) => sum + (values.get(id) ?? 0) * (other.values[at] as number), 0)
    return dot / (length * Math.hypot(...other.values) || 1)
  }
}
