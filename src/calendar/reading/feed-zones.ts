import ICAL from 'ical.js'
import { zoneFault } from '../../knowledge/zone-name.ts'
import { currentName } from '../time-zones.ts'
import { type Block, findProperty, rawValue } from './split-icalendar.ts'
import { zoneOfWindowsName } from './windows-zones.ts'

/** How a calendar writes the names of zones. */
export type FeedZones = {
  /** The IANA name for what the calendar calls so; undefined where that would be a guess. */
  find(tzid: string): string | undefined
  /** A time on the clocks of a zone that is none of the time zone database, in UTC; undefined where it is not defined. */
  toUtc(tzid: string, time: Temporal.PlainDateTime): Temporal.PlainDateTime | undefined
}

/**
 * Reads the definitions of zones of a calendar.
 * @param today a zone of the calendar's own is taken for one that has the same clocks for some years around this day
 */
export function readFeedZones(blocks: readonly Block[], today: Temporal.PlainDate): FeedZones {
  const defined = new Map(blocks.map((block) => [tzidOf(block), block]))
  const found = new Map<string, string | undefined>()
  return {
    find: (tzid) => {
      if (!found.has(tzid)) found.set(tzid, findZone(tzid, defined.get(tzid), today))
      return found.get(tzid)
    },
    toUtc: (tzid, time) => {
      const definition = asTimezone(defined.get(tzid))
      return definition && time.subtract({ seconds: offsetIn(definition, time) })
    },
  }
}

function tzidOf({ properties }: Block): string {
  const line = findProperty(properties, 'TZID')
  return line ? rawValue(line).trim() : ''
}

function findZone(tzid: string, block: Block | undefined, today: Temporal.PlainDate): string | undefined {
  return (
    knownZone(tzid) ??
    zoneOfWindowsName(tzid) ??
    // "/freeassociation.sourceforge.net/Europe/Zurich"
    knownZone(tzid.split('/').slice(-3).join('/')) ??
    knownZone(tzid.split('/').slice(-2).join('/')) ??
    (block && (locationOf(block) ?? zoneWithSameClocks(block, today)))
  )
}

/** The name as a knowledge file may have it: "Japan" is "Asia/Tokyo". */
function knownZone(name: string): string | undefined {
  try {
    const { timeZoneId } = new Temporal.ZonedDateTime(0n, name)
    if (zoneFault(timeZoneId) === undefined) return timeZoneId
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return zoneFault(timeZone) === undefined ? timeZone : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function locationOf({ properties }: Block): string | undefined {
  const line = findProperty(properties, 'X-LIC-LOCATION')
  return line && knownZone(rawValue(line).trim())
}

/** Fixed offsets first, so that no city is named where none is meant. */
function zoneWithSameClocks(block: Block, today: Temporal.PlainDate): string | undefined {
  const definition = asTimezone(block)
  if (!definition) return undefined
  const weeks = Array.from({ length: 4 * 52 }, (_, week) => today.subtract({ years: 1 }).add({ weeks: week }))
  const offsets = weeks.map((day) => {
    const noon = day.toPlainDateTime('12:00')
    return { noon, offset: offsetIn(definition, noon) }
  })
  const same = [...fixedZones, ...Intl.supportedValuesOf('timeZone')].find((zone) =>
    offsets.every(({ noon, offset }) => noon.toZonedDateTime(zone).offsetNanoseconds === offset * 1e9),
  )
  return same && currentName(same)
}

const fixedZones = [
  'UTC',
  ...Array.from({ length: 14 }, (_, index) => `Etc/GMT-${index + 1}`),
  ...Array.from({ length: 12 }, (_, index) => `Etc/GMT+${index + 1}`),
]

function asTimezone(block: Block | undefined): ICAL.Timezone | undefined {
  if (!block) return undefined
  try {
    const text = block.lines.map((line) => line.text).join('\r\n')
    return new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)))
  } catch {
    // Whatever ical.js does not make of it: a zone that cannot be read is not known.
    return undefined
  }
}

function offsetIn(zone: ICAL.Timezone, { year, month, day, hour, minute, second }: Temporal.PlainDateTime): number {
  return zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false }))
}
