import { describe, expect, test } from 'vitest'
import { AGAIN, type Delivery, type DeliveryOutcome, type WantedDelivery } from '../../src/store/delivery.ts'
import type { Store } from '../../src/store/store.ts'
import {
  aDelivery,
  aReference,
  claimOne,
  DAY,
  HOUR,
  MINUTE,
  NOW,
  otherPlace,
  place,
  plan,
} from './reminder-builders.ts'

const SECOND = 1000
const { key } = aDelivery()

/** What every engine must do with deliveries. */
export function deliveryConformance(open: () => Promise<Store>): void {
  describe('a plan', () => planConformance(open))
  describe('a claim', () => claimConformance(open))
  describe('a delivery that is held', () => holdConformance(open))
  describe('a delivery that was refused', () => retryConformance(open))
  describe('a delivery left behind', () => sweepConformance(open))
  describe('lists', () => listConformance(open))
}

function planConformance(open: () => Promise<Store>): void {
  test('adds what is wanted', async () => {
    await using store = await open()
    await plan(store, [aDelivery({ subscriptionIds: ['s1', 's2'], nextAtMs: NOW + SECOND })])
    const { nextAtMs, ...wanted } = aDelivery({ subscriptionIds: ['s1', 's2'] })
    expect(await store.deliveries.find(key)).toEqual({
      ...wanted,
      state: 'pending',
      attempt: 0,
      nextAtMs: NOW + SECOND,
      isUncertain: false,
      updatedAtMs: NOW - DAY,
    })
  })

  test('made three times changes nothing after the first', async () => {
    await using store = await open()
    const wanted = manyDeliveries(500)
    expect(await plan(store, wanted)).toEqual({ planned: 500, cancelled: 0 })
    const before = await store.deliveries.due(NOW, 1000)
    for (const later of [1, 2]) {
      expect(await plan(store, wanted.toReversed(), NOW - DAY + later)).toEqual({ planned: 0, cancelled: 0 })
    }
    expect(await store.deliveries.due(NOW, 1000)).toEqual(before)
  })

  test('that names a delivery twice plans the latter', async () => {
    await using store = await open()
    await plan(store, [aDelivery({ dueAtMs: NOW - 1 }), aDelivery()])
    expect(await store.deliveries.find(key)).toMatchObject({ dueAtMs: NOW })
  })

  test('moves what is pending, with the same key', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const moved = { dueAtMs: NOW + HOUR, expiresAtMs: NOW + 2 * HOUR }
    expect(await plan(store, [aDelivery(moved)])).toEqual({ planned: 1, cancelled: 0 })
    expect(await store.deliveries.find(key)).toMatchObject({ ...moved, nextAtMs: NOW + HOUR, state: 'pending' })
    expect(await store.deliveries.claim(50, NOW, MINUTE)).toEqual([])
  })

  test('moves what is claimed, so that it cannot begin any more', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    await plan(store, [aDelivery({ dueAtMs: NOW + HOUR })], NOW)
    expect(await store.deliveries.begin(key, leaseToken, NOW)).toBe(false)
    expect(await claimOne(store, NOW + HOUR)).toMatchObject({ key })
  })

  test('that only changes whose it is leaves alone who holds it and when it is tried', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    await plan(store, [aDelivery({ subscriptionIds: ['s2'] })], NOW)
    expect(await store.deliveries.find(key)).toMatchObject({ subscriptionIds: ['s2'], state: 'leased' })
    expect(await store.deliveries.begin(key, leaseToken, NOW)).toBe(true)
    await store.deliveries.finish(key, leaseToken, { kind: 'retry', atMs: NOW + MINUTE, error: 'busy' }, NOW)
    await plan(store, [aDelivery({ subscriptionIds: ['s3'] })], NOW)
    expect(await store.deliveries.find(key)).toMatchObject({ nextAtMs: NOW + MINUTE, attempt: 1 })
  })

  test.for([
    ['is put off', 0, NOW + HOUR, 'nobody has tried yet'],
    ['keeps to its next try', 1, NOW + MINUTE, 'the platform said when'],
  ] as const)('that puts something off %s after %i tries', async ([, tries, nextAtMs]) => {
    await using store = await open()
    await plan(store, [aDelivery()])
    if (tries > 0) {
      const { leaseToken } = await claimOne(store)
      await store.deliveries.begin(key, leaseToken, NOW)
      await store.deliveries.finish(key, leaseToken, { kind: 'retry', atMs: NOW + MINUTE, error: 'busy' }, NOW)
    }
    await plan(store, [aDelivery({ nextAtMs: NOW + HOUR })])
    expect(await store.deliveries.find(key)).toMatchObject({ nextAtMs, dueAtMs: NOW })
  })

  test('leaves alone what somebody wanted to have again', async () => {
    await using store = await open()
    await plan(store, [aDelivery({ lead: AGAIN, key: 'again' })])
    await plan(store, [])
    expect(await store.deliveries.find('again')).toMatchObject({ state: 'pending' })
  })

  test('cancels what it does not want any more, pending or claimed', async () => {
    await using store = await open()
    const kept = aDelivery({ meetingId: 'kept' })
    await plan(store, [aDelivery(), ...[kept, aDelivery({ meetingId: 'later' })].map(laterBy(1))])
    const { leaseToken } = await claimOne(store)
    expect(await plan(store, [laterBy(1)(kept)])).toEqual({ planned: 0, cancelled: 2 })
    expect(await store.deliveries.begin(key, leaseToken, NOW)).toBe(false)
    expect(await store.deliveries.inState('cancelled', 10)).toHaveLength(2)
    expect(await store.deliveries.countByState()).toEqual({ pending: 1, cancelled: 2 })
  })

  test('cancels nothing out of its scope', async () => {
    await using store = await open()
    const changed = aDelivery({ key: 'changed', kind: 'changed' })
    const elsewhere = aDelivery({ ...otherPlace })
    await plan(store, [aDelivery(), changed, elsewhere])
    const scope = { conversations: [place], kinds: ['reminder'] } as const
    expect(await store.deliveries.plan([], scope, NOW)).toEqual({ planned: 0, cancelled: 1 })
    expect(await store.deliveries.find(changed.key)).toMatchObject({ state: 'pending' })
    expect(await store.deliveries.find(elsewhere.key)).toMatchObject({ state: 'pending' })
  })

  test('takes up again what was cancelled', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    await plan(store, [])
    expect(await plan(store, [aDelivery()])).toEqual({ planned: 1, cancelled: 0 })
    expect(await claimOne(store)).toMatchObject({ key, attempt: 0 })
  })

  test.for<[string, DeliveryOutcome]>([
    ['sent', { kind: 'sent', ref: 'm1' }],
    ['unknown', { kind: 'unknown', error: 'cut off' }],
    ['failed', { kind: 'failed', error: 'channel_not_found' }],
    ['superseded', { kind: 'superseded' }],
  ])('leaves alone what is %s', async ([state, outcome]) => {
    await using store = await open()
    await settle(store, outcome)
    await plan(store, [aDelivery({ dueAtMs: NOW + HOUR })])
    expect(await plan(store, [])).toEqual({ planned: 0, cancelled: 0 })
    expect(await store.deliveries.find(key)).toMatchObject({ state, dueAtMs: NOW })
  })

  test.for([
    [0, 'expired', 'it is still too late'],
    [HOUR, 'pending', 'the meeting was put off'],
  ] as const)('%i ms later leaves %s what came too late: %s', async ([laterMs, state]) => {
    await using store = await open()
    await settle(store, { kind: 'expired' })
    await plan(store, [aDelivery({ dueAtMs: NOW + laterMs })])
    expect(await store.deliveries.find(key)).toMatchObject({ state })
  })

  test.for([
    ['kept', 90 * DAY, '90 days are promised'],
    ['forgotten', 90 * DAY + 1, 'nobody asks any more'],
  ] as const)('leaves what was sent %s %i ms after its use: %s', async ([outcome, laterMs]) => {
    await using store = await open()
    await settle(store, { kind: 'sent', ref: 'm1' })
    await plan(store, [], NOW + HOUR + laterMs)
    expect((await store.deliveries.find(key)) !== undefined).toBe(outcome === 'kept')
  })
}

