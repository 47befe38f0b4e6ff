import type { Meeting } from '../calendar/meeting.ts'
import type { WantedDelivery } from '../store/delivery.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { dueAt, uselessFrom } from './due-time.ts'
import { sendableAt } from './put-off.ts'
import type { TargetedMeetings } from './targeted-meetings.ts'

/** So far ahead deliveries are planned; what comes later is planned later. */
export const horizonMs = 48 * 60 * 60_000

/**
 * The reminders that a conversation is to get, each once whatever asks for it: what is due within 48 hours, and of what was
 * missed the latest before each meeting that has not begun.
 * @param subscriptions all of one conversation
 */
export function wantedReminders(
  subscriptions: readonly Subscription[],
  meetingsFor: TargetedMeetings,
  now: Temporal.Instant,
): WantedDelivery[] {
  const wanted = new Map<string, WantedDelivery>()
  for (const subscription of subscriptions) {
    if (subscription.kind !== 'reminder' || !subscription.isActive) continue
    for (const meeting of meetingsFor(subscription.target)) {
      for (const delivery of remindersOf(meeting, subscription, now.epochMilliseconds)) merge(delivery, wanted)
    }
  }
  return [...wanted.values()]
}

function remindersOf(meeting: Meeting, subscription: Subscription, nowMs: number): WantedDelivery[] {
  const expiresAtMs = uselessFrom(meeting, subscription.zone).epochMilliseconds
  if (meeting.status === 'cancelled' || expiresAtMs <= nowMs) return []
  const { leads, createdAtMs } = subscription
  const due = leads
    .map((lead) => ({ lead, dueAtMs: dueAt(meeting, lead, subscription).epochMilliseconds }))
    // Nobody asked for it yet, or there is nothing left to be reminded of.
    .filter(({ dueAtMs }) => dueAtMs >= createdAtMs && dueAtMs < expiresAtMs && dueAtMs <= nowMs + horizonMs)
  const latestMissed = Math.max(...due.map(({ dueAtMs }) => dueAtMs).filter((dueAtMs) => dueAtMs <= nowMs))
  return due
    .filter(({ dueAtMs }) => dueAtMs > nowMs || dueAtMs === latestMissed)
    .map(({ lead, dueAtMs }) => reminder(meeting, subscription, { lead, dueAtMs, expiresAtMs }))
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
