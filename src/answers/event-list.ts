import { isRecurring } from '../calendar/occurrences.ts'
import { firstYear, lastYear } from '../intents/date-mention.ts'
import { byTime, type Member, matchesDate } from '../intents/series-index.ts'
import type { Reading } from '../intents/understand.ts'
import { entriesOf, listOf } from '../knowledge/knowledge.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { endsWithEvent, relativeSpan, spanOf } from './asked-span.ts'
import { type Composing, wordingOf } from './composing.ts'
import { describingStatements } from './entry-statements.ts'
import { eventLine } from './event-line.ts'
import { eventLines } from './event-lines.ts'
import { nextMeeting } from './next-meeting.ts'
import { entriesLeftOut } from './others-asked.ts'
import { refer, referTo } from './source-references.ts'
import { colon, notesOf } from './statement.ts'
import { eventsWithin, nextTimes } from './upcoming-events.ts'

/** Events and years by place, date, series or organiser. */
export function listEvents(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { language, today } = composing
  if (relativeSpan(reading.clause, today) || endsWithEvent(reading, today)) return nextMeeting(reading, composing)
  const wanted = chooseEvents(reading, composing).flatMap((member) => timesOf(member, reading, composing))
  if (wanted.length === 0) return undefined
  const sorted = wanted.toSorted(byTime)
  const count = {
    en: `${sorted.length} in my sources`,
    fr: `${sorted.length} dans mes sources`,
    es: `${sorted.length} en mis fuentes`,
  }[language]
  const sources = sorted.flatMap((member) => listOf(member.source))
  if (sorted.length === 1 && sorted[0]) {
    const all = describingStatements(sorted[0], wordingOf(composing))
    return {
      ...answeredPart(reading.intent, eventLine(sorted[0], wordingOf(composing)), refer(all, composing)),
      facts: all.map((s) => s.text).slice(0, 8),
      notes: sorted[0].kind === 'event' && sorted[0].status ? notesOf(sorted[0], language).slice(0, 1) : [],
      meeting: sorted[0].id,
    }
  }
  return {
    ...answeredPart(reading.intent, `${count}${colon[language].trimEnd()}`, referTo(sources, composing)),
    facts: eventLines(sorted, wordingOf(composing)),
    entries: [...new Set(sorted.map(({ id }) => id))],
    isList: true,
  }
}

/** A member itself; of one that comes again its times on the days that are named, else the next one. */
function timesOf(member: Member, { clause }: Reading, { tools, today }: Composing): Member[] {
  if (member.kind !== 'event' || !isRecurring(member)) return [member]
  const { dates } = clause.selection.filter
  if (dates.length > 0) return dates.flatMap((date) => eventsWithin([member], spanOf(date, today), tools.knowledge))
  const next = nextTimes(member, { today, count: 1 }, tools.knowledge)
  return next.length > 0 ? next : [member]
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