function claimConformance(open: () => Promise<Store>): void {
  test('takes what is due, the longest due first, and nothing twice', async () => {
    await using store = await open()
    const dues = [0, -2, 1, -1].map((ms) => aDelivery({ meetingId: `due ${ms}`, dueAtMs: NOW + ms }))
    await plan(store, dues)
    const claimed = [await store.deliveries.claim(2, NOW, MINUTE), await store.deliveries.claim(2, NOW, MINUTE)]
    const meetings = claimed.map((some) => some.map(({ meetingId }) => meetingId))
    expect(meetings).toEqual([['due -2', 'due -1'], ['due 0']])
    expect(claimed[0]?.[0]).toMatchObject({ state: 'leased', leaseUntilMs: NOW + MINUTE, attempt: 0 })
  })

  test('leaves platforms to others that it does not serve', async () => {
    await using store = await open()
    await plan(store, [aDelivery(), aDelivery({ platform: 'teams' })])
    const claimed = await store.deliveries.claim(50, NOW, MINUTE, ['teams'])
    expect(claimed).toMatchObject([{ platform: 'teams' }])
    await store.deliveries.begin(claimed[0]?.key ?? '', claimed[0]?.leaseToken ?? '', NOW)
    expect(await store.deliveries.sweep(50, NOW + MINUTE, MINUTE, ['slack'])).toEqual([])
    expect(await store.deliveries.sweep(50, NOW + MINUTE, MINUTE, ['teams'])).toHaveLength(1)
  })

  test('takes the rest of a conversation, and of no other', async () => {
    await using store = await open()
    const dues = [-3, -1, -2].map((ms) => aDelivery({ meetingId: `due ${ms}`, dueAtMs: NOW + ms }))
    await plan(store, [...dues, aDelivery({ meetingId: 'later', dueAtMs: NOW + 1 }), aDelivery({ ...otherPlace })])
    expect(meetingsOf(await store.deliveries.claim(1, NOW, MINUTE))).toEqual(['due -3'])
    const rest = await store.deliveries.claimOf(place, 50, NOW, MINUTE)
    expect(meetingsOf(rest)).toEqual(['due -2', 'due -1'])
    expect(rest[0]).toMatchObject({ ...place, state: 'leased', leaseUntilMs: NOW + MINUTE })
    expect(await store.deliveries.claimOf(place, 50, NOW, MINUTE)).toEqual([])
    expect(await claimOne(store)).toMatchObject(otherPlace)
  })

  test('leaves out a conversation as long as it is blocked', async () => {
    await using store = await open()
    await store.references.keep(aReference(), NOW)
    await plan(store, [aDelivery(), aDelivery({ ...otherPlace })])
    await store.deliveries.blockConversation(place, NOW + 10)
    await store.deliveries.blockConversation(place, NOW + 5)
    expect(await claimOne(store, NOW + 9)).toMatchObject(otherPlace)
    await store.references.keep(aReference(), NOW)
    expect(await store.references.find(place)).toMatchObject({ blockedUntilMs: NOW + 10 })
    expect(await store.deliveries.claim(50, NOW + 9, MINUTE)).toEqual([])
    expect(await claimOne(store, NOW + 10)).toMatchObject(place)
  })

  test('that is given back is free at once, but not what was begun', async () => {
    await using store = await open()
    await plan(store, [aDelivery(), aDelivery({ meetingId: 'begun' })])
    const claimed = await store.deliveries.claim(50, NOW, MINUTE)
    const begun = claimed.find(({ meetingId }) => meetingId === 'begun')
    await store.deliveries.begin(begun?.key ?? '', begun?.leaseToken ?? '', NOW)
    await store.deliveries.release([], NOW)
    expect(await store.deliveries.claim(50, NOW, MINUTE)).toEqual([])
    await store.deliveries.release([begun?.leaseToken ?? ''], NOW)
    expect(await claimOne(store)).toMatchObject({ key })
  })
}

