import type { Meeting } from '../calendar/meeting.ts'
import { beginningOf, daysOf, startOf } from '../calendar/meeting-times.ts'
import { defaultAt, isOfDays } from './leads.ts'

type Timed = Pick<Meeting, 'time'>

/** How the person who is reminded reads the clock. */
export type Clocks = {
  /** HH:MM for leads of whole days; by default the time of the meeting, or nine in the morning where that is at night or not known. */
  readonly at: string | undefined
  /** The person's time zone. */
  readonly zone: string
}

/**
 * When a reminder is due. A lead of whole days keeps the time on the clock: so many days before the day on which the meeting
 * begins where the person is, also when the clocks change in between. A shorter lead is exact; where no time of the meeting is
 * known, it counts from `at` on the first day.
 */
export function dueAt(meeting: Timed, lead: string, { at, zone }: Clocks): Temporal.Instant {
  const start = startOf(meeting, zone)
  const day = start?.toPlainDate() ?? daysOf(meeting).first
  if (isOfDays(lead)) {
    const plainTime = at ?? (start ? clockBefore(start.toPlainTime()) : defaultAt)
    return day.subtract(lead).toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
  }
  const from = start ?? day.toZonedDateTime({ timeZone: zone, plainTime: at ?? defaultAt })
  return from.toInstant().subtract(lead)
}

/**
 * The time of day at which one is reminded days before something that begins at a time: at the same, but nobody wants to be
 * woken because a meeting is held on the other side of the earth.
 */
export function clockBefore(starts: Temporal.PlainTime): Temporal.PlainTime {
  return starts.hour >= 7 && starts.hour < 22 ? starts : Temporal.PlainTime.from(defaultAt)
}

/** From then on nobody needs to be reminded: the meeting has begun, or the first day is over of one whose time is not known. */
export function uselessFrom(meeting: Timed, zone: string): Temporal.Instant {
  if (meeting.time.precision === 'time') return beginningOf(meeting, zone)
  const nextDay = daysOf(meeting).first.add({ days: 1 })
  return nextDay.toZonedDateTime(meeting.time.zone ?? zone).toInstant()
}
