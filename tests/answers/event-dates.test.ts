import { describe, expect, test } from 'vitest'
import { eventSchema } from '../../src/knowledge/schema.ts'

type Dates = { readonly starts: string; readonly ends?: string }

const problemsOf = (dates: Dates) =>
  eventSchema
    .safeParse({ id: 'talks', name: 'Talks', source: '900:1', ...dates })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('the dates of an event', () => {
  test.each<[Dates, string]>([
    [{ starts: '2017-02-28' }, 'the last day of a month'],
    [{ starts: '2016-02-29' }, 'a leap day'],
    [{ starts: '--02-29' }, 'a leap day without a year'],
    [{ starts: '2017-08-04', ends: '2017-08-04' }, 'one day'],
    [{ starts: '2017', ends: '2018' }, 'two years'],
    [{ starts: '2017-08-04', ends: '2017-08' }, 'an end of which only the month is known'],
    [{ starts: '--12-30', ends: '--01-02' }, 'days around a new year that is not printed'],
  ])('may be %j (%s)', (dates) => {
    expect(problemsOf(dates)).toEqual([])
  })

  test.each<[Dates, string, string]>([
    [{ starts: '2017-02-31' }, 'starts: expected a day of the calendar', 'no such day'],
    [{ starts: '2017-02-29' }, 'starts: expected a day of the calendar', 'no leap year'],
    [{ starts: '--04-31' }, 'starts: expected a day of the calendar', 'no such day in any year'],
    [{ starts: '2017-13-45' }, 'starts: expected a quoted date', 'no such month'],
    [{ starts: '2017-08-05', ends: '2017-08-04' }, 'ends: expected a date no earlier than "starts"', 'the wrong order'],
    [{ starts: '2017-08-05', ends: '2016' }, 'ends: expected a date no earlier than "starts"', 'a year before'],
    [
      { starts: '2017-08-05', ends: '--08-06' },
      'ends: expected a date no earlier than "starts"',
      'an end without year',
    ],
  ])('cannot be %j: %s (%s)', (dates, problem) => {
    expect(problemsOf(dates)).toEqual([expect.stringContaining(problem)])
  })
})