function holdConformance(open: () => Promise<Store>): void {
  test('begins once, and is sent once', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    expect(await store.deliveries.begin(key, leaseToken, NOW)).toBe(true)
    expect(await store.deliveries.begin(key, leaseToken, NOW)).toBe(false)
    expect(await store.deliveries.find(key)).toMatchObject({ state: 'sending', attempt: 1, sendStartedAtMs: NOW })
    expect(await store.deliveries.finish(key, leaseToken, { kind: 'sent', ref: 'm1' }, NOW + 1)).toBe(true)
    expect(await store.deliveries.finish(key, leaseToken, { kind: 'sent', ref: 'm2' }, NOW + 2)).toBe(false)
    expect(await store.deliveries.find(key)).toMatchObject({ state: 'sent', providerRef: 'm1', updatedAtMs: NOW + 1 })
  })

  test.for([
    [45 * SECOND, true],
    [45 * SECOND + 1, false],
  ] as const)('of a lease of a minute may begin after %i ms: %s', async ([laterMs, mayBegin]) => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    expect(await store.deliveries.begin(key, leaseToken, NOW + laterMs)).toBe(mayBegin)
    expect(await store.deliveries.find(key)).toMatchObject({ state: mayBegin ? 'sending' : 'leased' })
  })

  test('begins later where the caller needs less time', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store, NOW, 4 * SECOND)
    expect(await store.deliveries.begin(key, leaseToken, NOW + 3 * SECOND)).toBe(false)
    expect(await store.deliveries.begin(key, leaseToken, NOW + 3 * SECOND, SECOND)).toBe(true)
  })

  test('is nobody else’s to begin or finish', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    expect(await store.deliveries.begin(key, 'foreign', NOW)).toBe(false)
    await store.deliveries.begin(key, leaseToken, NOW)
    expect(await store.deliveries.finish(key, 'foreign', { kind: 'sent', ref: 'm1' }, NOW)).toBe(false)
    expect(await store.deliveries.find(key)).toMatchObject({ state: 'sending', leaseToken })
  })

  test.for<DeliveryOutcome>([
    { kind: 'sent', ref: 'm1' },
    { kind: 'unknown', error: 'cut off' },
  ])('that has not begun cannot be %j', async (outcome) => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    expect(await store.deliveries.finish(key, leaseToken, outcome, NOW)).toBe(false)
  })

  test('that was refused is tried again, not before its time', async () => {
    await using store = await open()
    await settle(store, { kind: 'retry', atMs: NOW + MINUTE, error: 'rate limited' })
    expect(await store.deliveries.claim(50, NOW + MINUTE - 1, MINUTE)).toEqual([])
    const again = await claimOne(store, NOW + MINUTE)
    expect(again).toMatchObject({ attempt: 1, lastError: 'rate limited', isUncertain: false })
  })

  test('that may have got through says so ever after', async () => {
    await using store = await open()
    await settle(store, { kind: 'retry', atMs: NOW, error: 'cut off', isUncertain: true })
    const { leaseToken } = await claimOne(store)
    await store.deliveries.finish(key, leaseToken, { kind: 'retry', atMs: NOW, error: 'busy' }, NOW)
    expect(await claimOne(store)).toMatchObject({ isUncertain: true, lastError: 'busy' })
  })
}

