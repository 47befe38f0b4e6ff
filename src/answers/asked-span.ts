import { type DateMention, firstYear } from '../intents/date-mention.ts'
import { relativeDays } from '../intents/relative-days.ts'
import type { Reading } from '../intents/understand.ts'
import type { PartialDate } from '../knowledge/partial-date.ts'
import type { Span } from './upcoming-events.ts'

/** The days that a question for what is to come names: by their distance from today, or by their date. */
export function spansToCome({ clause }: Reading, today: string): Span[] {
  const relative = relativeSpan(clause, today)
  if (relative) return [relative]
  return clause.selection.filter.dates.map((date) => fromToday(spanOf(date, today), today))
}

/** The days that a question names by their distance from today. */
export function relativeSpan({ tokens }: Reading['clause'], today: string): Span | undefined {
  return relativeDays(
    tokens.map(({ word }) => word),
    today,
  )
}

/** "Which meetings are before the Council": until an event that is to come, what is over is not meant. */
export function endsWithEvent({ clause }: Reading, today: string): boolean {
  return clause.selection.filter.dates.some(
    (date) =>
      date.from.year === firstYear &&
      spanOf(date, today).to >= today &&
      !clause.tokens.slice(date.first, date.last + 1).some(({ word }) => /\d/.test(word)),
  )
}

/** All days that a date or a span can mean; without a year those that come next. */
export function spanOf({ from, to }: Pick<DateMention, 'from' | 'to'>, today: string): Span {
  const year = Number(today.slice(0, 4))
  const span = { from: firstDay(from, year), to: lastDay(to, year) }
  const isOver = from.year === undefined && span.to < today
  return isOver ? { from: firstDay(from, year + 1), to: lastDay(to, year + 1) } : span
}

function fromToday({ from, to }: Span, today: string): Span {
  return { from: from < today ? today : from, to }
}

function firstDay({ year, month = 1, day = 1 }: PartialDate, otherwise: number): string {
  return Temporal.PlainDate.from({ year: year ?? otherwise, month, day }).toString()
}

function lastDay({ year, month = 12, day = 31 }: PartialDate, otherwise: number): string {
  return Temporal.PlainDate.from({ year: year ?? otherwise, month, day }).toString()
}
