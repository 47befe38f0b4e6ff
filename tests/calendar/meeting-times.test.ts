import { Temporal as Independent } from 'temporal-polyfill/implementation'
import { describe, expect, test } from 'vitest'
import type { MeetingTime } from '../../src/calendar/meeting.ts'
import { beginningOf, daysOf, endOf, overAt, startOf } from '../../src/calendar/meeting-times.ts'

function timed(starts: string, zone: string, ends?: string): { time: MeetingTime } {
  return { time: { precision: 'time', starts, ends, lastDay: (ends ?? starts).slice(0, 10), zone } }
}

function ofDays(starts: string, ends: string, zone?: string): { time: MeetingTime } {
  return { time: { precision: 'day', starts, ends, zone } }
}

/** Zones of all continents, with changes of an hour and of half an hour, around midnight, and against the sun. */
const zones = [
  ...['Europe/Zurich', 'Europe/London', 'Europe/Lisbon', 'Atlantic/Azores', 'Europe/Chisinau', 'Europe/Dublin'],
  ...['Africa/Cairo', 'Africa/Casablanca', 'Asia/Beirut', 'Asia/Jerusalem', 'Asia/Gaza', 'Australia/Lord_Howe'],
  ...['Australia/Sydney', 'Pacific/Auckland', 'Pacific/Chatham', 'America/New_York', 'America/St_Johns'],
  ...['America/Santiago', 'America/Asuncion', 'America/Havana'],
]

/** Every change of the clocks of a zone from 2024 to 2029. */
function changesOf(zone: string): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = []
  let at = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${zone}]`).getTimeZoneTransition('next')
  for (; at && at.year < 2030; at = at.getTimeZoneTransition('next')) changes.push(at)
  return changes
}

/** The wall times around a change of the clocks that a meeting may have, in steps of a quarter of an hour. */
function timesAround(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ nanoseconds: 1 }).toPlainDateTime().round({ smallestUnit: 'minute' })
  const times = Array.from({ length: 17 }, (_, index) => before.add({ minutes: (index - 8) * 15 }))
  return times.map((time) => time.toString({ smallestUnit: 'minute' }))
}

const cases = zones.flatMap((zone) =>
  changesOf(zone)
    .flatMap(timesAround)
    .map((time) => ({ zone, time })),
)

describe('the time of a meeting', () => {
  test('is what an independent computation says, around every change of the clocks from 2024 to 2029', () => {
    expect(Independent).not.toBe(Temporal)
    expect(cases.length).toBeGreaterThanOrEqual(2500)
    const wrong = cases.filter(({ zone, time }) => {
      const expected = Independent.PlainDateTime.from(time).toZonedDateTime(zone).withTimeZone('Asia/Kathmandu')
      return startOf(timed(time, zone), 'Asia/Kathmandu')?.toString() !== expected.toString()
    })
    expect(wrong).toEqual([])
  })

  test.each([
    ['2027-03-28T02:30', 'Europe/Zurich', '2027-03-28T01:30:00Z', 'skipped in spring'],
    ['2027-10-31T02:30', 'Europe/Zurich', '2027-10-31T00:30:00Z', 'shown twice in autumn'],
    ['2027-03-28T09:00', 'Europe/Zurich', '2027-03-28T07:00:00Z', 'after the change'],
    ['2027-03-27T09:00', 'Europe/Zurich', '2027-03-27T08:00:00Z', 'before it'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00Z', 'shown twice for half an hour'],
    ['2027-03-10T09:30', 'Asia/Bangkok', '2027-03-10T02:30:00Z', 'where the clocks do not change'],
  ])('is, for %s in %s, %s (%s)', (starts, zone, expected) => {
    expect(startOf(timed(starts, zone), 'UTC')?.toInstant().toString()).toBe(expected)
  })

  test('is told on the clocks of the reader', () => {
    const meeting = timed('2027-03-10T09:30', 'Asia/Bangkok', '2027-03-10T17:00')
    expect(startOf(meeting, 'America/New_York')?.toPlainDateTime().toString()).toBe('2027-03-09T21:30:00')
    expect(endOf(meeting, 'Pacific/Kiritimati')?.toPlainDateTime().toString()).toBe('2027-03-11T00:00:00')
  })

  test.each(['Pacific/Pago_Pago', 'UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati'])(
    'is, where only days are known, on the same days for a reader in %s',
    (readerZone) => {
      const meeting = ofDays('2027-03-10', '2027-03-12', 'Asia/Bangkok')
      const { first, last } = daysOf(meeting)
      expect([first.toString(), last.toString()]).toEqual(['2027-03-10', '2027-03-12'])
      expect([startOf(meeting, readerZone), endOf(meeting, readerZone)]).toEqual([undefined, undefined])
    },
  )
})

describe('a meeting', () => {
  test.each([
    [timed('2027-03-10T09:30', 'Asia/Bangkok', '2027-03-10T17:00'), '2027-03-10T02:30:00Z', '2027-03-10T10:00:00Z'],
    [timed('2027-03-10T09:30', 'Asia/Bangkok'), '2027-03-10T02:30:00Z', '2027-03-10T17:00:00Z'],
    [ofDays('2027-03-10', '2027-03-12', 'Asia/Bangkok'), '2027-03-09T17:00:00Z', '2027-03-12T17:00:00Z'],
    [ofDays('2027-03-28', '2027-03-28', 'Europe/Zurich'), '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
    [ofDays('2027-03-10', '2027-03-12'), '2027-03-10T10:00:00Z', '2027-03-13T10:00:00Z'],
  ])('of %j begins at %s and is over at %s', (meeting, begins, over) => {
    expect(beginningOf(meeting, 'Pacific/Honolulu').toString()).toBe(begins)
    expect(overAt(meeting, 'Pacific/Honolulu').toString()).toBe(over)
  })

  test('that the knowledge gives no time is over on a day that the clocks make short', () => {
    const meeting = ofDays('2027-03-28', '2027-03-28', 'Europe/Zurich')
    const hours = beginningOf(meeting, 'UTC').until(overAt(meeting, 'UTC')).total('hours')
    expect(hours).toBe(23)
  })
})
