import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Component } from '../../src/calendar/icalendar-text.ts'
import { timeZoneComponent } from '../../src/calendar/time-zone-component.ts'

const years = { from: Temporal.PlainDate.from('2024-01-01'), to: Temporal.PlainDate.from('2029-12-31') }

function asRead(component: Component): ICAL.Timezone {
  return new ICAL.Timezone(new ICAL.Component(JSON.parse(JSON.stringify(component))))
}

/** The offset in seconds that a calendar which knows only the component finds for a time on the clocks. */
function offsetAsRead(zone: ICAL.Timezone, time: Temporal.PlainDateTime): number {
  const { year, month, day, hour, minute, second } = time
  return zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false }))
}

/** Noons of every seventh week, and times some hours around each change of the clocks; those that are skipped or come twice are left out. */
function timesIn(zone: string): Temporal.PlainDateTime[] {
  const start = years.from.toZonedDateTime(zone)
  const noons = Array.from({ length: 44 }, (_, index) => start.add({ weeks: index * 7, hours: 12 }))
  const changes: Temporal.ZonedDateTime[] = []
  for (let at = start.getTimeZoneTransition('next'); at && at.year < 2030; at = at.getTimeZoneTransition('next')) {
    changes.push(at.subtract({ hours: 3 }), at.add({ hours: 3 }))
  }
  return [...noons, ...changes].map((at) => at.toPlainDateTime())
}

function wrongTimes(zone: string): string[] {
  const read = asRead(timeZoneComponent(zone, years))
  return timesIn(zone)
    .filter((time) => offsetAsRead(read, time) !== time.toZonedDateTime(zone).offsetNanoseconds / 1e9)
    .map((time) => `${time} ${zone}`)
}

test('what is written for each time zone tells its wall times', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  expect(zones.length).toBeGreaterThan(400)
  expect(zones.flatMap(wrongTimes)).toEqual([])
})

test('tells each change of the clocks on the days it is for, and none else', () => {
  const days = { from: Temporal.PlainDate.from('2027-01-01'), to: Temporal.PlainDate.from('2027-06-30') }
  expect(timeZoneComponent('Europe/Zurich', days)).toEqual([
    'vtimezone',
    [['tzid', {}, 'text', 'Europe/Zurich']],
    [
      observance('standard', '2027-01-01T00:00:00', '+01:00', '+01:00'),
      observance('daylight', '2027-03-28T02:00:00', '+01:00', '+02:00'),
    ],
  ])
})

test.each([
  ['Asia/Kathmandu', '+05:45'],
  ['America/St_Johns', '-03:30'],
  ['UTC', '+00:00'],
])('writes the offset of %s as %s', (zone, offset) => {
  const days = { from: Temporal.PlainDate.from('2027-01-01'), to: Temporal.PlainDate.from('2027-01-02') }
  const [, , observances] = timeZoneComponent(zone, days)
  expect(observances).toEqual([observance('standard', '2027-01-01T00:00:00', offset, offset)])
})

function observance(name: string, begins: string, from: string, to: string): Component {
  return [
    name,
    [
      ['dtstart', {}, 'date-time', begins],
      ['tzoffsetfrom', {}, 'utc-offset', from],
      ['tzoffsetto', {}, 'utc-offset', to],
    ],
    [],
  ]
}
