import { describe, expect, test } from 'vitest'
import { upcomingEvents } from '../../src/answers/upcoming-events.ts'
import type { Event } from '../../src/knowledge/knowledge.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'

describe('upcomingEvents', () => {
  test.each<[Partial<Event>, boolean, string]>([
    [{ starts: '2017-04-10' }, true, 'on its day'],
    [{ starts: '2017-04-09' }, false, 'the day after it'],
    [{ starts: '2017-04-09', ends: '2017-04-11' }, true, 'while it is under way'],
    [{ starts: '2017-04' }, true, 'in its month'],
    [{ starts: '2017-03' }, false, 'after its month'],
    [{ starts: '2017-02', ends: '2017-04' }, true, 'in the month it ends in'],
    [{ year: 2017 }, true, 'in its year'],
    [{ starts: '2016' }, false, 'after its year'],
    [{ starts: '--09-25' }, false, 'of a day without a year'],
    [{}, false, 'of no date'],
  ])('holds an event of %j: %s (asked %s)', (date, expected) => {
    expect(upcomingEvents([anEvent('Meeting', date)], '2017-04-10', aSmallKnowledge({}))).toHaveLength(expected ? 1 : 0)
  })

  test('puts a meeting of a known day before one of which only the year is known', () => {
    const events = [anEvent('Some time', { year: 2017 }), anEvent('In July', { starts: '2017-07-18' })]
    expect(upcomingEvents(events, '2017-04-10', aSmallKnowledge({})).map(({ id }) => id)).toEqual([
      'in-july',
      'some-time',
    ])
  })

  test('has of a meeting that comes again the next time', () => {
    const monthly = anEvent('Monthly', { starts: '2017-01-02', rrule: 'FREQ=MONTHLY' })
    expect(upcomingEvents([monthly], '2017-04-10', aSmallKnowledge({}))).toMatchObject([{ starts: '2017-05-02' }])
  })
})
