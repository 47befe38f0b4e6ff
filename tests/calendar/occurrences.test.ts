import { describe, expect, test } from 'vitest'
import { isRecurring, occurrencesFrom, occurrencesOf } from '../../src/calendar/occurrences.ts'
import type { Event } from '../../src/knowledge/knowledge.ts'
import { anEvent } from '../intents/small-knowledge.ts'

const spring = { from: Temporal.PlainDate.from('2027-01-01'), to: Temporal.PlainDate.from('2027-03-31') }

/** The first days of the occurrences in the first three months of 2027. */
function daysOf(event: Partial<Event>, zone?: string): string[] {
  return occurrencesOf(anEvent('Meeting', event), zone, spring).map(({ first }) => first)
}

describe('occurrencesOf', () => {
  test.each<[Partial<Event>, string[], string]>([
    [{ starts: '2027-03-10' }, ['2027-03-10'], 'of a day'],
    [{ starts: '2026-12-30', ends: '2027-01-01' }, ['2026-12-30'], 'of which only the last day is within'],
    [{ starts: '2027-03-31', ends: '2027-04-02' }, ['2027-03-31'], 'of which only the first day is within'],
    [{ starts: '2026-12-30', ends: '2026-12-31' }, [], 'that is over'],
    [{ starts: '2027-03' }, [], 'of a month'],
    [{ year: 2027 }, [], 'of a year'],
    [{ starts: '--03-10' }, [], 'of a day without a year'],
    [{ recurs: 'yearly' }, [], 'that comes each year on no known day'],
    [{ starts: '2020', recurs: 'yearly' }, [], 'that comes each year since a year'],
    [{ starts: '--03-10', recurs: 'yearly' }, ['2027-03-10'], 'that comes on a day each year'],
    [{ starts: '2020-03-10', recurs: 'yearly' }, ['2027-03-10'], 'that comes each year since a day'],
    [{ starts: '2028-03-10', recurs: 'yearly' }, [], 'that has not begun to come'],
    [{ starts: '--12-30', ends: '--01-02', recurs: 'yearly' }, ['2026-12-30'], 'that comes around each new year'],
    [{ starts: '2020-12-30', ends: '2021-01-02', recurs: 'yearly' }, ['2026-12-30'], 'that came around a new year'],
    [{ starts: '--02-29', recurs: 'yearly' }, [], 'on a day that the year has not'],
  ])('has of an event %j the ones on %j (one %s)', (event, expected) => {
    expect(daysOf(event)).toEqual(expected)
  })

  test('lasts as long each time', () => {
    const event = anEvent('Meeting', { starts: '2026-01-12', ends: '2026-01-14', rrule: 'FREQ=MONTHLY;BYDAY=2MO' })
    expect(occurrencesOf(event, undefined, spring)).toEqual([
      { first: '2027-01-11', last: '2027-01-13' },
      { first: '2027-02-08', last: '2027-02-10' },
      { first: '2027-03-08', last: '2027-03-10' },
    ])
  })

  test.each([
    ['2027-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1', ['2027-01-31', '2027-02-28', '2027-03-31'], 'the last day of a month'],
    ['2027-01-31', 'FREQ=MONTHLY', ['2027-01-31', '2027-03-31'], 'a day that not every month has'],
    ['2024-02-29', 'FREQ=YEARLY', [], '29 February in a year without it'],
    ['2026-12-31', 'FREQ=WEEKLY;INTERVAL=6', ['2027-02-11', '2027-03-25'], 'every sixth week'],
    ['2027-03-22', 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3', ['2027-03-22', '2027-03-24', '2027-03-29'], 'a count'],
    ['2027-01-05', 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270202', ['2027-01-05', '2027-02-02'], 'until a day, and on it'],
    ['2020-01-01', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR', ['2027-03-26'], 'the last Friday of March'],
    ['2027-03-02', 'FREQ=WEEKLY;BYDAY=MO;COUNT=2', ['2027-03-02', '2027-03-08'], 'a first day that the rule has not'],
  ])('counts from %s by %s the days %j (%s)', (starts, rrule, expected) => {
    expect(daysOf({ starts, rrule })).toEqual(expected)
  })

  test('ends a rule in UTC when it is that time at the place', () => {
    const event = { starts: '2027-03-25', rrule: 'FREQ=DAILY;UNTIL=20270327T220000Z', time: '00:30' }
    expect(daysOf(event, 'Europe/Zurich')).toEqual(['2027-03-25', '2027-03-26', '2027-03-27'])
    expect(daysOf(event, 'Asia/Bangkok')).toHaveLength(4)
  })

  test('is not moved to another day or left out by a change of the clocks', () => {
    const event = { starts: '2027-03-27', rrule: 'FREQ=DAILY;COUNT=3', time: '09:00' }
    expect(daysOf(event, 'Europe/Zurich')).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
  })

  test('leaves out the days on which it does not take place', () => {
    const event = { starts: '2027-01-04', rrule: 'FREQ=MONTHLY;BYDAY=1MO', except: ['2027-02-01'] }
    expect(daysOf(event)).toEqual(['2027-01-04', '2027-03-01'])
  })
})

describe('occurrencesFrom', () => {
  test.each([
    ['FREQ=DAILY', ['2027-01-05', '2027-01-06', '2027-01-07'], 'often'],
    ['FREQ=MONTHLY', ['2027-01-10', '2027-02-10', '2027-03-10'], 'now and then'],
    ['FREQ=YEARLY;INTERVAL=5', ['2031-01-10', '2036-01-10'], 'hardly ever, and no further than is looked'],
    ['FREQ=WEEKLY;COUNT=2', [], 'no more'],
  ])('finds the next of %s on %j (it comes %s)', (rrule, expected) => {
    const event = anEvent('Meeting', { starts: '2026-01-10', rrule })
    const from = Temporal.PlainDate.from('2027-01-05')
    expect(occurrencesFrom(event, undefined, { from, count: 3 }).map(({ first }) => first)).toEqual(expected)
  })

  test('begins with the one that is under way', () => {
    const event = anEvent('Meeting', { starts: '2026-01-04', ends: '2026-01-06', rrule: 'FREQ=YEARLY' })
    const from = Temporal.PlainDate.from('2027-01-05')
    expect(occurrencesFrom(event, undefined, { from, count: 1 })).toEqual([{ first: '2027-01-04', last: '2027-01-06' }])
  })
})

describe('isRecurring', () => {
  test.each<[Partial<Event>, boolean, string]>([
    [{ starts: '2027-03-10', rrule: 'FREQ=YEARLY' }, true, 'by a rule'],
    [{ starts: '--03-10', recurs: 'yearly' }, true, 'each year on a day'],
    [{ recurs: 'yearly' }, false, 'each year on no known day'],
    [{ starts: '2027-03-10' }, false, 'once'],
  ])('is, of an event %j, %s (%s)', (event, expected) => {
    expect(isRecurring(anEvent('Meeting', event))).toBe(expected)
  })
})
