import { expect, test } from 'vitest'
import { dueAt, uselessFrom } from '../../src/reminders/due-time.ts'
import { aMeeting, daysOnly } from './a-subscription.ts'

const zurich = { at: undefined, zone: 'Europe/Zurich' }

/** As the clocks of the zone show it. */
function local(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toString({ smallestUnit: 'minute', timeZoneName: 'never' })
}

test.for([
  ['P1D', zurich, '2027-03-09T14:00+01:00', 'a day before, at the time of the meeting'],
  ['P7D', { ...zurich, at: '09:00' }, '2027-03-03T09:00+01:00', 'at the time that was asked for'],
  ['P1M', { ...zurich, at: '09:00' }, '2027-02-10T09:00+01:00', 'a month before is the same day of the month'],
  ['PT1H', zurich, '2027-03-10T13:00+01:00', 'an hour before'],
  ['PT1H', { ...zurich, at: '09:00' }, '2027-03-10T13:00+01:00', 'the time of day is only for leads of days'],
  ['P0D', { ...zurich, at: '08:00' }, '2027-03-10T08:00+01:00', 'on the morning of the day'],
  [
    'P1D',
    { at: '09:00', zone: 'Asia/Tokyo' },
    '2027-03-09T09:00+09:00',
    'on the clock of the reader, not of the place',
  ],
  ['P1D', { at: undefined, zone: 'America/Los_Angeles' }, '2027-03-09T09:00-08:00', 'at nine, as it is five there'],
  ['P1D', { at: '09:00', zone: 'Pacific/Auckland' }, '2027-03-10T09:00+13:00', 'where it is the 11th already'],
] as const)('%s before a meeting, with %o, is %s: %s', ([lead, clocks, expected]) => {
  expect(local(dueAt(aMeeting(), lead, clocks), clocks.zone)).toBe(expected)
})

test.for([
  ['P1D', '2027-03-09T09:00+01:00', 'at nine, as nobody says another time'],
  ['PT2H', '2027-03-10T07:00+01:00', 'hours count from nine in the morning'],
] as const)('%s before a day whose time is not known is %s: %s', ([lead, expected]) => {
  expect(local(dueAt(aMeeting({ time: daysOnly('2027-03-10') }), lead, zurich), zurich.zone)).toBe(expected)
})

// The clocks of Zurich go forward on 28 March 2027, and back on 31 October.
test.for([
  ['2027-03-28T14:00', 'P1D', '2027-03-27T14:00+01:00', 'a day keeps the clock, though it has 23 hours'],
  ['2027-03-28T14:00', 'PT24H', '2027-03-27T13:00+01:00', '24 hours do not'],
  ['2027-10-31T14:00', 'P1D', '2027-10-30T14:00+02:00', 'a day keeps the clock, though it has 25 hours'],
  ['2027-10-31T14:00', 'PT24H', '2027-10-30T15:00+02:00', '24 hours do not'],
  ['2027-03-29T02:30', 'P1D', '2027-03-28T03:30+02:00', 'a time that the clocks skip comes an hour later', '02:30'],
  ['2027-11-01T02:30', 'P1D', '2027-10-31T02:30+02:00', 'of a time that they show twice it is the first', '02:30'],
] as const)('before %s, %s is %s: %s', ([starts, lead, expected, , at]) => {
  const time = { precision: 'time', starts, ends: undefined, lastDay: starts.slice(0, 10), zone: zurich.zone } as const
  expect(local(dueAt(aMeeting({ time }), lead, { ...zurich, at }), zurich.zone)).toBe(expected)
})

test.for([
  [aMeeting(), '2027-03-10T14:00+01:00', 'it begins'],
  [aMeeting({ time: daysOnly('2027-03-10', '2027-03-12') }), '2027-03-11T00:00+01:00', 'its first day is over'],
] as const)('there is nothing to be reminded of from %#: %s', ([meeting, expected]) => {
  expect(local(uselessFrom(meeting, zurich.zone), zurich.zone)).toBe(expected)
})
