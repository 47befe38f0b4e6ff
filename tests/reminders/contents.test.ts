import { expect, test } from 'vitest'
import type { Meeting } from '../../src/calendar/meeting.ts'
import { contentOf } from '../../src/reminders/contents.ts'
import { LATER } from '../../src/reminders/deliver.ts'
import { planNotices, planSubscriptions } from '../../src/reminders/planner.ts'
import { targetedMeetings } from '../../src/reminders/targeted-meetings.ts'
import { toMessageText } from '../../src/reminders/wording.ts'
import type { HeldDelivery } from '../../src/store/delivery.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { NewSubscription } from '../../src/store/subscriptions.ts'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'
import { aSubscription as aNewSubscription } from '../store/reminder-builders.ts'
import { aMeeting } from './a-subscription.ts'

const before = Temporal.Instant.from('2027-03-09T08:00:00Z')
const due = Temporal.Instant.from('2027-03-09T13:00:00Z')

type Telling = AsyncDisposable & {
  readonly store: Store
  readonly ids: readonly string[]
  /** Plans with these meetings. */
  plan(meetings: readonly Meeting[], now?: Temporal.Instant): Promise<void>
  /** Claims the only one that is due. */
  claim(now?: Temporal.Instant): Promise<HeldDelivery>
  /** What the delivery says where these meetings are known. */
  say(held: HeldDelivery, meetings: readonly Meeting[]): Promise<string | undefined>
}

/** Somebody is reminded of the workshop a day before. */
async function telling(...subscriptions: readonly Partial<NewSubscription>[]): Promise<Telling> {
  const folder = aFolder()
  const store = await openStore(folder.path)
  const target = { kind: 'event', id: 'workshop' } as const
  const ids: string[] = []
  for (const changes of subscriptions.length > 0 ? subscriptions : [{}]) {
    const usual = aNewSubscription({ target, leads: ['P1D'], at: undefined, zone: 'Europe/Zurich' })
    const { id } = await store.subscriptions.add({ ...usual, ...changes }, before.epochMilliseconds)
    ids.push(id)
  }
  return {
    store,
    ids,
    plan: async (meetings, now = before) => {
      await planNotices(store, meetings, now)
      await planSubscriptions(store, targetedMeetings(meetings), now)
    },
    claim: async (now = due) => {
      const [held, ...others] = await store.deliveries.claim(50, now.epochMilliseconds, 60_000)
      if (!held || others.length > 0) throw new Error(`${others.length + (held ? 1 : 0)} were due`)
      return held
    },
    say: async (held, meetings) => {
      const knowledge = aSmallKnowledge({})
      const find = (id: string) => meetings.find((meeting) => meeting.id === id)
      const calendar = { knowledge, meetings, meetingsFor: targetedMeetings(meetings), find }
      const message = await contentOf(held, { store, calendar: () => calendar, now: () => due })
      return message === LATER ? 'later' : message && toMessageText(message).split('\n')[0]
    },
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

function startingAt(starts: string): Meeting {
  const lastDay = starts.slice(0, 10)
  return aMeeting({ time: { precision: 'time', starts, ends: undefined, lastDay, zone: 'Europe/Zurich' } })
}

/** Sends the reminder of the workshop, so that its changes are told. */
async function reminded(): Promise<Telling> {
  const run = await telling()
  await run.plan([aMeeting()])
  const { key, leaseToken } = await run.claim()
  await run.store.deliveries.begin(key, leaseToken, due.epochMilliseconds)
  await run.store.deliveries.finish(key, leaseToken, { kind: 'sent', ref: undefined }, due.epochMilliseconds)
  return run
}

test.for<[string, readonly Meeting[], string | undefined]>([
  ['is as it was', [aMeeting()], 'Tomorrow: Workshop'],
  ['begins later that day', [startingAt('2027-03-10T18:00')], 'Tomorrow: Workshop'],
  ['is on another day', [startingAt('2027-03-11T14:00')], undefined],
  ['is cancelled', [aMeeting({ status: 'cancelled' })], undefined],
  ['is not known any more', [], undefined],
])('a reminder whose meeting meanwhile %s says %o', async ([, meetings, expected]) => {
  await using run = await telling()
  await run.plan([aMeeting()])
  expect(await run.say(await run.claim(), meetings)).toBe(expected)
})

test.for<[string, (run: Telling) => Promise<unknown>, string | undefined]>([
  ['one of two is removed', ({ store, ids }) => store.subscriptions.remove(ids[0] ?? ''), 'Demain : Atelier'],
  [
    'one of two is stopped',
    ({ store, ids }) => store.subscriptions.change(ids[0] ?? '', { isActive: false }),
    'Demain : Atelier',
  ],
  [
    'all are removed',
    async ({ store, ids }) => Promise.all(ids.map((id) => store.subscriptions.remove(id))),
    undefined,
  ],
])('a reminder that two subscriptions want says what the rest of them want when %s', async ([, change, expected]) => {
  await using run = await telling({}, { target: { kind: 'all', id: '' }, language: 'fr' })
  await run.plan([aMeeting()])
  const held = await run.claim()
  await change(run)
  expect(await run.say(held, [aMeeting()])).toBe(expected)
})

test('a reminder that may have got through before says so', async () => {
  await using run = await telling()
  await run.plan([aMeeting()])
  const held = { ...(await run.claim()), isUncertain: true }
  const calendar = { knowledge: aSmallKnowledge({}), meetings: [], meetingsFor: () => [], find: () => aMeeting() }
  const message = await contentOf(held, { store: run.store, calendar: () => calendar, now: () => due })
  expect(message).toHaveProperty('notes', [expect.stringContaining('Sent again')])
})

test('a notice is told as soon as it is planned, before the state of its meeting is kept', async () => {
  await using run = await reminded()
  const changed = [startingAt('2027-03-12T14:00')]
  const claims: string[] = []
  const meetingStates = {
    ...run.store.meetingStates,
    keep: async () => {
      claims.push(String(await run.say(await run.claim(), changed)))
    },
  }
  const { deliveries, subscriptions } = run.store
  await planNotices({ deliveries, subscriptions, meetingStates }, changed, due)
  expect(claims).toEqual(['Changed: Workshop'])
})

test('a notice waits for a process that knows of the change, whether or not its state is kept yet', async () => {
  await using run = await reminded()
  const changed = [startingAt('2027-03-12T14:00')]
  const said: unknown[] = []
  const meetingStates = {
    ...run.store.meetingStates,
    keep: async (...kept: Parameters<Store['meetingStates']['keep']>) => {
      const held = await run.claim()
      said.push(await run.say(held, [aMeeting()]))
      await run.store.meetingStates.keep(...kept)
      said.push(await run.say(held, [aMeeting()]), await run.say(held, changed))
    },
  }
  const { deliveries, subscriptions } = run.store
  await planNotices({ deliveries, subscriptions, meetingStates }, changed, due)
  expect(said).toEqual(['later', 'later', 'Changed: Workshop'])
})

test('a notice says nothing when its meeting has changed again', async () => {
  await using run = await reminded()
  await run.plan([startingAt('2027-03-12T14:00')], due)
  const held = await run.claim()
  await run.plan([startingAt('2027-03-13T14:00')], due)
  expect(await run.say(held, [startingAt('2027-03-13T14:00')])).toBeUndefined()
  expect(await run.say(await run.claim(), [startingAt('2027-03-13T14:00')])).toBe('Changed: Workshop')
})
