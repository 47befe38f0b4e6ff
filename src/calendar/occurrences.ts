import { RRuleTemporal } from 'rrule-temporal'
import { isWholeDay } from '../knowledge/event-time.ts'
import type { Event } from '../knowledge/knowledge.ts'

/** The first and the last day of an occurrence, `YYYY-MM-DD`. */
export type Days = { readonly first: string; readonly last: string }

type Range = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** The occurrences of an event that are on any of the days. None where no day or no year is known. */
export function occurrencesOf(event: Event, zone: string | undefined, range: Range): Days[] {
  const { starts, ends = starts, recurs, rrule } = event
  if (starts === undefined || !/-\d\d-\d\d$/.test(starts)) return []
  if (recurs) return yearly(starts, lastDayOf(starts, ends), range)
  if (starts.startsWith('--')) return []
  const first = { first: starts, last: lastDayOf(starts, ends) }
  return rrule ? byRule(event, { ...first, zone }, range) : [first].filter((days) => isWithin(days, range))
}

/** Whether an event comes more than once on days that are known. */
export function isRecurring({ starts, recurs, rrule }: Event): boolean {
  return (rrule ?? recurs) !== undefined && starts !== undefined && /-\d\d-\d\d$/.test(starts)
}

/** The first few occurrences of an event that are not over on a day; those of the far future are not looked for. */
export function occurrencesFrom(
  event: Event,
  zone: string | undefined,
  { from, count }: { readonly from: Temporal.PlainDate; readonly count: number },
): Days[] {
  const { starts } = event
  const begins = isWholeDay(starts) && starts > from.toString() ? Temporal.PlainDate.from(starts) : from
  for (const ahead of aheads) {
    const found = occurrencesOf(event, zone, { from, to: begins.add(ahead) })
    if (found.length >= count || ahead === aheads.at(-1)) return found.slice(0, count)
  }
  return []
}

/** Most are soon found; only what comes hardly ever is worth a long look. */
const aheads = [{ days: 10 }, { days: 62 }, { years: 2 }, { years: 12 }] as const

/** An end of which only the month is known says nothing about the last day. */
function lastDayOf(starts: string, ends: string | undefined): string {
  return ends !== undefined && /-\d\d-\d\d$/.test(ends) ? ends : starts
}

/** On the same days of each year, from the first on where it is known; 29 February only where there is one. */
function yearly(starts: string, ends: string, range: Range): Days[] {
  const begun = /^\d{4}/.test(starts) ? Number(starts.slice(0, 4)) : undefined
  const crosses = begun === undefined ? Number(ends.slice(1) < starts.slice(1)) : Number(ends.slice(0, 4)) - begun
  const firstYear = Math.max(begun ?? 0, range.from.year - crosses)
  const years = Array.from({ length: Math.max(0, range.to.year - firstYear + 1) }, (_, index) => firstYear + index)
  return years
    .map((year) => ({ first: inYear(starts, year), last: inYear(ends, year + crosses) }))
    .filter((days): days is Days => days.first !== undefined && days.last !== undefined)
    .filter((days) => isWithin(days, range))
}

function inYear(date: string, year: number): string | undefined {
  const day = Temporal.PlainDate.from({ year, month: Number(date.slice(-5, -3)), day: Number(date.slice(-2)) })
  return day.day === Number(date.slice(-2)) ? day.toString() : undefined
}

/** The rule counts days where no time is known, else times in their zone, so that an UNTIL in UTC ends it when it should. */
function byRule(
  { rrule = '', time = '00:00', except = [] }: Event,
  { first, last, zone = 'UTC' }: Days & { readonly zone: string | undefined },
  range: Range,
): Days[] {
  const start = Temporal.PlainDate.from(first)
  const length = start.until(last)
  const rule = new RRuleTemporal({
    rruleString: `RRULE:${rrule}`,
    dtstart: start.toZonedDateTime({ timeZone: zone, plainTime: time }),
    // The day that is stated is one, whether the rule would say so or not.
    includeDtstart: true,
    temporal: Temporal,
  })
  const from = range.from.subtract(length).toZonedDateTime({ timeZone: zone })
  const to = range.to.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).subtract({ nanoseconds: 1 })
  return rule
    .between(from, to, true)
    .map((occurrence) => occurrence.toPlainDate())
    .filter((day) => !except.includes(day.toString()))
    .map((day) => ({ first: day.toString(), last: day.add(length).toString() }))
}

function isWithin({ first, last }: Days, { from, to }: Range): boolean {
  return first <= to.toString() && last >= from.toString()
}