function retryConformance(open: () => Promise<Store>): void {
  test('is due at once where its conversation takes messages again, and only there', async () => {
    await using store = await open()
    await store.references.keep(aReference(), NOW)
    await settle(store, { kind: 'retry', atMs: NOW + HOUR, error: 'nobody is there' })
    await store.deliveries.blockConversation(place, NOW + HOUR)
    await store.deliveries.retryNow(otherPlace, NOW + SECOND)
    expect(await store.deliveries.claim(1, NOW + SECOND, MINUTE)).toEqual([])
    await store.deliveries.retryNow(place, NOW + SECOND)
    expect(await store.deliveries.claim(1, NOW + SECOND, MINUTE)).toMatchObject([{ key }])
  })

  test('leaves alone what waits there for its first try', async () => {
    await using store = await open()
    await plan(store, [aDelivery({ nextAtMs: NOW + MINUTE })])
    await store.deliveries.retryNow(place, NOW)
    expect(await store.deliveries.claim(1, NOW, MINUTE)).toEqual([])
  })
}

function sweepConformance(open: () => Promise<Store>): void {
  test('unbegun is free again once its lease has run out', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    expect(await store.deliveries.sweep(50, NOW + MINUTE - 1, MINUTE)).toEqual([])
    expect(await store.deliveries.claim(50, NOW + MINUTE - 1, MINUTE)).toEqual([])
    expect(await store.deliveries.sweep(50, NOW + MINUTE, MINUTE)).toEqual([])
    const again = await claimOne(store, NOW + MINUTE)
    expect(again.leaseToken).not.toBe(leaseToken)
    expect(await store.deliveries.begin(key, leaseToken, NOW + MINUTE), 'by the first holder').toBe(false)
  })

  test('begun is handed out to be checked, and its holder is too late', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    await store.deliveries.begin(key, leaseToken, NOW)
    expect(await store.deliveries.sweep(50, NOW + MINUTE - 1, MINUTE)).toEqual([])
    const [checked] = await store.deliveries.sweep(50, NOW + MINUTE, MINUTE)
    expect(checked).toMatchObject({ key, state: 'checking', attempt: 1, sendStartedAtMs: NOW })
    expect(await store.deliveries.claim(50, NOW + MINUTE, MINUTE)).toEqual([])
    const sent: DeliveryOutcome = { kind: 'sent', ref: 'm1' }
    expect(await store.deliveries.finish(key, leaseToken, sent, NOW + MINUTE)).toBe(false)
    expect(await store.deliveries.finish(key, checked?.leaseToken ?? '', sent, NOW + MINUTE)).toBe(true)
  })

  test('by whoever checks it is checked by the next', async () => {
    await using store = await open()
    await plan(store, [aDelivery()])
    const { leaseToken } = await claimOne(store)
    await store.deliveries.begin(key, leaseToken, NOW)
    const [first] = await store.deliveries.sweep(50, NOW + MINUTE, MINUTE)
    expect(await store.deliveries.sweep(50, NOW + MINUTE, MINUTE), 'at the same time').toEqual([])
    const [second] = await store.deliveries.sweep(50, NOW + 2 * MINUTE, MINUTE)
    expect(second?.key).toBe(key)
    expect(second?.leaseToken).not.toBe(first?.leaseToken)
  })

  test('after going back to a backup is checked before it is sent, if it is due', async () => {
    await using store = await open()
    await plan(store, [aDelivery(), aDelivery({ meetingId: 'later', dueAtMs: NOW + 1 })])
    expect(await store.deliveries.doubt(NOW)).toBe(1)
    expect(await store.deliveries.claim(50, NOW, MINUTE)).toEqual([])
    expect(await store.deliveries.sweep(50, NOW, MINUTE)).toMatchObject([{ key, state: 'checking' }])
    expect(await claimOne(store, NOW + 1)).toMatchObject({ meetingId: 'later' })
  })
}

