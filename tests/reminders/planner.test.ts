import { expect, test } from 'vitest'
import type { Meeting } from '../../src/calendar/meeting.ts'
import { planAll, planConversation, planSubscriptions } from '../../src/reminders/planner.ts'
import { targetedMeetings } from '../../src/reminders/targeted-meetings.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { aSubscription as aNewSubscription, place } from '../store/reminder-builders.ts'
import { aMeeting } from './a-subscription.ts'

const asked = Temporal.Instant.from('2027-03-08T08:00:00Z')
const dayBefore = Temporal.Instant.from('2027-03-09T08:00:00Z')

async function aStore(): Promise<Store & AsyncDisposable> {
  const folder = aFolder()
  const store = await openStore(folder.path)
  return Object.assign(Object.create(store), {
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  })
}

/** A store with one subscription to the Bali Process. */
async function subscribed(leads = ['P1D']): Promise<Store> {
  const store = await aStore()
  const target = { kind: 'process', id: 'bali-process' } as const
  const subscription = aNewSubscription({ target, leads, at: '12:00', zone: 'Europe/Zurich' })
  await store.subscriptions.add(subscription, asked.epochMilliseconds)
  return store
}

function movedTo(starts: string, changes: Partial<Meeting> = {}): Meeting {
  const time = {
    precision: 'time',
    starts,
    ends: undefined,
    lastDay: starts.slice(0, 10),
    zone: 'Europe/Zurich',
  } as const
  return aMeeting({ time, ...changes })
}

/** What stands in the ledger: kind, state and key behind the conversation. */
async function ledger(store: Store): Promise<string[]> {
  const all = [...(await store.deliveries.upcomingOf(place, 50)), ...(await store.deliveries.lastOf(place, 50))]
  const others = await store.deliveries.inState('cancelled', 50)
  return [...all, ...others].map(({ key, state }) => `${state} ${key.split('|').slice(3).join(' ')}`).sort()
}

async function sendAll(store: Store, now: Temporal.Instant): Promise<void> {
  for (const held of await store.deliveries.claim(50, now.epochMilliseconds, 60_000)) {
    await store.deliveries.begin(held.key, held.leaseToken, now.epochMilliseconds)
    await store.deliveries.finish(held.key, held.leaseToken, { kind: 'sent', ref: undefined }, now.epochMilliseconds)
  }
}

test('plans three times what it plans once', async () => {
  await using store = await subscribed(['P1D', 'PT1H'])
  for (let i = 0; i < 3; i += 1) await planAll(store, [aMeeting()], dayBefore)
  expect(await ledger(store)).toEqual(['pending workshop 2027-03-10 P1D', 'pending workshop 2027-03-10 PT1H'])
})

test('re-times a reminder when its meeting is moved within the day', async () => {
  await using store = await subscribed(['PT1H'])
  await planAll(store, [movedTo('2027-03-10T14:00')], dayBefore)
  await planAll(store, [movedTo('2027-03-10T16:00')], dayBefore)
  const [reminder, ...others] = await store.deliveries.upcomingOf(place, 50)
  expect(others).toEqual([])
  expect(reminder?.dueAtMs).toBe(Date.UTC(2027, 2, 10, 14))
})

test('plans anew when a meeting is moved to another day, and tells nobody who has not been reminded', async () => {
  await using store = await subscribed()
  await planAll(store, [movedTo('2027-03-10T14:00')], dayBefore)
  await planAll(store, [movedTo('2027-03-11T14:00')], dayBefore)
  expect(await ledger(store)).toEqual(['cancelled workshop 2027-03-10 P1D', 'pending workshop 2027-03-11 P1D'])
})

test.for<[string, Partial<Meeting>, string[]]>([
  ['moved', movedTo('2027-03-20T14:00'), ['pending workshop 2 changed', 'sent workshop 2027-03-10 P1D']],
  ['cancelled', { status: 'cancelled' }, ['pending workshop 2 cancelled', 'sent workshop 2027-03-10 P1D']],
])('tells who has been reminded once that a meeting is %s', async ([, change, expected]) => {
  await using store = await subscribed()
  await planAll(store, [aMeeting()], dayBefore)
  const noon = Temporal.Instant.from('2027-03-09T11:00:00Z')
  await sendAll(store, noon)
  for (let i = 0; i < 3; i += 1) await planAll(store, [aMeeting(change)], noon)
  expect(await ledger(store)).toEqual(expected)
})

test('tells that a cancelled meeting takes place after all', async () => {
  await using store = await subscribed()
  const noon = Temporal.Instant.from('2027-03-09T11:00:00Z')
  await planAll(store, [aMeeting()], dayBefore)
  await sendAll(store, noon)
  await planAll(store, [aMeeting({ status: 'cancelled' })], noon)
  await sendAll(store, noon)
  await planAll(store, [aMeeting()], noon)
  expect(await ledger(store)).toContain('pending workshop 3 changed')
})

test('does not tell that a cancelled meeting would be at another time', async () => {
  await using store = await subscribed()
  const noon = Temporal.Instant.from('2027-03-09T11:00:00Z')
  await planAll(store, [aMeeting()], dayBefore)
  await sendAll(store, noon)
  await planAll(store, [aMeeting({ status: 'cancelled' })], noon)
  await planAll(store, [movedTo('2027-03-12T14:00', { status: 'cancelled' })], noon)
  expect((await ledger(store)).filter((line) => line.startsWith('pending'))).toEqual(['pending workshop 2 cancelled'])
})

test('cancels what a conversation no longer wants', async () => {
  await using store = await subscribed()
  await planAll(store, [aMeeting()], dayBefore)
  await store.subscriptions.removeOf(place)
  await planConversation(place, store, targetedMeetings([aMeeting()]), dayBefore)
  expect(await ledger(store)).toEqual(['cancelled workshop 2027-03-10 P1D'])
})

test('leaves alone what somebody wants since it read what is wanted', async () => {
  await using store = await subscribed()
  const meetingsFor = targetedMeetings([aMeeting()])
  async function* all() {
    for await (const page of store.subscriptions.all()) {
      const later = dayBefore.add({ milliseconds: 1 })
      const target = { kind: 'all', id: '' } as const
      await store.subscriptions.add(aNewSubscription({ target, leads: ['PT1H'] }), asked.epochMilliseconds)
      await planConversation(place, store, meetingsFor, later)
      yield page
    }
  }
  const { deliveries, meetingStates } = store
  const subscriptions = { ...store.subscriptions, all }
  await planSubscriptions({ deliveries, meetingStates, subscriptions }, meetingsFor, dayBefore)
  expect(await ledger(store)).toEqual(['pending workshop 2027-03-10 P1D', 'pending workshop 2027-03-10 PT1H'])
})
