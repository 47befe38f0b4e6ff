import type { WeighedWords } from './features.ts'
import { bestLabel } from './linear-model.ts'

/** What is known of a classification besides its best label: the same numbers for every knowledge folder. */
export type Evidence = readonly number[]

/** A classification whose outcome is known, and how much it counts. */
export type Outcome = { readonly evidence: Evidence; readonly right: boolean; readonly weight: number }

/** Turns evidence into the probability that the best label is right: logistic regression, one weight for each number. */
export type Calibration = Float64Array

/**
 * How peaked the shares of the labels are. Margins of the trained model lie around 1; 6 turns them into odds that agree
 * with how often the best label was right on questions held out from the phrasings.
 */
const sharpness = 6

/** The share of each label: positive, together 1. */
export function sharesOf(scores: Float32Array): Float64Array {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const powers = Float64Array.from(scores, (score) => Math.exp(sharpness * (score - top)))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/**
 * How high and how far ahead the best label is, and how much of the text was said before: anywhere, and of this label.
 * @param saidOf the stems in the phrasings of a label
 */
export function evidenceOf(
  scores: Float32Array,
  words: WeighedWords,
  saidOf: (label: number) => ReadonlySet<number>,
): Evidence {
  const best = bestLabel(scores)
  const top = scores[best] ?? 0
  const second = scores.reduce((a, b, label) => (label === best ? a : Math.max(a, b)), Number.NEGATIVE_INFINITY)
  const margin = scores.length > 1 ? top - second : top
  const said = saidOf(best)
  const known = shareOf(words, (stem) => stem >= 0)
  const ofLabel = shareOf(words, (stem) => said.has(stem))
  return [1, top, margin, sharesOf(scores)[best] ?? 0, known, Math.log(1 + words.stems.length), ofLabel]
}

/** Share of the words, weighted by rarity, 0 to 1. */
function shareOf({ stems, weights }: WeighedWords, counts: (stem: number) => boolean): number {
  const sum = (keep: (stem: number) => boolean) =>
    stems.reduce((total, stem, i) => total + (keep(stem) ? (weights[i] as number) : 0), 0)
  return sum(counts) / (sum(() => true) || 1)
}

/** The probability, 0 to 1, that the best label is right. */
export function probabilityOf(calibration: Calibration, evidence: Evidence): number {
  return 1 / (1 + Math.exp(-dot(calibration, evidence)))
}

/** What holds where there is too little to learn from: learnt from small samples of a public set, 5 to 20 intents each. */
const usual: Calibration = Float64Array.of(-5.6, 2.5, 2.1, 2.9, 3, 0.2, 0.3)
/** How firmly weights are held to what is usual: a few hundred outcomes move them. */
const priorWeight = 2
const rounds = 30
/** Where outcomes can be told apart without a fault, Newton's steps would run away. */
const longestStep = 1

/**
 * Fits the weights to outcomes (logistic regression by Newton's method, drawn towards the usual weights). The same
 * outcomes give the same weights.
 */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const weights = usual.slice()
  for (let round = 0; round < rounds; round++) {
    const step = newtonStep(outcomes, weights)
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) + clamp(step[i] as number)
  }
  return weights
}

function clamp(step: number): number {
  return Math.max(-longestStep, Math.min(longestStep, step))
}

function newtonStep(outcomes: readonly Outcome[], weights: Calibration): Float64Array {
  const size = weights.length
  const slopes = Float64Array.from(weights, (weight, i) => priorWeight * ((usual[i] as number) - weight))
  const bends = Array.from({ length: size }, (_, i) =>
    Float64Array.from(weights, (_, j) => (i === j ? priorWeight : 0)),
  )
  for (const { evidence, right, weight } of outcomes) {
    const p = probabilityOf(weights, evidence)
    const miss = weight * (Number(right) - p)
    const bend = weight * p * (1 - p)
    for (let i = 0; i < size; i++) {
      const own = evidence[i] as number
      slopes[i] = (slopes[i] as number) + miss * own
      const row = bends[i] as Float64Array
      for (let j = 0; j < size; j++) row[j] = (row[j] as number) + bend * own * (evidence[j] as number)
    }
  }
  return solve(bends, slopes)
}

/** Solves a symmetric positive definite system by elimination; the prior keeps the diagonal away from zero. */
function solve(rows: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  for (let i = 0; i < size; i++) {
    const pivot = rows[i] as Float64Array
    for (let k = 0; k < size; k++) {
      if (k === i) continue
      const row = rows[k] as Float64Array
      const factor = (row[i] as number) / (pivot[i] as number)
      for (let j = i; j < size; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number)
      right[k] = (right[k] as number) - factor * (right[i] as number)
    }
  }
  return right.map((value, i) => value / ((rows[i] as Float64Array)[i] as number))
}

function dot(weights: Calibration, evidence: Evidence): number {
  return evidence.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)
}
