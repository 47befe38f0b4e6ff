import { expect, test } from 'vitest'
import { needsRest, sortOut } from '../../src/reminders/catch-up.ts'
import { AGAIN, type HeldDelivery } from '../../src/store/delivery.ts'
import { aDelivery, DAY, HOUR, MINUTE, NOW } from '../store/reminder-builders.ts'

/** Each is of a meeting of its own, and due now. */
function aHeld({ key = 'k1', ...changes }: Partial<HeldDelivery> = {}): HeldDelivery {
  return {
    ...aDelivery({ key, meetingId: key, dueAtMs: NOW, expiresAtMs: NOW + DAY }),
    state: 'leased',
    attempt: 0,
    nextAtMs: NOW,
    leaseToken: 'token',
    leaseUntilMs: NOW + MINUTE,
    sendStartedAtMs: undefined,
    isUncertain: false,
    providerRef: undefined,
    lastError: undefined,
    updatedAtMs: NOW,
    ...changes,
  }
}

function several(count: number, changes: Partial<HeldDelivery> = {}): HeldDelivery[] {
  return Array.from({ length: count }, (_, i) => aHeld({ key: `k${i}`, ...changes }))
}

const late = { dueAtMs: NOW - 6 * MINUTE }
const noticeOf = (key: string) => aHeld({ key, kind: 'changed', lead: '' })

test.for<[string, readonly HeldDelivery[], string[][], boolean]>([
  ['a few reminders at once', several(3), [['k0'], ['k1'], ['k2']], false],
  ['many reminders at once', several(4), [['k0', 'k1', 'k2', 'k3']], true],
  ['reminders that are late', several(2, late), [['k0', 'k1']], true],
  ['reminders that are hardly late', several(2, { dueAtMs: NOW - MINUTE }), [['k0'], ['k1']], false],
  [
    'one that is late and one that is not',
    [aHeld({ ...late, key: 'k1' }), aHeld({ key: 'k2' })],
    [['k1'], ['k2']],
    true,
  ],
  ['news and what is late', [noticeOf('n1'), aHeld({ ...late, key: 'k1' })], [['n1', 'k1']], true],
  [
    'a digest and what is late',
    [aHeld({ key: 'd', kind: 'digest', lead: '', ...late }), ...several(2, late)],
    [['d'], ['k0', 'k1']],
    true,
  ],
])('of %s, these are told in one message each: %o', ([, held, expected, isMore]) => {
  const { messages, superseded } = sortOut(held, NOW)
  expect(messages.map((message) => message.map(({ key }) => key)).toSorted()).toEqual(expected.toSorted())
  expect(superseded).toEqual([])
  expect(needsRest(held, NOW)).toBe(isMore)
})

test('what is told together begins with the next meeting', () => {
  const held = [
    aHeld({ ...late, key: 'k1', expiresAtMs: NOW + DAY }),
    aHeld({ ...late, key: 'k2', expiresAtMs: NOW + HOUR }),
  ]
  expect(sortOut(held, NOW).messages.map((message) => message.map(({ key }) => key))).toEqual([['k2', 'k1']])
})

test('one message tells of no more than can be read', () => {
  expect(sortOut(several(60, late), NOW).messages.map(({ length }) => length)).toEqual([25, 25, 10])
})

test.for<[string, Partial<HeldDelivery>, string[]]>([
  ['another reminder', {}, ['week']],
  ['a reminder that somebody wanted to have again', { lead: AGAIN }, []],
  ['news', { kind: 'changed', lead: '' }, []],
])('of a reminder and %s of the same meeting, superseded is %o', ([, changes, expected]) => {
  const held = [aHeld({ key: 'week', meetingId: 'm', ...late }), aHeld({ key: 'day', meetingId: 'm', ...changes })]
  expect(sortOut(held, NOW).superseded.map(({ key }) => key)).toEqual(expected)
})
