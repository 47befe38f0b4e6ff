import ICAL from 'ical.js'
import type { Event } from '../../knowledge/knowledge.ts'
import { allWordings, type Words } from '../../knowledge/language.ts'
import { eventSchema } from '../../knowledge/schema.ts'
import { meetingsOfEvent } from '../meetings-of.ts'
import { zoneOfPlace } from '../time-zones.ts'
import { EventFault } from './event-fault.ts'
import type { ParsedEvent } from './parsed-event.ts'
import { dayOf, type Moment, onClocksOf, readMoments } from './read-moment.ts'
import { type FeedPlace, readPlace } from './read-place.ts'
import { readRule } from './read-rule.ts'
import type { Reading } from './reading.ts'

type Times = Pick<Event, 'starts' | 'ends' | 'time' | 'endTime' | 'zone'>

/**
 * One event as the knowledge holds it, but for its id and its exceptions.
 * @throws {EventFault} where it has no title or start, or one of its values is none
 */
export function eventFrom(event: ParsedEvent, reading: Reading): Event {
  const title = titleOf(event)
  const where = readPlace(event.value('location'))
  const times = readTimes(event, where, reading)
  const series = reading.seriesOf(
    title,
    event.all('categories').flatMap(([, , , ...values]) => values.map(String)),
  )
  const url = webAddress(event.value('url')) ?? webAddress(where.url)
  const notes = [...(where.notes ?? []), ...organiserNotes(event)]
  const made = {
    id: 'calendar',
    name: reading.nameOf(title),
    ...(series && { series }),
    ...times,
    ...(where.place && { place: where.place }),
    ...(url && { url }),
    ...(isCancelled(event, reading) && { status: 'cancelled' }),
    ...(notes.length > 0 && { notes }),
    source: `${reading.sourceId}:${times.starts}`,
  }
  return checked(made, reading)
}

/** When it starts, in the fields of an event. */
export function timesOf(start: Moment): Pick<Event, 'starts' | 'time' | 'zone'> {
  if (start.kind === 'day') return { starts: start.day.toString() }
  return { starts: dayOf(start).toString(), time: clockOf(start), ...(start.zone && { zone: start.zone }) }
}

function titleOf(event: ParsedEvent): string {
  const title = event.value('summary')?.replaceAll(/\s+/g, ' ').trim()
  if (!title) throw new EventFault('summary', 'missing, expected a title')
  return title
}

function readTimes(event: ParsedEvent, { place }: FeedPlace, reading: Reading): Times & Pick<Event, 'rrule'> {
  const [property] = event.all('dtstart')
  const [written] = property ? readMoments(property, reading) : []
  if (!written) throw new EventFault('dtstart', 'missing, expected when it starts')
  const raw = event.raw('rrule')
  if (event.all('rrule').length > 1) throw new EventFault('rrule', 'expected one rule, not several')
  const tzid = property?.[1].tzid
  if (raw !== undefined && tzid !== undefined && reading.zones.find(tzid) === undefined) {
    throw new EventFault('rrule', `no known time zone has the clocks of "${tzid}", in which the rule would count`)
  }
  // A rule counts in the zone in which it is written; what takes place once is told on the clocks of its place.
  const there = place && zoneOfPlace(place.country, allWordings(place.city), reading.knowledge)
  const isInUtc = written.kind === 'time' && written.zone === 'UTC'
  const start = isInUtc && raw === undefined ? onClocksOf(written, there ?? reading.home) : written
  const rule = raw === undefined ? {} : { rrule: readRule(raw, start) }
  return { ...timesOf(start), ...endOf(start, event, reading), ...rule }
}

function endOf(start: Moment, event: ParsedEvent, reading: Reading): Pick<Event, 'ends' | 'endTime'> {
  const end = readEnd(start, event, reading)
  if (!end) return {}
  if (start.kind === 'day' || end.kind === 'day') {
    const last = end.kind === 'day' ? end.day.subtract({ days: 1 }) : dayOf(end)
    return Temporal.PlainDate.compare(last, dayOf(start)) > 0 ? { ends: last.toString() } : {}
  }
  const local = onClocksOf(end, start.zone)
  if (local.kind === 'day' || Temporal.PlainDateTime.compare(local.time, start.time) <= 0) return {}
  const isSameDay = dayOf(local).equals(dayOf(start))
  if (isSameDay && clockOf(local) === clockOf(start)) return {}
  return { ...(!isSameDay && { ends: dayOf(local).toString() }), endTime: clockOf(local) }
}

function readEnd(start: Moment, event: ParsedEvent, reading: Reading): Moment | undefined {
  const [property] = event.all('dtend')
  if (property) return readMoments(property, reading)[0]
  const written = event.value('duration')
  if (written === undefined) return undefined
  const seconds = ICAL.Duration.fromString(written).toSeconds()
  if (start.kind === 'day') return { kind: 'day', day: start.day.add({ days: Math.ceil(seconds / 86_400) }) }
  return { ...start, time: start.time.add({ seconds }) }
}

function clockOf(moment: Extract<Moment, { kind: 'time' }>): string {
  return moment.time.toPlainTime().toString({ smallestUnit: 'minute' })
}

function isCancelled(event: ParsedEvent, { areCancelled }: Reading): boolean {
  return areCancelled || event.value('status')?.toUpperCase() === 'CANCELLED'
}

/** Only its name: an address in a calendar need not be meant for everybody. */
function organiserNotes(event: ParsedEvent): Words[] {
  const name = event.all('organizer')[0]?.[1].cn?.trim()
  if (!name || name.includes('@')) return []
  return [
    {
      en: `Organiser, in the words of its calendar: ${name}`,
      fr: `Organisateur, selon son calendrier : ${name}`,
      es: `Organizador, según su calendario: ${name}`,
    },
  ]
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined
}

/** All that holds for a file of the knowledge holds here too. */
function checked(made: object, { knowledge }: Reading): Event {
  const result = eventSchema.safeParse(made, { jitless: true })
  const issue = result.error?.issues[0]
  if (!result.success) throw new EventFault(propertyOf(issue?.path[0]), issue?.message ?? 'not understood')
  const event: Event = { kind: 'event', ...result.data }
  if (event.rrule !== undefined) tryRule(event, knowledge)
  return event
}

function propertyOf(field: PropertyKey | undefined): string {
  const properties: Record<PropertyKey, string> = {
    name: 'summary',
    rrule: 'rrule',
    url: 'url',
    endTime: 'dtend',
    ends: 'dtend',
  }
  return properties[field ?? ''] ?? 'dtstart'
}

/** A rule that cannot be followed must not keep all other meetings from being found. */
function tryRule(event: Event, knowledge: Reading['knowledge']): void {
  const from = Temporal.PlainDate.from(event.starts ?? '')
  try {
    meetingsOfEvent(event, knowledge, { from, to: from.add({ months: 1 }) })
  } catch (error) {
    throw new EventFault(
      'rrule',
      `the rule "${event.rrule}" cannot be followed: ${error instanceof Error ? error.message : error}`,
    )
  }
}
