import { expect, test } from 'vitest'
import { sendableAt } from '../../src/reminders/put-off.ts'

const zone = 'Europe/Zurich'
const night = { from: '22:00', to: '07:00' }
const noon = { from: '12:00', to: '13:30' }

test.for<[string, Parameters<typeof sendableAt>[2], string, string]>([
  ['2027-03-09T12:00', { zone, quiet: undefined, snoozedUntilMs: undefined }, '2027-03-09T12:00', 'nothing is quiet'],
  ['2027-03-09T12:00', { zone, quiet: noon, snoozedUntilMs: undefined }, '2027-03-09T13:30', 'quiet begins'],
  ['2027-03-09T13:30', { zone, quiet: noon, snoozedUntilMs: undefined }, '2027-03-09T13:30', 'quiet ends'],
  ['2027-03-09T23:00', { zone, quiet: night, snoozedUntilMs: undefined }, '2027-03-10T07:00', 'before midnight'],
  ['2027-03-10T01:00', { zone, quiet: night, snoozedUntilMs: undefined }, '2027-03-10T07:00', 'after midnight'],
  ['2027-03-10T07:00', { zone, quiet: night, snoozedUntilMs: undefined }, '2027-03-10T07:00', 'quiet is over'],
  [
    '2027-03-09T08:00',
    { zone, quiet: { from: '08:00', to: '08:00' }, snoozedUntilMs: undefined },
    '2027-03-09T08:00',
    'hours without length',
  ],
  [
    '2027-03-27T23:00',
    { zone, quiet: night, snoozedUntilMs: undefined },
    '2027-03-28T07:00',
    'the clocks skip an hour',
  ],
  [
    '2027-03-28T01:00',
    { zone, quiet: { from: '00:00', to: '02:30' }, snoozedUntilMs: undefined },
    '2027-03-28T03:30',
    'quiet ends in the skipped hour',
  ],
  [
    '2027-03-09T12:00',
    { zone, quiet: undefined, snoozedUntilMs: msOf('2027-03-09T18:00') },
    '2027-03-09T18:00',
    'it is snoozed',
  ],
  [
    '2027-03-09T12:00',
    { zone, quiet: undefined, snoozedUntilMs: msOf('2027-03-09T11:00') },
    '2027-03-09T12:00',
    'a snooze is over',
  ],
  [
    '2027-03-09T12:00',
    { zone, quiet: night, snoozedUntilMs: msOf('2027-03-09T23:00') },
    '2027-03-10T07:00',
    'a snooze ends in quiet hours',
  ],
  [
    '2027-03-30T12:00',
    { zone, quiet: undefined, snoozedUntilMs: msOf('2027-04-09T12:00') },
    '2027-03-30T12:00',
    'by then it is useless',
  ],
])('what is due at %s, with %o, is sent at %s: %s', ([due, rules, expected]) => {
  expect(sendableAt(msOf(due), msOf('2027-04-02T14:00'), rules)).toBe(msOf(expected))
})

function msOf(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
}
