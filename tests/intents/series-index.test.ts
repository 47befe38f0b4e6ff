import { describe, expect, test } from 'vitest'
import { byTime, createSeriesIndex, matchesDate, timeKey } from '../../src/intents/series-index.ts'
import type { Event } from '../../src/knowledge/knowledge.ts'
import type { PartialDate } from '../../src/knowledge/partial-date.ts'
import { anEvent, aProcess, aSmallKnowledge, idsOf } from './small-knowledge.ts'

const members = [
  anEvent('Breeze Workshop', { starts: '2017-04-18', ends: '2017-04-19', place: { city: 'Galeton', country: 'FJ' } }),
  anEvent('Gale Workshop', { starts: '2017-07-18', place: { city: 'Windham', country: 'FJ' } }),
  anEvent('Undated Talk', { starts: '--07-20', ends: '--08-02' }),
  anEvent('Old Talk', { year: 2009 }),
]
const forum = aProcess('Forum')
const index = createSeriesIndex(
  aSmallKnowledge({ entries: [forum, ...members] }),
  (name) => (name.includes('Workshop') ? ['workshop'] : ['talk']),
  (entry) => ('name' in entry ? [String(entry.name)] : []),
)
describe('createSeriesIndex', () => {
  test('knows the members of a series, the siblings of a member, and what they are called', () => {
    expect(idsOf(index.membersOf(forum))).toEqual(idsOf(members))
    expect(index.siblingsOf(anEvent('Alone', { series: undefined }))).toEqual([])
    expect(members[0] && [...index.nounsOf(members[0])]).toEqual(['workshop'])
    expect(index.membersOf(aProcess('Other'))).toEqual([])
  })
})

describe('matchesDate', () => {
  test.each<[Partial<Event>, PartialDate, boolean, string]>([
    [{ starts: '2017-08-04', ends: '2017-08-05' }, { year: 2017 }, true, 'the year'],
    [{ starts: '2017-08-04', ends: '2017-08-05' }, { year: 2016 }, false, 'another year'],
    [{ starts: '2017-08-04', ends: '2017-08-05' }, { month: 8 }, true, 'the month'],
    [{ starts: '2017-08-04', ends: '2017-08-05' }, { month: 8, day: 5 }, true, 'the last day'],
    [{ starts: '2017-08-04', ends: '2017-08-05' }, { month: 8, day: 6 }, false, 'the day after'],
    [{ starts: '2017-08-30', ends: '2017-09-02' }, { month: 9 }, true, 'the month in which it ends'],
    [{ starts: '2017-08-30', ends: '2017-09-02' }, { month: 8, day: 31 }, true, 'a day between two months'],
    [{ starts: '--09-25' }, { year: 2017, month: 9 }, true, 'a year the source leaves open'],
    [{ starts: '--09-25' }, { year: 2017 }, false, 'a year alone does not meet a date without one'],
    [{ year: 2009 }, { year: 2009 }, true, 'only the year is known'],
    [{ year: 2009 }, { month: 9 }, false, 'no month is known'],
    [{}, { year: 2009 }, false, 'nothing is known'],
  ])('holds for %j and %j: %s (%s)', (event, date, expected) => {
    expect(matchesDate(anEvent('Talk', event), { from: date, to: date })).toBe(expected)
  })

  test.each([
    [2010, true],
    [2012, true],
    [2013, false],
  ])('holds for %i in 2010 to 2012: %s', (year, expected) => {
    expect(matchesDate(anEvent('Talk', { year }), { from: { year: 2010 }, to: { year: 2012 } })).toBe(expected)
  })
})

describe('matchesDate with spans', () => {
  test.each<[Partial<Event>, PartialDate, PartialDate, boolean, string]>([
    [{ starts: '2011-06-14' }, { year: 2010, month: 11 }, { year: 2012, month: 2 }, true, 'a month between two years'],
    [{ starts: '2012-06-14' }, { year: 2011, month: 3 }, { year: 2013 }, true, 'an open end of the span'],
    [{ starts: '2010-02-14' }, { year: 2010, month: 11 }, { year: 2012, month: 2 }, false, 'before the span begins'],
    [{ starts: '2016-12-30', ends: '2017-01-02' }, { year: 2017 }, { year: 2017 }, true, 'over the turn of the year'],
    [{ starts: '2017-04' }, { year: 2017, month: 4, day: 9 }, { year: 2017, month: 4, day: 9 }, true, 'an open day'],
    [{ year: 2011 }, { year: 2011, month: 6 }, { year: 2011, month: 6 }, false, 'a month where only the year is known'],
    [{ starts: '--07-20' }, { year: 2017, month: 6 }, { year: 2017, month: 8 }, true, 'a year the source leaves open'],
    [
      { starts: '--07-20' },
      { year: 2017, month: 6 },
      { year: 9999 },
      true,
      'an open end and a year the source leaves open',
    ],
    [{ starts: '--07-20' }, { year: 2017, month: 8 }, { year: 9999 }, false, 'before such a span begins'],
    [
      { starts: '--07-20' },
      { year: 1 },
      { year: 2017, month: 6 },
      false,
      'behind the end of one with an open beginning',
    ],
    [{ starts: '--07-20' }, { year: 2010 }, { year: 9999 }, false, 'years alone do not meet a date without one'],
    [{ year: 2009 }, { year: 1 }, { year: 2017, month: 6 }, true, 'years before'],
  ])('holds for %j from %j to %j: %s (%s)', (event, from, to, expected) => {
    expect(matchesDate(anEvent('Talk', { year: undefined, ...event }), { from, to })).toBe(expected)
  })
})

describe('byTime', () => {
  test('puts the oldest first and what has no year last', () => {
    expect(members.toSorted(byTime).map(timeKey)).toEqual(['2009', '2017-04-18', '2017-07-18', '~07-20'])
  })
})
