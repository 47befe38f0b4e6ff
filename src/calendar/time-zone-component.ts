import type { Component } from './icalendar-text.ts'
import type { DayRange } from './meetings-of.ts'

/**
 * The VTIMEZONE of a zone that is right on all of the days. One observance for each change of the clocks, because some
 * calendars read neither rules that end nor lists of changes.
 */
export function timeZoneComponent(zone: string, { from, to }: DayRange): Component {
  const start = from.toZonedDateTime(zone)
  const end = to.add({ days: 1 }).toZonedDateTime(zone)
  const first = observance(start, start.offsetNanoseconds)
  return ['vtimezone', [['tzid', {}, 'text', zone]], [first, ...changesBetween(start, end)]]
}

function changesBetween(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Component[] {
  const changes: Component[] = []
  let change = start.getTimeZoneTransition('next')
  while (change && Temporal.ZonedDateTime.compare(change, end) <= 0) {
    changes.push(observance(change, change.subtract({ nanoseconds: 1 }).offsetNanoseconds))
    change = change.getTimeZoneTransition('next')
  }
  return changes
}

/** What holds from a moment on. It begins on the clocks as they were before. */
function observance(at: Temporal.ZonedDateTime, before: number): Component {
  const begins = at.toPlainDateTime().add({ nanoseconds: before - at.offsetNanoseconds })
  return [
    at.offsetNanoseconds > before ? 'daylight' : 'standard',
    [
      ['dtstart', {}, 'date-time', begins.toString({ smallestUnit: 'second' })],
      ['tzoffsetfrom', {}, 'utc-offset', offsetText(before)],
      ['tzoffsetto', {}, 'utc-offset', offsetText(at.offsetNanoseconds)],
    ],
    [],
  ]
}

/** "+05:45"; with seconds only where there are some, which has not been the case since 1972. */
function offsetText(nanoseconds: number): string {
  const time = Temporal.PlainTime.from('00:00').add({ nanoseconds: Math.abs(nanoseconds) })
  const text = time.toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' })
  return `${nanoseconds < 0 ? '-' : '+'}${text}`
}
