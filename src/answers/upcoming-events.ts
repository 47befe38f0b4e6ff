import { isRecurring, occurrencesFrom, occurrencesOf } from '../calendar/occurrences.ts'
import { zoneOfEvent } from '../calendar/time-zones.ts'
import { isWholeDay } from '../knowledge/event-time.ts'
import type { Event, Knowledge } from '../knowledge/knowledge.ts'
import { parsePartialDate } from '../knowledge/partial-date.ts'

/** Days from one to another, `YYYY-MM-DD`, both included. */
export type Span = { readonly from: string; readonly to: string }

/**
 * The events that are not over on a day (`YYYY-MM-DD`), the one that must end first in front; of one that comes again the
 * next time. Of a date of which only the month or the year is known, every day counts; events without a year are left out.
 */
export function upcomingEvents(events: readonly Event[], today: string, knowledge: Knowledge): Event[] {
  const dated = events.flatMap((event) => {
    const next = isRecurring(event) ? nextTimes(event, { today, count: 1 }, knowledge)[0] : event
    const last = next && lastDayOf(next)
    return next && last && last >= today ? [{ event: next, last }] : []
  })
  return dated.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0)).map(({ event }) => event)
}

/** The next few times of an event that comes again, each as an event of its own days. */
export function nextTimes(
  event: Event,
  { today, count }: { readonly today: string; readonly count: number },
  knowledge: Knowledge,
): Event[] {
  const from = Temporal.PlainDate.from(today)
  return occurrencesFrom(event, zoneOfEvent(event, knowledge), { from, count }).map((days) => onDays(event, days))
}

/** For how many years the times of what comes again are told: a rule may have no end. */
const mostYears = 5

/** The events that are, as far as is known, on any day of a span, each as often as it is then. */
export function eventsWithin(events: readonly Event[], span: Span, knowledge: Knowledge): Event[] {
  return events.flatMap((event) => {
    if (isRecurring(event))
      return occurrencesOf(event, zoneOfEvent(event, knowledge), rangeOf(event, span)).map((days) =>
        onDays(event, days),
      )
    const [first, last] = [firstDayOf(event), lastDayOf(event)]
    return first && last && first <= span.to && last >= span.from ? [event] : []
  })
}

function rangeOf({ starts }: Event, span: Span) {
  const first = isWholeDay(starts) && starts > span.from ? starts : span.from
  const from = Temporal.PlainDate.from(first)
  const [to] = [Temporal.PlainDate.from(span.to), from.add({ years: mostYears })].sort(Temporal.PlainDate.compare)
  return { from, to: to ?? from }
}

/** Whether an event is not over on a day, as far as is known. */
export function isToCome(event: Event, today: string): boolean {
  return (lastDayOf(event) ?? '') >= today
}

function onDays(event: Event, { first, last }: { readonly first: string; readonly last: string }): Event {
  const { ends: _ends, recurs: _recurs, rrule: _rrule, except: _except, ...once } = event
  return { ...once, starts: first, ...(last === first ? {} : { ends: last }) }
}

function firstDayOf(event: Event): string | undefined {
  const { year, month = 1, day = 1 } = parsePartialDate(event.starts ?? String(event.year ?? ''))
  return year === undefined ? undefined : dayOf(year, month, day)
}

/** The last day that an event can be on, as far as its date is known. */
function lastDayOf(event: Event): string | undefined {
  const { year, month = 12, day } = parsePartialDate(event.ends ?? event.starts ?? String(event.year ?? ''))
  return year === undefined ? undefined : dayOf(year, month, day ?? 31)
}

/** The day, or the last one of its month where that has no such day. */
function dayOf(year: number, month: number, day: number): string {
  return Temporal.PlainDate.from({ year, month, day }).toString()
}
