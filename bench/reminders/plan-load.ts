import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'
import type { Meeting } from '../../src/calendar/meeting.ts'
import { planSubscriptions } from '../../src/reminders/planner.ts'
import { targetedMeetings } from '../../src/reminders/targeted-meetings.ts'
import { rowOf } from '../../src/store/delivery.ts'
import { openEngine, openStore, type Store } from '../../src/store/store.ts'
import type { NewSubscription } from '../../src/store/subscriptions.ts'

const subscriptions = 50_000
const meetings = 2000
const processes = 200
const conversations = 20_000
/** As many as the planner inserts at once. */
const batch = 200
const resolutionMs = 1

const place = { platform: 'slack', workspace: 'T1', conversationId: 'C1' } as const
const aDelivery = {
  ...place,
  meetingId: 'meeting-1000',
  kind: 'reminder',
  lead: 'P1D',
  subscriptionIds: ['01a22f2c-a705-7f8d-b0ed-29adfad93be1'],
  dueAtMs: 0,
  expiresAtMs: 0,
} as const

/** How long a plan takes, and the longest time for which it lets nobody else run. */
export type PlanCost = { readonly ms: number; readonly longestHoldMs: number }

/** The first plan, the same again, and plain inserts of the rows that the first one made. */
export type PlanLoad = {
  readonly first: PlanCost
  readonly again: PlanCost
  readonly bare: PlanCost
  readonly planned: number
}

/** `node bench/reminders/plan-load.ts` plans 50,000 subscriptions of 2,000 meetings, and prints what that costs as JSON. */
if (import.meta.main) console.log(JSON.stringify(await measure()))

async function measure(): Promise<PlanLoad> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  await using store = await openStore(folder.path)
  const now = Temporal.Instant.from('2027-03-03T08:00:00Z')
  await subscribe(store, now.epochMilliseconds)
  const meetingsFor = targetedMeetings(Array.from({ length: meetings }, (_, index) => aMeeting(index)))
  const plan = () => planSubscriptions(store, meetingsFor, now)
  const first = await costOf(plan)
  const planned = (await store.deliveries.inState('pending', Number.MAX_SAFE_INTEGER)).length
  return { first, again: await costOf(plan), bare: await insertBare(planned, now.epochMilliseconds), planned }
}

async function subscribe(store: Store, nowMs: number): Promise<void> {
  const all = Array.from({ length: subscriptions }, (_, index) => store.subscriptions.add(aSubscription(index), nowMs))
  await Promise.all(all)
}

async function costOf(work: () => Promise<void>): Promise<PlanCost> {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs })
  delays.enable()
  // The first tick only tells from when on.
  await rest(2 * resolutionMs)
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  // What held until the end is seen by the next tick.
  await rest(2 * resolutionMs)
  delays.disable()
  return { ms, longestHoldMs: Math.max(0, delays.max / 1e6 - resolutionMs) }
}

async function insertBare(count: number, nowMs: number): Promise<PlanCost> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  const { db, close } = await openEngine(folder.path)
  const rows = Array.from({ length: count }, (_, index) =>
    rowOf({ ...aDelivery, key: `slack|T1|C1|m|${index}` }, nowMs),
  )
  const cost = await costOf(async () => {
    for (let from = 0; from < count; from += batch) {
      await db
        .insertInto('delivery')
        .values(rows.slice(from, from + batch))
        .execute()
    }
  })
  await close()
  return cost
}

/** One in fifty is about all meetings, the others about one process. */
function aSubscription(index: number): NewSubscription {
  const target = { kind: 'process', id: `process-${index % processes}` } as const
  return {
    ...place,
    conversationId: `C${index % conversations}`,
    createdBy: 'U1',
    kind: 'reminder',
    target: index % 50 === 0 ? { kind: 'all', id: '' } : target,
    leads: ['P14D', 'P1D', 'PT1H'],
    at: '09:00',
    weekday: undefined,
    zone: ['Asia/Almaty', 'Europe/Zurich', 'America/Lima', 'UTC'][index % 4] ?? 'UTC',
    language: 'en',
    quiet: undefined,
  }
}

/** Spread over a year. */
function aMeeting(index: number): Meeting {
  const day = Temporal.PlainDate.from('2027-03-01').add({ days: index % 365 })
  const id = `meeting-${index}`
  return {
    id,
    eventId: id,
    title: { en: `Meeting ${index}`, fr: `Réunion ${index}`, es: `Reunión ${index}` },
    time: { precision: 'time', starts: `${day}T14:00`, ends: undefined, lastDay: `${day}`, zone: 'Asia/Bangkok' },
    status: 'scheduled',
    of: [`process-${index % processes}`],
    region: undefined,
    place: undefined,
    url: undefined,
    source: [],
  }
}
