import { describe, expect, test } from 'vitest'
import { createCentroids } from '../../../src/intents/lint/centroids.ts'

/** A text whose feature 0, 1, 2, … has the value that stands there. */
const text = (...values: number[]) => ({ ids: values.map((_, id) => id), values })

describe('createCentroids', () => {
  const { nearness } = createCentroids([text(3, 4), text(0, 2), text(5, 0), text(0, 0, 1)], [0, 0, 1, 2])

  test('gives the cosine to the sum of another group', () => {
    expect(nearness(2)[0]).toBeCloseTo(3 / Math.hypot(3, 6))
    expect(nearness(0)[1]).toBeCloseTo(0.6)
  })

  test('takes a text out of its own group', () => {
    expect(nearness(0)[0]).toBeCloseTo(0.8)
    expect(nearness(1)[0]).toBeCloseTo(0.8)
  })

  test('puts a text that is alone in its group, or has nothing in common with one, at 0', () => {
    expect([...nearness(3)]).toEqual([0, 0, 0])
    expect(nearness(2)[1]).toBe(0)
  })
})
