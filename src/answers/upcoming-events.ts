import type { Event } from '../knowledge/knowledge.ts'
import { parsePartialDate } from '../knowledge/partial-date.ts'

/**
 * The events that are not over on a day (`YYYY-MM-DD`), the one that must end first in front. Of a date of which only
 * the month or the year is known, every day counts; events without a year are left out.
 */
export function upcomingEvents(events: readonly Event[], today: string): Event[] {
  const dated = events.flatMap((event) => {
    const last = lastDayOf(event)
    return last && last >= today ? [{ event, last }] : []
  })
  return dated.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0)).map(({ event }) => event)
}

/** The last day that an event can be on, as far as its date is known. */
function lastDayOf(event: Event): string | undefined {
  const { year, month = 12, day } = parsePartialDate(event.ends ?? event.starts ?? String(event.year ?? ''))
  if (year === undefined) return undefined
  // Day 0 of a month is the last one of the month before.
  const last = new Date(Date.UTC(year, month - 1, day ?? 1))
  if (day === undefined) last.setUTCMonth(month, 0)
  return last.toISOString().slice(0, 10)
}
