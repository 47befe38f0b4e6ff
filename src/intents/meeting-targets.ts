import type { FoundTargets, MeetingTarget, TargetQuery } from '../calendar/meeting-target.ts'
import type { Entry } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import type { PartialDate } from '../knowledge/partial-date.ts'
import { detectLanguage } from './detect-language.ts'
import { namesSubject } from './find-mentions.ts'
import { type ReadClause, readClause } from './read-clause.ts'
import { searchKnowledge } from './search-knowledge.ts'
import { type Filter, targetsOf } from './select-subjects.ts'
import type { Understanding } from './understanding.ts'

/** More could not be told apart in a chat. */
const mostTargets = 6
const mostNearest = 3

/**
 * Finds which meetings words mean: an id of an entry, or names, places and dates as in any question.
 * @param about what the conversation is about, which no words mean
 */
export function findMeetingTargets(
  { text, message, reader, nowMs }: TargetQuery,
  tools: Understanding,
  about: readonly Entry[] = [],
): FoundTargets {
  const read = detectLanguage(message, reader, tools.languageWords)
  const language: Language = read === 'en' ? (reader ?? read) : read
  if (text.trim() === '') {
    const targets = distinct(about.flatMap(targetsOfEntry)).slice(0, mostTargets)
    return { language, targets, isWhole: true, nearest: [] }
  }
  const byId = tools.knowledge.entries.get(text.trim())
  if (byId) return { language, targets: targetsOfEntry(byId), isWhole: true, nearest: [] }
  const clause = readClause(text, { asks: false, days: { today: dayOf(nowMs) } }, tools)
  const isUnknown = clause.strangers.length + clause.unknownNames.length > 0
  const targets = isUnknown ? [] : distinct(meantBy(clause)).slice(0, mostTargets)
  const nearest = targets.length > 0 ? [] : nearestTo(text, clause, tools)
  return { language, targets, isWhole: isWholly(clause, tools), nearest }
}

function dayOf(nowMs: number): PartialDate {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('UTC')
  return { year, month, day }
}

function meantBy({ mentions, selection }: ReadClause): MeetingTarget[] {
  const { filter, subjects, filtered, organisations } = selection
  if (filtered && isNarrowed(filter)) return subjects.flatMap(targetsOfEntry)
  const direct = mentions.filter(namesSubject)
  const named = direct.flatMap(({ targets }) => targets).filter((target): target is Entry => target.kind !== 'place')
  const meant = named.flatMap(targetsOfEntry)
  if (meant.length > 0) return meant
  const regions = filter.regions.length > 0 ? filter.regions : targetsOf(mentions, 'region')
  return [...regions, ...organisations].flatMap(targetsOfEntry)
}

/** Whether some meetings are told from others by more than their region, which can be meant as a whole. */
function isNarrowed({ series, nouns, ...filter }: Filter): boolean {
  const isRegionAlone = filter.regions.length > 0 && series.length + nouns.length + filter.places.length === 0
  return !isRegionAlone && isLimited(filter)
}

function isLimited({ dates, places, regions, ordinals, numbers }: Omit<Filter, 'series' | 'nouns'>): boolean {
  return dates.length + places.length + regions.length + ordinals.length + numbers.length > 0
}

/** Meetings are of a process, a series or an organiser; a year of a dialogue is a series of its own events. */
function targetsOfEntry(entry: Entry): MeetingTarget[] {
  switch (entry.kind) {
    case 'event':
    case 'process':
    case 'region':
      return [{ kind: entry.kind, id: entry.id }]
    case 'term':
    case 'organisation':
      return [{ kind: 'series', id: entry.id }]
    case 'dialogue':
      return entry.items.flatMap(({ event }) => (event ? [{ kind: 'event', id: event }] : []))
    default:
      return []
  }
}

function distinct(targets: readonly MeetingTarget[]): MeetingTarget[] {
  return [...new Map(targets.map((target) => [`${target.kind} ${target.id}`, target])).values()]
}

/** Whether the words say no more than which meetings: what is left of them are words for meetings and for "next". */
function isWholly({ content, selection }: ReadClause, { lexicon }: Understanding): boolean {
  const isExplained = (word: string) => lexicon.conceptsOf([word]).length > 0
  const { filtered, filter } = selection
  const isTold = (filtered && isNarrowed(filter)) || !isLimited({ ...filter, regions: [] })
  return content.every(isExplained) && isTold
}

/** A series that has no such meeting comes first. */
function nearestTo(text: string, { selection }: ReadClause, tools: Understanding): MeetingTarget[] {
  const found = searchKnowledge(text, tools).flatMap(({ of }) => (of.kind === 'topic' ? [] : [of]))
  return distinct([...selection.filter.series, ...found].flatMap(targetsOfEntry)).slice(0, mostNearest)
}