function listConformance(open: () => Promise<Store>): void {
  test('of who was told of a meeting hold what is being sent, and not what waits', async () => {
    await using store = await open()
    await plan(store, [aDelivery(), aDelivery({ lead: 'PT2H', dueAtMs: NOW + 1 })])
    const { leaseToken } = await claimOne(store)
    expect(await store.deliveries.toldOf('meeting-1')).toEqual([])
    await store.deliveries.begin(key, leaseToken, NOW)
    expect(await store.deliveries.toldOf('meeting-1')).toMatchObject([{ key }])
  })

  test('of a conversation tell what comes and what was', async () => {
    await using store = await open()
    await settle(store, { kind: 'sent', ref: 'm1' })
    const later = ['second', 'first'].map((meetingId, index) => aDelivery({ meetingId, dueAtMs: NOW + 2 - index }))
    await plan(store, [...later, aDelivery({ ...otherPlace })])
    expect(meetingsOf(await store.deliveries.upcomingOf(place, 10))).toEqual(['first', 'second'])
    expect(meetingsOf(await store.deliveries.upcomingOf(place, 1))).toEqual(['first'])
    expect(meetingsOf(await store.deliveries.lastOf(place, 10))).toEqual(['meeting-1'])
  })

  test('of what is due end at a moment', async () => {
    await using store = await open()
    const dues = [1, 0, 2].map((ms) => aDelivery({ meetingId: `due ${ms}`, dueAtMs: NOW + ms }))
    await plan(store, dues)
    expect(meetingsOf(await store.deliveries.due(NOW + 1, 10))).toEqual(['due 0', 'due 1'])
    expect(meetingsOf(await store.deliveries.due(NOW + 1, 1))).toEqual(['due 0'])
  })

  test.for<[string, DeliveryOutcome, number]>([
    ['sent', { kind: 'sent', ref: 'm1' }, 1],
    ['unknown', { kind: 'unknown', error: 'cut off' }, 1],
    ['failed', { kind: 'failed', error: 'gone' }, 0],
  ])('of who was told of a meeting hold what is %s', async ([, outcome, count]) => {
    await using store = await open()
    await settle(store, outcome)
    await plan(store, [aDelivery({ ...otherPlace })])
    expect(await store.deliveries.toldOf('meeting-1')).toHaveLength(count)
    expect(await store.deliveries.toldOf('meeting-2')).toEqual([])
  })
}

/** Plans the one delivery, claims and begins it, and lets it end like that. */
async function settle(store: Store, outcome: DeliveryOutcome): Promise<void> {
  await plan(store, [aDelivery()])
  const { leaseToken } = await claimOne(store)
  await store.deliveries.begin(key, leaseToken, NOW)
  expect(await store.deliveries.finish(key, leaseToken, outcome, NOW)).toBe(true)
}

function laterBy(ms: number): (wanted: WantedDelivery) => WantedDelivery {
  return (wanted) => ({ ...wanted, dueAtMs: wanted.dueAtMs + ms })
}

function manyDeliveries(count: number): WantedDelivery[] {
  return Array.from({ length: count }, (_, index) => aDelivery({ meetingId: `meeting-${index}` }))
}

function meetingsOf(deliveries: readonly Delivery[]): string[] {
  return deliveries.map(({ meetingId }) => meetingId)
}
