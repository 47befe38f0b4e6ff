import type { Meeting } from '../calendar/meeting.ts'
import { clockBefore } from './due-time.ts'
import { defaultAt, defaultLeads } from './leads.ts'

/**
 * When calendars tell of a meeting in advance, as triggers of RFC 5545: as reminders do for which nobody said when. Of one
 * that is cancelled never.
 */
export function alarmsOf(meeting: Pick<Meeting, 'time' | 'status'>): string[] {
  return meeting.status === 'cancelled' ? [] : defaultLeads.map((lead) => triggerOf(meeting, lead))
}

/** Days before a time keep the time on the clocks, unless that is at night; before a whole day they end at the usual time of day. */
function triggerOf({ time }: Pick<Meeting, 'time'>, lead: string): string {
  const isTimed = time.precision === 'time'
  const starts = isTimed ? Temporal.PlainDateTime.from(time.starts).toPlainTime() : new Temporal.PlainTime()
  const at = isTimed ? clockBefore(starts) : Temporal.PlainTime.from(defaultAt)
  const later = starts.until(at, { largestUnit: 'minutes' })
  const [days, minutes] = [Temporal.Duration.from(lead).days, later.minutes]
  const ahead = Temporal.Duration.from({ minutes: days * minutesOfDay - minutes })
  return ahead.round({ largestUnit: 'days' }).negated().toString()
}

const minutesOfDay = 24 * 60
