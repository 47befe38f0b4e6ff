import type { Entry, Event, Organisation, Region, Role } from '../knowledge/knowledge.ts'
import { parsePartialDate } from '../knowledge/partial-date.ts'
import { type DateMention, namesMonth } from './date-mention.ts'
import { type Mention, namesSubject } from './find-mentions.ts'
import type { Target } from './name-trie.ts'
import type { OrdinalMention } from './ordinals.ts'
import type { Place } from './places.ts'
import { byTime, type Member, matchesDate, type SeriesIndex, timeKey } from './series-index.ts'

/** What narrows a series, or all events, down: where, when, which kind, which number. */
export type Filter = {
  readonly series: readonly Entry[]
  readonly places: readonly Place[]
  readonly regions: readonly Region[]
  readonly dates: readonly DateMention[]
  /** Lexicon groups that name kinds of event: consultation, workshop … */
  readonly nouns: readonly string[]
  readonly ordinals: readonly OrdinalMention[]
  /** Bare numbers, for series that number their members: "MRS 38". */
  readonly numbers: readonly number[]
}

/** What a clause is about. */
export type Selection = {
  readonly subjects: readonly Entry[]
  /** One name in the clause has all of these as bearers, and nothing in the clause decides between them. */
  readonly tied: boolean
  /** The clause narrows a series down to nothing: a 2027 workshop, a 2020 report. */
  readonly empty: boolean
  /** The subjects were found through a filter (place, date, number), not by name. */
  readonly filtered: boolean
  readonly filter: Filter
  readonly roles: readonly Role[]
  readonly organisations: readonly Organisation[]
}

/** Decides what a clause is about from the names, dates and numbers in it. */
export function selectSubjects(mentions: readonly Mention[], filter: Filter, index: SeriesIndex): Selection {
  const roles = targetsOf(mentions, 'role')
  const organisations = targetsOf(mentions, 'organisation')
  const base = { tied: false, empty: false, filtered: false, filter, roles, organisations }
  const direct = directMentions(mentions)
  const adopted = direct.length === 0 ? adoptedOn(filter.dates, index) : []
  if (adopted.length > 0) return { ...base, subjects: adopted }
  const narrowed = narrow(filter, index, direct.length > 0)
  if (narrowed) {
    // "MPD was set up in 2001 together with the IDM": the year narrows the IDM down, and MPD is named all the same.
    const others = direct
      .flatMap((mention) => mention.targets.filter(isEntry))
      .filter((entry) => !filter.series.includes(entry))
    return {
      ...base,
      subjects: unique([...others, ...narrowed]),
      empty: narrowed.length === 0 && others.length === 0,
      filtered: true,
    }
  }
  // "RCP representatives in Gaborone": the meeting is meant as much as the term.
  const placed =
    direct.length > 0 && filter.places.some((place) => place.city)
      ? bestLevel(index.events, { ...filter, nouns: [], ordinals: [] }, index)
      : []
  const chosen = direct.length > 0 ? direct : mentions.filter((m) => m.targets.some((t) => t.kind === 'organisation'))
  const named = chosen.flatMap((mention) => mention.targets.filter(isEntry))
  const subjects = unique([
    ...named,
    ...placed,
    ...ofOtherRegions(named, filter, index),
    ...ofOtherYear(named, filter.dates, index),
  ])
  const tied = chosen.length === 1 && (chosen[0]?.targets.length ?? 0) > 1
  return { ...base, subjects: subjects.length > 0 ? subjects : [...roles, ...filter.regions], tied }
}

/** "The Asia and Europe consultations": one is named in full, the other by its region. */
function ofOtherRegions(named: readonly Entry[], { regions }: Filter, index: SeriesIndex): Member[] {
  const events = named.filter((entry) => entry.kind === 'event')
  return events.flatMap((event) =>
    index
      .siblingsOf(event)
      .filter((other) => other.kind === 'event' && regions.some((region) => region.id === other.region)),
  )
}

/** "The paper of 19 September 2016": the documents adopted on a day that is named in full. */
function adoptedOn(dates: readonly DateMention[], index: SeriesIndex): Entry[] {
  return index.documents.filter((document) => {
    const { year, month, day } = parsePartialDate(document.adopted ?? '')
    return dates.some(
      ({ from }) => from.day !== undefined && from.day === day && from.month === month && (from.year ?? year) === year,
    )
  })
}

/** "The 2009 dialogue was about return migration": what was in the year or month that is named belongs beside it. */
function ofOtherYear(named: readonly Entry[], dates: readonly DateMention[], index: SeriesIndex): Member[] {
  const yearly = named.filter(
    (entry) => entry.kind === 'dialogue' || entry.kind === 'publication' || entry.kind === 'event',
  )
  const wrong = yearly.filter((entry) => dates.length > 0 && !matchesDates(entry, dates) && timeKey(entry) !== '')
  return wrong.flatMap((entry) =>
    index.siblingsOf(entry).filter((member) => member.kind === entry.kind && matchesDates(member, dates)),
  )
}

/** Mentions that name a subject themselves, as against filters, roles and partners. */
function directMentions(mentions: readonly Mention[]): Mention[] {
  const direct = mentions.filter(namesSubject)
  // "The UNHCR head office" is not ours.
  const foreign = mentions.some((m) => m.targets.some((t) => t.kind === 'organisation' && t.id !== 'iom'))
  return foreign ? direct.filter((mention) => !mention.targets.every(isOffice)) : direct
}

