import { expect, test } from 'vitest'
import { BackOff } from '../../adapters/back-off.ts'

test('waits longer after each failure, up to half a minute', () => {
  const backOff = new BackOff()
  const waits = Array.from({ length: 9 }, (_, i) => backOff.next(i * 1_000))
  expect(waits).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

test('starts afresh after a minute without failures', () => {
  const backOff = new BackOff()
  expect([0, 60_000, 120_001, 120_002].map((nowMs) => backOff.next(nowMs))).toEqual([0, 500, 0, 500])
})
