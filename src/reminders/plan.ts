import type { Meeting } from '../calendar/meeting.ts'
import type { WantedDelivery } from '../store/delivery.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { dueAt, uselessFrom } from './due-time.ts'
import { daysIn } from './leads-in-days.ts'
import { sendableAt } from './put-off.ts'
import type { Days, TargetedMeetings } from './targeted-meetings.ts'

/** So far ahead deliveries are planned; what comes later is planned later. */
export const horizonMs = 48 * 60 * 60_000

/** What a plan is made from. One plan for many conversations works out each time once. */
export type Planning = {
  readonly meetingsFor: TargetedMeetings
  readonly now: Temporal.Instant
  readonly times: Times
}

/** When reminders of a meeting are due, and when they are of no use any more, by lead, time of day and zone. */
type Times = Map<Meeting, Map<string, number>>

export function planning(meetingsFor: TargetedMeetings, now: Temporal.Instant): Planning {
  return { meetingsFor, now, times: new Map() }
}

/**
 * The reminders that a conversation is to get, each once whatever asks for it: what is due within 48 hours, and of what was
 * missed the latest before each meeting that has not begun.
 * @param subscriptions all of one conversation
 */
export function wantedReminders(subscriptions: readonly Subscription[], plan: Planning): WantedDelivery[] {
  const wanted = new Map<string, WantedDelivery>()
  for (const subscription of subscriptions) {
    if (subscription.kind !== 'reminder' || !subscription.isActive) continue
    for (const meeting of plan.meetingsFor(subscription.target, daysOfInterest(subscription, plan.now))) {
      for (const delivery of remindersOf(meeting, subscription, plan)) merge(delivery, wanted)
    }
  }
  return [...wanted.values()]
}

/** Before them it is too late, after them too early, wherever on earth the day begins. */
function daysOfInterest({ leads }: Subscription, now: Temporal.Instant): Days {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const ahead = Math.max(0, ...leads.map(daysIn)) + horizonMs / dayMs + 2
  return { from: today.subtract({ days: 2 }).toString(), to: today.add({ days: ahead }).toString() }
}

const dayMs = 24 * 60 * 60_000

function remindersOf(meeting: Meeting, subscription: Subscription, { now, times }: Planning): WantedDelivery[] {
  const nowMs = now.epochMilliseconds
  const { leads, askedAtMs, at, zone } = subscription
  const known = times.get(meeting) ?? new Map<string, number>()
  times.set(meeting, known)
  const expiresAtMs = remembered(known, zone, () => uselessFrom(meeting, zone))
  if (meeting.status === 'cancelled' || expiresAtMs <= nowMs) return []
  const due = leads
    .map((lead) => ({
      lead,
      dueAtMs: remembered(known, `${lead} ${at} ${zone}`, () => dueAt(meeting, lead, subscription)),
    }))
    // Nobody asked for it yet, or there is nothing left to be reminded of.
    .filter(({ dueAtMs }) => dueAtMs >= askedAtMs && dueAtMs < expiresAtMs && dueAtMs <= nowMs + horizonMs)
  const latestMissed = Math.max(...due.map(({ dueAtMs }) => dueAtMs).filter((dueAtMs) => dueAtMs <= nowMs))
  return due
    .filter(({ dueAtMs }) => dueAtMs > nowMs || dueAtMs === latestMissed)
    .map(({ lead, dueAtMs }) => reminder(meeting, subscription, { lead, dueAtMs, expiresAtMs }))
}

/** Calendars take microseconds, and thousands of people want the same moments. */
function remembered(known: Map<string, number>, key: string, work: () => Temporal.Instant): number {
  const ms = known.get(key) ?? work().epochMilliseconds
  known.set(key, ms)
  return ms
}

type Timing = { readonly lead: string; readonly dueAtMs: number; readonly expiresAtMs: number }

function reminder(
  meeting: Meeting,
  subscription: Subscription,
  { lead, dueAtMs, expiresAtMs }: Timing,
): WantedDelivery {
  const { platform, workspace, conversationId, id } = subscription
  return {
    // Not the revision: another hour moves a reminder, another day makes a new one.
    key: [platform, workspace, conversationId, meeting.id, meeting.time.starts.slice(0, 10), lead].join('|'),
    platform,
    workspace,
    conversationId,
    meetingId: meeting.id,
    kind: 'reminder',
    lead,
    subscriptionIds: [id],
    dueAtMs,
    expiresAtMs,
    nextAtMs: sendableAt(dueAtMs, expiresAtMs, subscription),
  }
}

/** Subscriptions may overlap, and read their clocks in several zones: the first is early enough for all. */
function merge(delivery: WantedDelivery, wanted: Map<string, WantedDelivery>): void {
  const other = wanted.get(delivery.key)
  if (!other) {
    wanted.set(delivery.key, delivery)
    return
  }
  const first = delivery.dueAtMs < other.dueAtMs ? delivery : other
  const subscriptionIds = [...other.subscriptionIds, ...delivery.subscriptionIds].sort()
  wanted.set(delivery.key, { ...first, subscriptionIds })
}
