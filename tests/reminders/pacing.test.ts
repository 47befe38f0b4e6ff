import { expect, test } from 'vitest'
import { createPacing, type Rates, usualRates } from '../../src/reminders/pacing.ts'
import type { ReferenceKey } from '../../src/store/references.ts'

const place: ReferenceKey = { platform: 'teams', workspace: 'tenant', conversationId: 'a' }
const rates: Rates = { conversation: { everyMs: 1000, burst: 2 }, workspace: { everyMs: 100, burst: 4 } }

function pacing() {
  return createPacing({ slack: rates, teams: rates, web: rates })
}

test('lets a burst through after a rest, and then one after the other', () => {
  const pace = pacing()
  expect([0, 0, 0, 0].map((nowMs) => pace.reserve(place, nowMs))).toEqual([0, 0, 1000, 2000])
  expect(pace.reserve(place, 10_000)).toBe(0)
})

test('paces all conversations of a workspace together, and workspaces apart', () => {
  const pace = pacing()
  const waits = ['a', 'b', 'c', 'd', 'e', 'f'].map((conversationId) => pace.reserve({ ...place, conversationId }, 0))
  expect(waits).toEqual([0, 0, 0, 0, 100, 200])
  expect(pace.reserve({ ...place, workspace: 'other' }, 0)).toBe(0)
  expect(pace.reserve({ ...place, platform: 'slack' }, 0)).toBe(0)
})

test.for([
  [1000, 7],
  [30_000, 60],
] as const)('in any %i ms sends at most %i messages to a conversation of Teams', ([windowMs, most]) => {
  const pace = createPacing(usualRates)
  const sentAt: number[] = []
  for (let nowMs = 0; nowMs < 120_000; ) {
    nowMs += pace.reserve(place, nowMs)
    sentAt.push(nowMs)
  }
  const counts = sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + windowMs).length)
  expect(Math.max(...counts)).toBeLessThanOrEqual(most)
  expect(Math.max(...counts)).toBeGreaterThan(most * 0.8)
})
