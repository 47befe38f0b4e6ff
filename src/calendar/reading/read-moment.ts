import type { Property } from '../icalendar-text.ts'
import { EventFault } from './event-fault.ts'
import type { FeedZones } from './feed-zones.ts'

/** A day, or a time on the clocks of a zone; the zone is undefined where the calendar names none. */
export type Moment =
  | { readonly kind: 'day'; readonly day: Temporal.PlainDate }
  | { readonly kind: 'time'; readonly time: Temporal.PlainDateTime; readonly zone: string | undefined }

/**
 * The moments that a property holds.
 * @param home the zone of times that name none
 * @throws {EventFault} where one is none, or its zone is not known
 */
export function readMoments(
  [name, { tzid }, type, ...values]: Property,
  { zones, home }: { readonly zones: FeedZones; readonly home: string | undefined },
): Moment[] {
  return values.map((value) => {
    // A period tells when it starts first.
    const text = String(Array.isArray(value) ? value[0] : value)
    const time = parse(name, text)
    if (type === 'date') return { kind: 'day', day: time.toPlainDate() }
    if (text.endsWith('Z')) return { kind: 'time', time, zone: 'UTC' }
    if (tzid === undefined) return { kind: 'time', time, zone: home }
    return inZone(name, tzid, time, zones)
  })
}

/** The same moment on the clocks of a zone; a day is the same everywhere. */
export function onClocksOf(moment: Moment, zone: string | undefined): Moment {
  if (moment.kind === 'day' || moment.zone === undefined || zone === undefined || moment.zone === zone) return moment
  const time = moment.time.toZonedDateTime(moment.zone).withTimeZone(zone).toPlainDateTime()
  return { kind: 'time', time, zone }
}

/** The day of a moment, where it is. */
export function dayOf(moment: Moment): Temporal.PlainDate {
  return moment.kind === 'day' ? moment.day : moment.time.toPlainDate()
}

function parse(name: string, text: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text.replace(/Z$/, ''))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new EventFault(name, `expected a day like 20270310 or a time like 20270310T093000, got "${text}"`)
  }
}

function inZone(name: string, tzid: string, time: Temporal.PlainDateTime, zones: FeedZones): Moment {
  const zone = zones.find(tzid)
  if (zone !== undefined) return { kind: 'time', time, zone }
  const inUtc = zones.toUtc(tzid, time)
  if (inUtc) return { kind: 'time', time: inUtc, zone: 'UTC' }
  throw new EventFault(
    name,
    `there is no time zone "${tzid}", expected an IANA name, a name of Windows, or a VTIMEZONE that defines it`,
  )
}
