import { expect, test } from 'vitest'
import { spread } from '../../src/reminders/spread.ts'
import type { WantedDelivery } from '../../src/store/delivery.ts'
import { aDelivery, HOUR, MINUTE, NOW } from '../store/reminder-builders.ts'

/** Due at the same moment, each in a conversation of its own. */
function conversations(count: number, changes: Partial<WantedDelivery> = {}): WantedDelivery[] {
  return Array.from({ length: count }, (_, i) => aDelivery({ conversationId: `C${i}`, ...changes }))
}

function delays(wanted: readonly WantedDelivery[]): number[] {
  return wanted.map(({ nextAtMs, dueAtMs }) => (nextAtMs ?? dueAtMs) - dueAtMs)
}

test('leaves alone what a few conversations want at the same moment', () => {
  const wanted = conversations(60)
  expect(spread(wanted)).toEqual(wanted)
})

test('spreads what many want over at most a minute, evenly and never before it is due', () => {
  const late = delays(spread(conversations(2000)))
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...late)).toBeLessThan(MINUTE)
  const inHalves = late.filter((ms) => ms < MINUTE / 2).length
  expect(inHalves).toBeGreaterThan(900)
  expect(inHalves).toBeLessThan(1100)
})

test('takes no longer than so many need', () => {
  expect(Math.max(...delays(spread(conversations(100))))).toBeLessThan(10_000)
})

test('gives each conversation the same moment whenever it is asked', () => {
  const wanted = conversations(200)
  const again = spread(wanted.toReversed()).toReversed()
  expect(again).toEqual(spread(wanted))
})

test('counts from the end of quiet hours, and apart from what is due at other moments', () => {
  const [first] = spread([...conversations(100, { nextAtMs: NOW + HOUR / 2 }), ...conversations(10)])
  expect(first?.nextAtMs).toBeGreaterThanOrEqual(NOW + HOUR / 2)
  expect(delays(spread([...conversations(100), ...conversations(10, { dueAtMs: NOW + 1 })])).slice(-10)).toEqual(
    Array.from({ length: 10 }, () => 0),
  )
})

test('never comes too late', () => {
  const wanted = conversations(200, { expiresAtMs: NOW + 1 })
  expect(Math.max(...delays(spread(wanted)))).toBe(0)
})
