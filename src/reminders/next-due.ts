import type { Meeting } from '../calendar/meeting.ts'
import type { Subscription, Target } from '../store/subscriptions.ts'
import { nextDigest } from './digest.ts'
import { dueAt, uselessFrom } from './due-time.ts'
import type { MeetingCalendar } from './meeting-calendar.ts'
import { sendableAt } from './put-off.ts'

/** When something comes next, and before which meeting; a digest is before none. */
export type NextDue = { readonly atMs: number; readonly meeting: Meeting | undefined }

type Parts = { readonly calendar: Pick<MeetingCalendar, 'meetingsFor'>; readonly now: Temporal.Instant }

/** The meetings of a target that can still be reminded of, the first in front. */
export function comingMeetings(target: Target, zone: string, { calendar, now }: Parts): Meeting[] {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const days = { from: today.subtract({ days: 2 }).toString(), to: today.add({ years: 3 }).toString() }
  return calendar
    .meetingsFor(target, days)
    .filter(
      (meeting) => meeting.status === 'scheduled' && Temporal.Instant.compare(uselessFrom(meeting, zone), now) > 0,
    )
}

/** What a subscription brings next; undefined where nothing is known to come. */
export function nextDue(subscription: Subscription, parts: Parts): NextDue | undefined {
  const { zone, leads, target } = subscription
  const nowMs = parts.now.epochMilliseconds
  if (subscription.kind === 'digest') {
    const atMs = nextDigest(subscription, parts.now).epochMilliseconds
    return { atMs: sendableAt(atMs, Number.POSITIVE_INFINITY, subscription), meeting: undefined }
  }
  let next: NextDue | undefined
  for (const meeting of comingMeetings(target, zone, parts)) {
    const uselessMs = uselessFrom(meeting, zone).epochMilliseconds
    for (const lead of leads) {
      const dueMs = dueAt(meeting, lead, subscription).epochMilliseconds
      const atMs = sendableAt(dueMs, uselessMs, subscription)
      if (atMs > nowMs && dueMs < uselessMs && atMs < (next?.atMs ?? Number.POSITIVE_INFINITY)) next = { atMs, meeting }
    }
  }
  return next
}
