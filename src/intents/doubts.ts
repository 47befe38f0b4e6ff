import type { Entry } from '../knowledge/knowledge.ts'
import { allWordings } from '../knowledge/language.ts'
import { confidenceOf } from './confidence.ts'
import { namesDaysToCome } from './days-to-come.ts'
import { namesEntry, namesSubject } from './find-mentions.ts'
import type { Reading } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** A vague name needs so much of the clause explained, or so much confidence, to be taken for ours. */
const maxOpenBesideVague = 0.34
const vagueConfidence = 0.5

/** What is meant was found by a city or region alone, without a word for a meeting or a name of ours. */
export function byPlaceAlone({ clause: { selection, mentions } }: Reading): boolean {
  const { series, nouns, places, regions } = selection.filter
  const ours = mentions.some((mention) => mention.strong && namesSubject(mention))
  const placed = places.length + regions.length > 0
  return selection.filtered && placed && series.length === 0 && nouns.length === 0 && !ours
}

/** Everything there is would be listed: nothing in the clause narrows it down. */
export function listsAll({ intent, clause }: Reading, tools: Understanding): boolean {
  if (namesDaysToCome(clause)) return false
  const { filter, roles, organisations, subjects } = clause.selection
  const narrowing = [filter.dates, filter.places, filter.regions, roles, organisations, subjects]
  return (tools.knowledge.intents.get(intent)?.alone ?? false) && narrowing.every((list) => list.length === 0)
}

/** Only a place or a head word is named, and other words remain: "Bali beaches" is not about the Bali Process. */
export function isVague(reading: Reading): boolean {
  const { clause, unexplained, subjects, held, from, lacksSubject } = reading
  const { nouns, dates } = clause.selection.filter
  if (from !== 'named' || lacksSubject || subjects.length === 0 || clause.mentions.length === 0) return false
  if (nouns.length > 0 || dates.length > 0 || clause.mentions.some((mention) => mention.strong && namesEntry(mention)))
    return false
  return !held || (unexplained > maxOpenBesideVague && confidenceOf(reading) < vagueConfidence)
}

/** Intents for which a country that the answer does not name is a mistake to be corrected, not another question. */
const placeIntents = new Set(['where', 'venue', 'host', 'list-events', 'count-events', 'when', 'contact', 'sponsor'])

/** A process we do not know ("the Prague Process"), a country the subject has nothing to do with, or a year to come. */
export function isElsewhere(reading: Reading, tools: Understanding): boolean {
  const { clause, subjects, held, lacksSubject } = reading
  if (!held && !lacksSubject) return false
  const passing = subjects.every(
    ({ kind }) => kind === 'organisation' || kind === 'role' || kind === 'region' || kind === 'event',
  )
  if (clause.strangers.length > 0 && passing) return true
  if (isOfOtherYear(reading)) return true
  if (clause.selection.filtered || subjects.length === 0) return false
  return (
    namesOtherCountry(reading) ||
    clause.selection.filter.dates.some(({ from }) => (from.year ?? 0) >= tools.firstUntoldYear)
  )
}

/** The clause asks about something that no entry is called, and names no subject besides; a term may be part of the name. */
export function isOfUnknownName({ clause: { unknownNames, mentions }, subjects }: Reading): boolean {
  const isNamed = (entry: Entry) =>
    entry.kind !== 'term' &&
    mentions.some((mention) => mention.strong && namesSubject(mention) && mention.targets.includes(entry))
  return unknownNames.length > 0 && !subjects.some(isNamed)
}

/** A figure counts for the time it was printed; of another year it says nothing. */
function isOfOtherYear({ subjects, clause }: Reading): boolean {
  const years = clause.selection.filter.dates.flatMap(({ from }) => from.year ?? [])
  const isTold = (year: number) =>
    subjects.some((entry) => entry.kind === 'figure' && allWordings(entry.statement).join().includes(String(year)))
  return subjects.length > 0 && subjects.every(({ kind }) => kind === 'figure') && years.some((year) => !isTold(year))
}

function namesOtherCountry({ clause, intent }: Reading): boolean {
  return !placeIntents.has(intent) && clause.selection.filter.places.some((place) => place.city === undefined)
}
