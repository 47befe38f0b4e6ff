import { firstYear, lastYear } from '../intents/date-mention.ts'
import { byTime, type Member, matchesDate } from '../intents/series-index.ts'
import type { Reading } from '../intents/understand.ts'
import { type Entry, entriesOf, listOf } from '../knowledge/knowledge.ts'
import { inLanguage } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { wordDatesWithGap } from './date-wording.ts'
import { describingStatements } from './entry-statements.ts'
import { entriesLeftOut } from './others-asked.ts'
import { refer, referTo } from './source-references.ts'
import { colon, nameOf, type Wording } from './statement.ts'
import { upcomingEvents } from './upcoming-events.ts'

/** Events and years by place, date, series or organiser. */
export function listEvents(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { language } = composing
  const wanted = chooseEvents(reading, composing)
  if (wanted.length === 0) return undefined
  const sorted = [...wanted].sort(byTime)
  const lines = sorted.map((member) => eventLine(member, wordingOf(composing)))
  const count = {
    en: `${sorted.length} in my sources`,
    fr: `${sorted.length} dans mes sources`,
    es: `${sorted.length} en mis fuentes`,
  }[language]
  const sources = sorted.flatMap((member) => listOf(member.source))
  if (sorted.length === 1 && sorted[0]) {
    const all = describingStatements(sorted[0], wordingOf(composing))
    return {
      ...answeredPart(reading.intent, lines[0] ?? '', refer(all, composing)),
      facts: all.map((s) => s.text).slice(0, 8),
    }
  }
  return {
    ...answeredPart(reading.intent, `${count}${colon[language].trimEnd()}`, referTo(sources, composing)),
    facts: lines,
    entries: sorted.map(({ id }) => id),
    isList: true,
  }
}

/** What the question narrows events down to, without those that it leaves out. */
function chooseEvents(reading: Reading, composing: Composing): readonly Member[] {
  // Nothing is at that time and place, so nothing else may be listed.
  if (reading.clause.selection.empty && reading.subjects.length === 0) return []
  const leftOut = entriesLeftOut(reading)
  const chosen = [...new Set([...namedEvents(reading, composing), ...eventsOfRegions(reading, composing)])]
  return chosen.filter((member) => !leftOut.some(({ id }) => id === member.id || id === member.series))
}

/** Events without a region of their own belong to the regions that their country is in. */
function eventsOfRegions({ clause }: Reading, { tools }: Composing): Member[] {
  const { regions, nouns, dates, series } = clause.selection.filter
  if (nouns.length > 0 || series.length > 0) return []
  return tools.series.events.filter(
    ({ region, place, ...event }) =>
      !region &&
      regions.some(({ countries }) => place && countries?.includes(place.country)) &&
      (dates.length === 0 || dates.some((date) => matchesDate(event, date))),
  )
}

/** What is named, else what is in a series, at a time, or by an organiser that is named; else all of a kind. */
function namedEvents(reading: Reading, composing: Composing): readonly Member[] {
  const { series, knowledge } = composing.tools
  const { filter, subjects: selected, filtered } = reading.clause.selection
  const chosen = reading.subjects.length > 0 ? reading.subjects : selected
  const members = chosen.filter((entry): entry is Member => entry.kind === 'event' || entry.kind === 'dialogue')
  if (members.length > 0) return members
  const fromSeries = chosen.flatMap((entry) => series.membersOf(entry)).filter(({ kind }) => kind !== 'publication')
  if (fromSeries.length > 0) return fromSeries
  // Reports of those years are no events.
  if (chosen.some(({ kind }) => kind === 'publication') || tellsOfYears(reading, composing)) return []
  if (filter.dates.length > 0)
    return [...entriesOf(knowledge, 'event'), ...entriesOf(knowledge, 'dialogue')].filter((member) =>
      filter.dates.some((date) => matchesDate(member, date)),
    )
  const byOrganiser = entriesOf(knowledge, 'event').filter((event) =>
    event.organisers?.some(({ organisation }) => chosen.some((entry) => entry.id === organisation)),
  )
  if (byOrganiser.length > 0) return byOrganiser
  return filtered || chosen.length > 0 || filter.places.length > 0 ? [] : ofKind(reading, composing)
}

/** "What has IOM promoted since 1951": half of all years, and words that no meeting is called by. */
function tellsOfYears({ clause }: Reading, { tools }: Composing): boolean {
  const { dates, nouns } = clause.selection.filter
  const isOpen = dates.some(({ from, to }) => from.year === firstYear || to.year === lastYear)
  const isMeeting = (word: string) => tools.lexicon.conceptsOf([word]).includes('meeting')
  return isOpen && nouns.length === 0 && clause.subjectWords.length > 0 && !clause.content.some(isMeeting)
}

/** All events, or those of the kind that is named; none where other words say that something else is meant. */
function ofKind({ clause, unexplained }: Reading, { tools }: Composing): Member[] {
  const { nouns } = clause.selection.filter
  if (unexplained > 0.3) return []
  return tools.series.events.filter(
    (event) => nouns.length === 0 || nouns.some((noun) => tools.series.nounsOf(event).has(noun)),
  )
}

/** One line of a list: name, dates, place, or what the year was about. */
export function eventLine(member: Member, wording: Wording): string {
  const { language } = wording
  const name = nameOf(member, wording)
  if (member.kind === 'dialogue')
    return `${name}${colon[language]}${member.theme ?? member.items.map((item) => item.title).join('; ')}`
  if (member.kind === 'publication') return member.title === name ? name : `${name}${colon[language]}${member.title}`
  const when = member.starts ? wordDatesWithGap(member.starts, member.ends, language) : member.year
  const where = member.place ? inLanguage(member.place.city, language) : undefined
  return [name, when, where].filter((part) => part !== undefined).join(', ')
}

/** Only what is not over today is "next"; a past meeting is never passed off as one. */
export function nextMeeting(reading: Reading, composing: Composing): AnswerPart {
  const { tools, today } = composing
  const members = reading.subjects.flatMap((entry) => tools.series.membersOf(entry))
  const pool = reading.subjects.length > 0 ? members : tools.series.events
  const next = upcomingEvents(
    pool.filter((member) => member.kind === 'event'),
    today,
  )[0]
  if (next) {
    const statements = describingStatements(next, wordingOf(composing))
    return {
      ...answeredPart(reading.intent, eventLine(next, wordingOf(composing)), refer(statements, composing)),
      facts: statements.slice(0, 6).map((s) => s.text),
    }
  }
  const past = members
    .filter((member) => member.kind === 'event' && member.starts)
    .sort(byTime)
    .at(-1)
  return {
    ...answeredPart(
      reading.intent,
      noneUpcoming(reading.subjects[0], composing),
      past ? referTo(listOf(past.source), composing) : [],
    ),
    status: 'unknown',
    facts: past ? [eventLine(past, wordingOf(composing))] : [],
    related: past !== undefined,
  }
}

/** Says that nothing is to come, or nothing of what was asked about. */
export function noneUpcoming(entry: Entry | undefined, composing: Composing): string {
  const of = entry ? ` (${nameOf(entry, wordingOf(composing))})` : ''
  return {
    en: `My sources hold no upcoming meeting${of}.`,
    fr: `Mes sources ne mentionnent aucune réunion à venir${of}.`,
    es: `Mis fuentes no mencionan ninguna reunión futura${of}.`,
  }[composing.language]
}
