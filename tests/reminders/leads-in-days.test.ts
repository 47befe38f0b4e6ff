import { expect, test } from 'vitest'
import { daysIn } from '../../src/reminders/leads-in-days.ts'

test.for<[string, number]>([
  ['P0D', 0],
  ['P14D', 14],
  ['P2W', 14],
  ['P1M', 31],
  ['P1Y', 366],
  ['PT30M', 1],
  ['PT24H', 1],
  ['PT25H', 2],
  ['P1DT1H', 2],
])('%s is never more than %i days', ([lead, days]) => {
  expect(daysIn(lead)).toBe(days)
  const starts = ['2027-03-29', '2028-03-01', '2027-08-31'].map((day) => Temporal.PlainDateTime.from(day))
  for (const start of starts) expect(start.subtract(lead).until(start).total('days')).toBeLessThanOrEqual(days)
})
