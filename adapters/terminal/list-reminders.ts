import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { type MeetingCalendar, meetingCalendar } from '../../src/reminders/meeting-calendar.ts'
import { nextDue } from '../../src/reminders/next-due.ts'
import { nameSubscription } from '../../src/reminders/subscription-names.ts'
import type { Delivery } from '../../src/store/delivery.ts'
import type { StoreReading } from '../../src/store/store.ts'
import type { Subscription } from '../../src/store/subscriptions.ts'

export type Listing = {
  readonly store: StoreReading
  readonly knowledge: Knowledge
  readonly now: Temporal.Instant
  /** A line of JSON for each, with all that is kept of it, instead of one to read. */
  readonly json: boolean
}

const dueWithinMs = 48 * 60 * 60_000
const mostDue = 10_000
const mostUndelivered = 200
/** Enough to find the last one of each reminder. */
const lastDeliveries = 200

/** A line for each reminder: where it goes, who set it, what it is of, when the next comes, how the last went. */
export async function* listSubscriptions({ store, knowledge, now, json }: Listing): AsyncGenerator<string> {
  const calendar = meetingCalendar(knowledge, now)
  let isEmpty = true
  for await (const page of store.subscriptions.all()) {
    for (const one of page) {
      isEmpty = false
      const last = (await store.deliveries.lastOf(one, lastDeliveries)).find(({ subscriptionIds }) =>
        subscriptionIds.includes(one.id),
      )
      const next = one.isActive ? nextDue(one, { calendar, now })?.atMs : undefined
      yield json
        ? JSON.stringify({ ...one, next: inWords(next), last })
        : subscriptionLine(one, { calendar, next, last })
    }
  }
  if (isEmpty && !json) yield 'no reminders are set'
}

/** A line for each message to come, the next first; and for each that could not be sent, or of which nobody knows. */
export async function* listDue({ store, now, json }: Listing): AsyncGenerator<string> {
  const due = await store.deliveries.due(now.epochMilliseconds + dueWithinMs, mostDue)
  for (const one of due) yield json ? JSON.stringify(withoutLease(one)) : deliveryLine(one)
  if (due.length === 0 && !json) yield 'nothing is due within 48 hours'
  for (const state of ['sending', 'checking', 'unknown', 'failed'] as const) {
    const all = await store.deliveries.inState(state, mostUndelivered)
    for (const one of all) yield json ? JSON.stringify(withoutLease(one)) : deliveryLine(one)
  }
}

type About = {
  readonly calendar: MeetingCalendar
  readonly next: number | undefined
  readonly last: Delivery | undefined
}

function subscriptionLine(one: Subscription, { calendar, next, last }: About): string {
  return [
    placeOf(one),
    `by ${one.createdBy}`,
    nameSubscription(one, calendar.knowledge, 'en'),
    one.isActive ? `next ${inWords(next) ?? 'not known'}` : 'ended',
    ...(last ? [`last ${describe(last)}`] : []),
  ].join(' · ')
}

function deliveryLine(one: Delivery): string {
  const what = one.kind === 'digest' ? 'digest' : `${one.kind} of ${one.meetingId}${one.lead && `, ${one.lead} before`}`
  return [inWords(one.nextAtMs), placeOf(one), what, describe(one)].join(' · ')
}

function describe({ state, sendStartedAtMs, attempt, lastError }: Delivery): string {
  const when = sendStartedAtMs === undefined ? '' : ` ${inWords(sendStartedAtMs)}`
  const tries = attempt > 1 ? `, try ${attempt}` : ''
  return `${state}${when}${tries}${lastError === undefined ? '' : ` (${lastError})`}`
}

function placeOf({ platform, workspace, conversationId }: Subscription | Delivery): string {
  return `${platform} ${workspace} ${conversationId}`
}

/** A token of a lease lets its holder end a delivery: it stays here. */
function withoutLease({ leaseToken: _, ...rest }: Delivery): Omit<Delivery, 'leaseToken'> {
  return rest
}

function inWords(atMs: number | undefined): string | undefined {
  if (atMs === undefined) return undefined
  return Temporal.Instant.fromEpochMilliseconds(atMs).toString({ smallestUnit: 'minute' })
}
