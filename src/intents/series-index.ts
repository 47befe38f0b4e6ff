import { isRecurring, occurrencesFrom, occurrencesOf } from '../calendar/occurrences.ts'
import { isWholeDay } from '../knowledge/event-time.ts'
import type { Dialogue, Document, Entry, Event, Knowledge, Publication, Region } from '../knowledge/knowledge.ts'
import { inLanguage } from '../knowledge/language.ts'
import { type PartialDate, parsePartialDate } from '../knowledge/partial-date.ts'
import { firstYear, lastYear } from './date-mention.ts'
import type { Place } from './places.ts'

/** An entry with a time: what a series consists of. */
export type Member = Event | Dialogue | Publication

/** Kinds of event by the words in their names, and the members of every series. */
export type SeriesIndex = {
  membersOf(series: Entry): readonly Member[]
  /** The members of the same series, itself among them. */
  siblingsOf(member: Member): readonly Member[]
  readonly events: readonly Event[]
  /** Documents adopted on a known day. */
  readonly documents: readonly Document[]
  nounsOf(member: Member): ReadonlySet<string>
}

/** Groups the members of every series and reads off their names which kinds of event they are. */
export function createSeriesIndex(
  knowledge: Knowledge,
  nounsIn: (text: string) => readonly string[],
  namesOf: (entry: Entry) => string[],
): SeriesIndex {
  const members = [...knowledge.entries.values()].filter(
    (e): e is Member => e.kind === 'event' || e.kind === 'dialogue' || e.kind === 'publication',
  )
  const bySeries = Map.groupBy(members, (member) => member.series ?? '')
  const nouns = new Map(members.map((member) => [member, new Set(namesOf(member).flatMap(nounsIn))]))
  return {
    membersOf: (series) => bySeries.get(series.id) ?? [],
    siblingsOf: (member) => (member.series ? (bySeries.get(member.series) ?? []) : []),
    events: members.filter((member) => member.kind === 'event'),
    documents: [...knowledge.entries.values()]
      .filter((entry) => entry.kind === 'document')
      .filter((entry) => entry.adopted),
    nounsOf: (member) => nouns.get(member) ?? new Set(),
  }
}

/** Earlier members first. Plain comparison, because a locale would put `~` before the digits. */
export function byTime(a: Member, b: Member): number {
  return timeKey(a) < timeKey(b) ? -1 : timeKey(a) > timeKey(b) ? 1 : 0
}

/** `2017-08-04`, or `2017` where only a year is known; what has no date sorts first. */
export function timeKey(member: Member): string {
  if (member.kind !== 'event') return String(member.year ?? '')
  // Without a year it cannot be placed among the others, so it comes last.
  return (member.starts ?? String(member.year ?? '')).replace(/^--/, '~')
}

/** Whether a member's time and an asked date or span can be the same; what the source leaves open is not held against it. */
export function matchesDate(member: Member, { from, to }: Span): boolean {
  if (member.kind === 'event' && isRecurring(member)) return comesWithin(member, { from, to })
  const start = member.kind === 'event' && member.starts ? parsePartialDate(member.starts) : { year: member.year }
  const end = member.kind === 'event' && member.ends ? parsePartialDate(member.ends) : start
  if (start.year === undefined && start.month === undefined) return false
  if (from.year !== undefined && start.year !== undefined) {
    if (from.month !== undefined && start.month === undefined) return false
    return within(firstDay(start), lastDay({ ...end, year: end.year ?? start.year }), firstDay(from), lastDay(to))
  }
  return matchesInAnyYear({ start, end }, { from, to })
}

type Span = { readonly from: PartialDate; readonly to: PartialDate }

/** The zone of the place is of no account: hardly ever is the end of a rule told by the hour. */
function comesWithin(event: Event, span: Span): boolean {
  const begun = isWholeDay(event.starts) ? event.starts : undefined
  const open = span.from.year === undefined
  const earliest = open ? (begun ?? '2000-01-01') : isoDay(span.from, { year: firstYear, month: 1, day: 1 })
  const from = begun !== undefined && begun > earliest ? begun : earliest
  const days = Temporal.PlainDate.from(from)
  if (open) return occurrencesOf(event, event.zone, { from: days, to: days.add({ years: 1 }) }).some(isInAnyYear(span))
  const [next] = occurrencesFrom(event, event.zone, { from: days, count: 1 })
  return next !== undefined && next.first <= isoDay(span.to, { year: lastYear, month: 12, day: 31 })
}

function isInAnyYear(span: Span): (days: { readonly first: string; readonly last: string }) => boolean {
  return ({ first, last }) => matchesInAnyYear({ start: parsePartialDate(first), end: parsePartialDate(last) }, span)
}

function isoDay(date: PartialDate, otherwise: Required<PartialDate>): string {
  return Temporal.PlainDate.from({ ...otherwise, ...known(date) }).toString()
}

function known(date: PartialDate): PartialDate {
  return Object.fromEntries(Object.entries(date).filter(([, part]) => part !== undefined))
}

/** Whether an event is in one of the places or regions; one without a region is in those that its country is in. */
export function matchesPlace(event: Event, { places, regions }: Pick<Where, 'places' | 'regions'>): boolean {
  if (places.length === 0 && regions.length === 0) return true
  return places.some((place) => isAt(event, place)) || regions.some((region) => isIn(event, region))
}

function isAt({ place }: Event, { city, country }: Where['places'][number]): boolean {
  if (!place) return false
  return city ? inLanguage(place.city, 'en') === city : place.country === country
}

function isIn({ region, place }: Event, { id, countries }: Region): boolean {
  return region === undefined ? place !== undefined && (countries?.includes(place.country) ?? false) : region === id
}

type Where = { readonly places: readonly Pick<Place, 'city' | 'country'>[]; readonly regions: readonly Region[] }

/** Without a year on one side month and day decide; the open end of "since August 2017" is that of the year. */
function matchesInAnyYear({ start, end }: { start: PartialDate; end: PartialDate }, { from, to }: Span): boolean {
  const month = from.month ?? to.month
  if (month === undefined || start.month === undefined) return false
  const open = from.year === firstYear || to.year === lastYear
  const { year: first } = from
  const { year: last } = to
  if (!open && first !== undefined && last !== undefined && first < last)
    return [first, last].some((year) =>
      within(firstDay({ ...start, year }), lastDay({ ...end, year }), firstDay(from), lastDay(to)),
    )
  return within(
    firstDay({ ...start, year: 0 }),
    lastDay({ ...end, year: 0 }),
    firstDay(from.year === firstYear ? { year: 0 } : { ...from, year: 0 }),
    lastDay(to.year === lastYear ? { year: 0 } : { ...to, month: to.month ?? month, year: 0 }),
  )
}

/** The first day that a date can mean, as a number that sorts: 20170401 for April 2017. */
function firstDay({ year = 0, month = 1, day = 1 }: PartialDate): number {
  return year * 10_000 + month * 100 + day
}

function lastDay({ year = 9999, month = 12, day = 31 }: PartialDate): number {
  return year * 10_000 + month * 100 + day
}

function within(start: number, end: number, from: number, to: number): boolean {
  return start <= to && end >= from
}
