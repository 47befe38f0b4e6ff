import type { Meeting } from './meeting.ts'

type Timed = Pick<Meeting, 'time'>

/** When a meeting starts, on the clocks of a zone; undefined where no time is known. */
export function startOf({ time }: Timed, readerZone: string): Temporal.ZonedDateTime | undefined {
  return time.precision === 'time' ? onClocksOf(time.starts, time.zone, readerZone) : undefined
}

/** When a meeting ends, on the clocks of a zone; undefined where no time is known at which it does. */
export function endOf({ time }: Timed, readerZone: string): Temporal.ZonedDateTime | undefined {
  if (time.precision === 'day' || time.ends === undefined) return undefined
  return onClocksOf(time.ends, time.zone, readerZone)
}

/** The first and the last day of a meeting at its place: the same for every reader. */
export function daysOf({ time }: Timed): { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate } {
  const last = time.precision === 'day' ? time.ends : time.lastDay
  return { first: Temporal.PlainDate.from(time.starts), last: Temporal.PlainDate.from(last) }
}

/**
 * The moment at which a meeting begins; where no time is known, the beginning of its first day.
 * @param readerZone counts where the zone of the meeting is not known
 */
export function beginningOf(meeting: Timed, readerZone: string): Temporal.Instant {
  const start = startOf(meeting, readerZone) ?? daysOf(meeting).first.toZonedDateTime(zoneOf(meeting, readerZone))
  return start.toInstant()
}

/** The moment at which a meeting is over; where no time is known at which it ends, the end of its last day. */
export function overAt(meeting: Timed, readerZone: string): Temporal.Instant {
  const end = endOf(meeting, readerZone)
  return (end ?? daysOf(meeting).last.add({ days: 1 }).toZonedDateTime(zoneOf(meeting, readerZone))).toInstant()
}

function zoneOf({ time }: Timed, readerZone: string): string {
  return time.zone ?? readerZone
}

/** A time that the clocks skip is read as the one an hour later, a time that they show twice as the first. */
function onClocksOf(time: string, zone: string, readerZone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(time).toZonedDateTime(zone).withTimeZone(readerZone)
}
