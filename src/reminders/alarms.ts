import type { Meeting } from '../calendar/meeting.ts'
import { defaultAt, defaultLeads } from './leads.ts'

/**
 * When calendars tell of a meeting in advance, as triggers of RFC 5545: as reminders do for which nobody said when. Of one
 * that is cancelled never.
 */
export function alarmsOf(meeting: Pick<Meeting, 'time' | 'status'>): string[] {
  return meeting.status === 'cancelled' ? [] : defaultLeads.map((lead) => triggerOf(meeting, lead))
}

/** Days before a time keep the time on the clocks; before a whole day they end at the usual time of day. */
function triggerOf({ time }: Pick<Meeting, 'time'>, lead: string): string {
  const ahead = Temporal.Duration.from(lead)
  if (time.precision === 'time') return ahead.negated().toString()
  const { hour, minute } = Temporal.PlainTime.from(defaultAt)
  const left = Temporal.Duration.from({ hours: 24 }).subtract({ hours: hour, minutes: minute })
  return ahead.subtract({ days: 1 }).add({ hours: left.hours, minutes: left.minutes }).negated().toString()
}
