import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import { alarmComponent } from './alarm-component.ts'
import type { CalendarEntry } from './calendar-entries.ts'
import { type Component, type Property, ruleProperty, textProperty, writeCalendar } from './icalendar-text.ts'
import type { Meeting, MeetingTime } from './meeting.ts'
import { describeMeeting } from './meeting-description.ts'
import { daysOf } from './meeting-times.ts'
import type { DayRange } from './meetings-of.ts'
import { timeZoneComponent } from './time-zone-component.ts'

export type CalendarMethod = 'PUBLISH' | 'CANCEL'

export type CalendarOptions = {
  readonly name: string
  readonly language: Language
  /** When what is written was last known to be so. */
  readonly stamp: Temporal.Instant
  readonly sources: Knowledge['sources']
  /** `CANCEL` takes the meetings out of the calendar that has them. */
  readonly method?: CalendarMethod
  /** How often a meeting has changed so far. */
  readonly revisionOf?: (entry: CalendarEntry) => number
  /** How long before a meeting its calendar tells of it, as triggers of RFC 5545. */
  readonly alarmsOf?: (entry: CalendarEntry) => readonly string[]
}

/** How far ahead the clocks of a zone are told for what has no end. */
const yearsAhead = 20

/**
 * A whole calendar as iCalendar text (RFC 5545). No time in it depends on the reader's zone: each has its own, with the
 * rules of that zone, or is a whole day.
 */
export function writeICalendar(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const zones = Map.groupBy(entries, ({ meeting: { time } }) => (time.precision === 'time' ? time.zone : utc))
  zones.delete(utc)
  return writeCalendar([
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', '-//Focal Point//Calendar//EN'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', options.method ?? 'PUBLISH'],
      textProperty('name', options.name),
      textProperty('x-wr-calname', options.name),
      ['refresh-interval', {}, 'duration', 'PT1H'],
      ['x-published-ttl', {}, 'text', 'PT1H'],
    ],
    [
      ...[...zones].map(([zone, inZone]) => timeZoneComponent(zone, daysWith(inZone))),
      ...entries.map((entry) => eventComponent(entry, options)),
    ],
  ])
}

const utc = 'UTC'

function daysWith(entries: readonly CalendarEntry[]): DayRange {
  const days = entries.map(({ meeting, repeats }) => {
    const { first, last } = daysOf(meeting)
    return { first, last: repeats ? last.add({ years: yearsAhead }) : last }
  })
  const byDay = Temporal.PlainDate.compare
  const from = days.map(({ first }) => first).reduce((a, b) => (byDay(a, b) < 0 ? a : b))
  const to = days.map(({ last }) => last).reduce((a, b) => (byDay(a, b) > 0 ? a : b))
  return { from: from.with({ month: 1, day: 1 }), to }
}

function eventComponent(entry: CalendarEntry, options: CalendarOptions): Component {
  const { meeting, repeats } = entry
  const { language, stamp, sources, revisionOf, alarmsOf } = options
  const { id, title, time, place, url, status } = meeting
  return [
    'vevent',
    [
      ['uid', {}, 'text', uidOf(id)],
      ['dtstamp', {}, 'date-time', utcText(stamp)],
      ['sequence', {}, 'integer', revisionOf?.(entry) ?? 0],
      ...timeProperties(time),
      ...(repeats ? [ruleProperty(ruleFor(repeats.rule, time)), ...exceptions(repeats.except, time)] : []),
      textProperty('summary', title[language]),
      ...(place ? [textProperty('location', place[language])] : []),
      ...descriptionOf(meeting, { language, sources }),
      ...(url ? [['url', {}, 'uri', url] satisfies Property] : []),
      ...(status === 'cancelled' ? [['status', {}, 'text', 'CANCELLED'] satisfies Property] : []),
    ],
    (alarmsOf?.(entry) ?? []).map((trigger) => alarmComponent(trigger, title[language])),
  ]
}

/** The same for as long as the meeting has its id, wherever it is written. */
function uidOf(id: string): string {
  return `${id.replace('@', '/')}@focal-point`
}

function descriptionOf(
  meeting: Meeting,
  options: { readonly language: Language; readonly sources: Knowledge['sources'] },
): Property[] {
  const lines = describeMeeting(meeting, options)
  return lines.length > 0 ? [textProperty('description', lines.join('\n'))] : []
}

function timeProperties(time: MeetingTime): Property[] {
  if (time.precision === 'day') {
    return [
      ['dtstart', {}, 'date', time.starts],
      ['dtend', {}, 'date', dayAfter(time.ends)],
    ]
  }
  const end = time.ends ?? (time.lastDay > time.starts.slice(0, 10) ? `${dayAfter(time.lastDay)}T00:00` : undefined)
  return [momentProperty('dtstart', time.starts, time.zone), ...(end ? [momentProperty('dtend', end, time.zone)] : [])]
}

/** The end of a span of whole days is the first day that is no longer in it. */
function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

function momentProperty(name: string, local: string, zone: string): Property {
  return zone === utc ? [name, {}, 'date-time', `${local}:00Z`] : [name, { tzid: zone }, 'date-time', `${local}:00`]
}

function exceptions(days: readonly string[], time: MeetingTime): Property[] {
  return days.map((day) =>
    time.precision === 'day'
      ? ['exdate', {}, 'date', day]
      : momentProperty('exdate', `${day}T${time.starts.slice(11)}`, time.zone),
  )
}

/** The last day of a rule is written as the standard wants it: a day beside days, a moment in UTC beside times. */
function ruleFor(rule: string, time: MeetingTime): string {
  return rule.replace(/(?<=UNTIL=)(\d{8})(T\d{6}Z?)?/, (until, day: string) => {
    if (time.precision === 'day') return day
    if (until.endsWith('Z')) return until
    const last = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: time.zone, plainTime: time.starts.slice(11) })
    return utcText(last.toInstant()).replaceAll(/[-:]/g, '')
  })
}

function utcText(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' })
}
