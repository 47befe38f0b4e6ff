import { type Event, entriesOf, type Knowledge } from '../knowledge/knowledge.ts'
import type { Meeting } from './meeting.ts'
import { meetingsOfEvent } from './meetings-of.ts'

/** What a calendar shows as one thing: a meeting, or the first one of those that follow a rule. */
export type CalendarEntry = { readonly meeting: Meeting; readonly repeats?: Repetition }

/** A rule of RFC 5545, and the days, `YYYY-MM-DD`, on which nothing takes place in spite of it. */
export type Repetition = { readonly rule: string; readonly except: readonly string[] }

const allDays = { from: Temporal.PlainDate.from('0001-01-01'), to: Temporal.PlainDate.from('9999-12-31') }

/**
 * Every meeting in time of the knowledge, past ones too.
 * @param today what comes each year on a day, since nobody knows when, is shown from this year on
 */
export function calendarEntriesOf(knowledge: Knowledge, today: Temporal.PlainDate): CalendarEntry[] {
  return entriesOf(knowledge, 'event').flatMap((event) => entryOfEvent(event, knowledge, today))
}

/** One event with all its occurrences, or one occurrence by its own id; undefined where there is no such meeting in time. */
export function calendarEntryOf(
  id: string,
  knowledge: Knowledge,
  today: Temporal.PlainDate,
): CalendarEntry | undefined {
  const [eventId = '', day] = id.split('@')
  const event = knowledge.entries.get(eventId)
  if (event?.kind !== 'event') return undefined
  if (day === undefined) return entryOfEvent(event, knowledge, today)[0]
  const instead = entriesOf(knowledge, 'event').find(({ replaces }) => replaces === id)
  if (instead) return entryOfEvent(instead, knowledge, today)[0]
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number)
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || month === 0 || ofMonth === 0) return undefined
  // A day that the calendar has not becomes another, whose meeting has another id.
  const date = Temporal.PlainDate.from({ year, month, day: ofMonth })
  const meeting = meetingsOfEvent(event, knowledge, { from: date, to: date }).find((other) => other.id === id)
  return meeting && { meeting }
}

function entryOfEvent(event: Event, knowledge: Knowledge, today: Temporal.PlainDate): CalendarEntry[] {
  const { recurs, rrule = recurs && 'FREQ=YEARLY', except = [] } = event
  const repeats = rrule === undefined ? undefined : { rule: rrule, except }
  const first = repeats ? firstOf(event, today) : event
  return meetingsOfEvent(first, knowledge, allDays).map((meeting) => ({ meeting, ...(repeats && { repeats }) }))
}

/** The event as if it took place once. */
function firstOf(event: Event, { year }: Temporal.PlainDate): Event {
  const { recurs: _, rrule: __, except: ___, starts = '', ends, ...rest } = event
  if (!starts.startsWith('--')) return { ...rest, starts, ...(ends && { ends }) }
  const first = starts === '--02-29' ? year + ((4 - (year % 4)) % 4) : year
  const last = ends !== undefined && ends < starts ? first + 1 : first
  return { ...rest, starts: `${first}${starts.slice(1)}`, ...(ends && { ends: `${last}${ends.slice(1)}` }) }
}