function isOffice(target: Target): boolean {
  return target.kind === 'contact' && target.person === undefined && target.email === undefined
}

/** The members that pass the filter; undefined when the clause does not narrow anything down. */
function narrow(filter: Filter, index: SeriesIndex, named: boolean): Member[] | undefined {
  const { series, places, regions, dates, nouns, ordinals, numbers } = filter
  const fromSeries = series.flatMap((entry) => index.membersOf(entry))
  const placed = places.length > 0 || regions.length > 0
  const dayOrMonth = dates.some(namesMonth)
  if (fromSeries.length > 0) {
    const numbered = fromSeries.filter((member) => member.kind === 'publication' && member.number !== undefined)
    if (numbers.length > 0 && numbered.length > 0)
      return numbered.filter((member) => member.kind === 'publication' && numbers.includes(member.number ?? -1))
    if (!placed && dates.length === 0 && ordinals.length === 0) return ofNamedKind(fromSeries, nouns, index)
    const exact = bestLevel(fromSeries, filter, index)
    // "The July workshop in New York": one of the two is wrong, and the date tells the meetings of a series apart.
    return exact.length === 0 && placed && dates.length > 0
      ? bestLevel(fromSeries, { ...filter, places: [], regions: [] }, index)
      : exact
  }
  if (named || (!placed && !dayOrMonth && !(nouns.length > 0 && (dates.length > 0 || ordinals.length > 0))))
    return undefined
  const exact = bestLevel(index.events, filter, index)
  // "Gaborone on 24 October": the place is right and the date is not; the answer will say so.
  const found =
    exact.length === 0 && placed && dates.length > 0 ? bestLevel(index.events, { ...filter, dates: [] }, index) : exact
  return found.length > 0 || nouns.length > 0 ? found : placed ? undefined : found
}

/** "The law courses": a series of nothing but events, and the kind of event. */
function ofNamedKind(members: readonly Member[], nouns: readonly string[], index: SeriesIndex): Member[] | undefined {
  if (nouns.length === 0 || members.some((member) => member.kind !== 'event')) return undefined
  const found = members.filter((member) => nouns.some((noun) => index.nounsOf(member).has(noun)))
  return found.length > 0 ? found : undefined
}

/** Events where a place, a month or a kind of event is named; the year as a whole (dialogue, report) otherwise. */
function bestLevel(pool: readonly Member[], filter: Filter, index: SeriesIndex): Member[] {
  const inTime = pool.filter((member) => matchesDates(member, filter.dates) && matchesPlace(member, filter))
  const ofKind =
    filter.nouns.length > 0
      ? inTime.filter((m) => m.kind === 'event' && filter.nouns.some((noun) => index.nounsOf(m).has(noun)))
      : inTime
  const candidates = ofKind.length > 0 ? ofKind : inTime.filter((m) => m.kind !== 'event')
  const wholeYears = candidates.filter((member) => member.kind !== 'event')
  const dayWanted = filter.dates.some(namesMonth) || filter.ordinals.some((o) => o.value > 0)
  const level = wholeYears.length > 0 && !dayWanted && filter.nouns.length === 0 ? wholeYears : candidates
  return pickOrdinal(level, pool, filter)
}

function pickOrdinal(level: Member[], pool: readonly Member[], filter: Filter): Member[] {
  const value = filter.ordinals[0]?.value
  if (value === undefined) return level
  const source = level.length > 0 ? level : [...pool]
  const kinds = new Set(source.map((m) => m.kind))
  const one = kinds.size > 1 ? source.filter((m) => m.kind === 'event') : source
  const sorted = [...one].sort(byTime)
  const placed = sorted.filter((member) => !timeKey(member).startsWith('~'))
  const picked = value === -1 ? placed.at(-1) : sorted[value - 1]
  if (picked) return [picked]
  // "Was Gaborone the third meeting" says which one is meant; there is no fourth of three.
  return level.length === 1 && filter.places.length > 0 ? level : []
}

/** Whether a member's time and one of the asked dates can be the same; what the source leaves open is not held against it. */
function matchesDates(member: Member, dates: readonly DateMention[]): boolean {
  return dates.length === 0 || dates.some((date) => matchesDate(member, date))
}

function matchesPlace(member: Member, { places, regions }: Filter): boolean {
  if (places.length === 0 && regions.length === 0) return true
  if (member.kind !== 'event') return false
  return (
    places.some((place) => matchesPlaceName(member, place)) || regions.some((region) => member.region === region.id)
  )
}

function matchesPlaceName(event: Event, place: Place): boolean {
  if (!event.place) return false
  if (place.city) return (typeof event.place.city === 'string' ? event.place.city : event.place.city.en) === place.city
  return event.place.country === place.country
}

export function targetsOf<K extends Target['kind']>(
  mentions: readonly Mention[],
  kind: K,
): Extract<Target, { kind: K }>[] {
  return unique(
    mentions.flatMap((mention) => mention.targets.filter((t): t is Extract<Target, { kind: K }> => t.kind === kind)),
  )
}

function isEntry(target: Target): target is Entry {
  return target.kind !== 'place'
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)]
}
