import { describe, expect, test } from 'vitest'
import { evidenceOf, fitCalibration, type Outcome, probabilityOf, sharesOf } from '../../src/intents/calibration.ts'
import type { WeighedWords } from '../../src/intents/features.ts'
import { seededRandom } from '../search/seeded-random.ts'

/** Words of which as many are known as there are numbers from 0 up. */
function words(...stems: number[]): WeighedWords {
  return { stems, weights: stems.map(() => 1) }
}

const allSeen = words(0, 1, 2, 3, 4)
const nothingSeen = words(-1, -1, -1, -1, -1)
const saidOfAll = () => new Set([0, 1, 2, 3, 4])

/** Outcomes that the margin alone decides, with noise in all the rest. */
function outcomes(count: number): Outcome[] {
  const random = seededRandom(3)
  return Array.from({ length: count }, () => {
    const margin = random()
    const scores = Float32Array.of(1, 1 - margin, 0)
    return {
      evidence: evidenceOf(scores, words(...allSeen.stems.map((stem) => (random() < 0.5 ? stem : -1))), saidOfAll),
      right: random() < margin,
      weight: 1,
    }
  })
}

describe('sharesOf', () => {
  test('gives the highest score the largest share, and shares that add up to 1', () => {
    const shares = sharesOf(Float32Array.of(0.2, 0.9, 0.4))
    expect(shares.indexOf(Math.max(...shares))).toBe(1)
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
  })
})

describe('evidenceOf', () => {
  test('tells words that were said of the best label from words that were said of another', () => {
    const of = (best: number) =>
      evidenceOf(
        Float32Array.of(best === 0 ? 1 : 0, best === 1 ? 1 : 0),
        words(0, 1, 2, 3),
        (label) => new Set(label === 0 ? [0, 1, 2] : [3]),
      )
    expect([of(0).at(-1), of(1).at(-1)]).toEqual([0.75, 0.25])
  })
})

describe('fitCalibration', () => {
  const calibration = fitCalibration(outcomes(4000))

  test('makes of ten questions with a probability of 0.7 about seven right', () => {
    const fresh = outcomes(6000).slice(4000)
    for (const [from, to] of [
      [0.2, 0.4],
      [0.4, 0.6],
      [0.6, 0.8],
    ] as const) {
      const inBin = fresh.filter(({ evidence }) => {
        const p = probabilityOf(calibration, evidence)
        return p >= from && p < to
      })
      const share = inBin.filter(({ right }) => right).length / inBin.length
      expect(share).toBeGreaterThan(from - 0.07)
      expect(share).toBeLessThan(to + 0.07)
    }
  })

  test('gives the same weights for the same outcomes', () => {
    expect(fitCalibration(outcomes(300))).toEqual(fitCalibration(outcomes(300)))
  })

  test('stays finite where outcomes can be told apart without a fault', () => {
    const sure: Outcome[] = [true, false].map((right) => ({
      evidence: evidenceOf(Float32Array.of(right ? 2 : 0, 0), right ? allSeen : nothingSeen, saidOfAll),
      right,
      weight: 100,
    }))
    expect(fitCalibration(sure).every(Number.isFinite)).toBe(true)
  })

  test('without outcomes trusts a clear margin over seen words, and no unseen words', () => {
    const usual = fitCalibration([])
    expect(probabilityOf(usual, evidenceOf(Float32Array.of(1, 0), allSeen, saidOfAll))).toBeGreaterThan(0.8)
    expect(probabilityOf(usual, evidenceOf(Float32Array.of(0.1, 0), nothingSeen, saidOfAll))).toBeLessThan(0.1)
  })
})
