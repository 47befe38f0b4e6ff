import type { PartialDate } from '../knowledge/partial-date.ts'
import type { Token } from '../search/tokens.ts'
import { type DateMention, type Days, isYear, numberOf, single, skipFillers } from './date-mention.ts'
import { joinSpans, openEnds } from './date-spans.ts'
import { partOfYear, partWords } from './parts-of-year.ts'
import { relativeYear } from './relative-years.ts'

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'enero'],
  ['february', 'feb', 'fevrier', 'febrero'],
  ['march', 'mar', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juin', 'junio'],
  ['july', 'jul', 'juillet', 'julio'],
  ['august', 'aug', 'aout', 'agosto'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre'],
  ['october', 'oct', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'decembre', 'diciembre'],
]
const months = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
/** Names of months that are other words too; they need a number or a preposition beside them. */
const doubtfulMonths = new Set(['may', 'mar', 'mars', 'march', 'jan', 'dec', 'sep', 'sept'])
const monthPrepositions = new Set([
  'in',
  'of',
  'en',
  'de',
  'du',
  'since',
  'before',
  'after',
  'until',
  'by',
  'this',
  'next',
  'last',
  'early',
  'late',
  'mid',
])

/** Between two days of one month. */
const joiners = new Set(['and', 'to', 'until', 'et', 'a', 'au', 'y', 'al', 'hasta', 'through', 'thru'])

/** The names of months and seasons in the three languages, folded; what a speller must know. */
export const calendarWords: readonly string[] = [...months.keys(), ...partWords]

/**
 * Finds years, months, days, parts of a year and decades in folded tokens, and the spans they make ("2007 to 2009",
 * "since 2010"); relative years count from the given days.
 */
export function findDates(tokens: readonly Token[], days: Days): DateMention[] {
  const found: DateMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    const mention = dateAt(tokens, i, days)
    if (!mention) continue
    found.push(mention)
    i = mention.last
  }
  return joinSpans(found, tokens).map((mention) => openEnds(mention, tokens))
}

function dateAt(tokens: readonly Token[], i: number, days: Days): DateMention | undefined {
  return relativeYear(tokens, i, days) ?? isoDate(tokens, i) ?? partOfYear(tokens, i, plainDate) ?? plainDate(tokens, i)
}

function plainDate(tokens: readonly Token[], i: number): DateMention | undefined {
  return monthDate(tokens, i) ?? yearAlone(tokens, i)
}

/** `2017-08-04` comes as three tokens; `4/8/2017` too, read day first, as the field writes. */
function isoDate(tokens: readonly Token[], i: number): DateMention | undefined {
  const [a, b, c] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  if (!a || !b || !c || b.start - a.end !== 1 || c.start - b.end !== 1) return undefined
  const [x, y, z] = [numberOf(a), numberOf(b), numberOf(c)]
  if (isYear(x) && isMonth(y) && isDay(z)) return single(i, i + 2, { year: x, month: y, day: z })
  if (isDay(x) && isMonth(y) && isYear(z)) return single(i, i + 2, { year: z, month: y, day: x })
  return undefined
}

function monthDate(tokens: readonly Token[], i: number): DateMention | undefined {
  const before = daysBefore(tokens, i)
  const at = before ? before.next : i
  const month = months.get(tokens[at]?.word ?? '')
  if (month === undefined) return undefined
  if (!before && doubtfulMonths.has(tokens[at]?.word ?? '') && !monthIsMeant(tokens, at)) return undefined
  const after = before ? undefined : daysAfter(tokens, at + 1)
  const yearAt = skipFillers(tokens, after ? after.next : at + 1)
  const year = numberOf(tokens[yearAt])
  const days = before ?? after
  const last = isYear(year) ? yearAt : (after ? after.next : at + 1) - 1
  const base = { ...(isYear(year) ? { year } : {}), month }
  return { first: i, last, from: withDay(base, days?.from), to: withDay(base, days?.to) }
}

/** "18", "the 25th of", "18-19", "4 and 5" before a month name. */
function daysBefore(tokens: readonly Token[], i: number): { from: number; to: number; next: number } | undefined {
  const from = ordinalNumber(tokens[i])
  if (!isDay(from)) return undefined
  let next = i + 1
  let to = from
  const joined = joiners.has(tokens[next]?.word ?? '') ? next + 1 : next
  const second = ordinalNumber(tokens[joined])
  if (isDay(second) && second > from) {
    to = second
    next = joined + 1
  }
  next = skipFillers(tokens, next)
  return months.has(tokens[next]?.word ?? '') ? { from, to, next } : undefined
}

function daysAfter(tokens: readonly Token[], i: number): { from: number; to: number; next: number } | undefined {
  const from = ordinalNumber(tokens[i])
  if (!isDay(from)) return undefined
  const second = ordinalNumber(tokens[i + 1])
  return isDay(second) && second > from ? { from, to: second, next: i + 2 } : { from, to: from, next: i + 1 }
}

function monthIsMeant(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? ''
  const after = numberOf(tokens[at + 1])
  return monthPrepositions.has(before) || isYear(after) || isDay(after) || tokens.length === 1
}

function yearAlone(tokens: readonly Token[], i: number): DateMention | undefined {
  const year = numberOf(tokens[i])
  return isYear(year) ? single(i, i, { year }) : undefined
}

function withDay(base: PartialDate, day: number | undefined): PartialDate {
  return day === undefined ? base : { ...base, day }
}

function ordinalNumber(token: Token | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|o)?$/.exec(token?.word ?? '')
  return match ? Number(match[1]) : undefined
}

function isMonth(value: number | undefined): value is number {
  return value !== undefined && value >= 1 && value <= 12
}

function isDay(value: number | undefined): value is number {
  return value !== undefined && value >= 1 && value <= 31
}
