import { expect, test } from 'vitest'
import { latencyBound, latencyQuantile } from '../../src/store/latency.ts'

test.each([
  [0, 1],
  [1, 1],
  [1.01, 2],
  [500, 500],
  [90_000, 30_000],
])('an answer that took %d ms is counted with %d', (ms, bound) => {
  expect(latencyBound(ms)).toBe(bound)
})

test.each([
  [0.5, 2, 'half of them came within two'],
  [0.95, 50, 'all but one of twenty within fifty'],
  [1, 1000, 'the last took longest'],
])('of twenty answers a share of %d came within %d ms: %s', (share, ms) => {
  const counts = new Map([
    [2, 10],
    [50, 9],
    [1000, 1],
  ])
  expect(latencyQuantile(counts, share)).toBe(ms)
})

test('nothing is said about no answers', () => {
  expect(latencyQuantile(new Map(), 0.5)).toBeUndefined()
})
