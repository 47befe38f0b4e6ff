import { isRecurring } from '../calendar/occurrences.ts'
import { lastYear } from '../intents/date-mention.ts'
import { byTime, matchesPlace } from '../intents/series-index.ts'
import type { Reading } from '../intents/understand.ts'
import { type Entry, type Event, entryOf, listOf } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { spansToCome } from './asked-span.ts'
import { type Composing, wordingOf } from './composing.ts'
import { wordDates } from './date-wording.ts'
import { describingStatements } from './entry-statements.ts'
import { eventLine } from './event-line.ts'
import { eventLines } from './event-lines.ts'
import { refer, referTo } from './source-references.ts'
import { colon, nameOf, notesOf } from './statement.ts'
import { eventsWithin, type Span, upcomingEvents } from './upcoming-events.ts'

/** Only what is not over today is "next"; a past meeting is never passed off as one, and a cancelled one only as that. */
export function nextMeeting(reading: Reading, composing: Composing): AnswerPart {
  const { tools, today } = composing
  const pool = poolOf(reading, composing)
  const spans = spansToCome(reading, today)
  const found =
    spans.length > 0
      ? [...new Set(spans.flatMap((span) => eventsWithin(pool, span, tools.knowledge)))]
      : upcomingEvents(pool, today, tools.knowledge)
  const next = found.find(({ status }) => status !== 'cancelled') ?? found[0]
  if (!next) return noneToCome(reading, { pool, span: spans[0] }, composing)
  return found.length === 1 || (spans.length === 0 && !asksForSeveral(reading))
    ? oneMeeting(next, { reading, found, isWithinDays: spans.length > 0 }, composing)
    : severalMeetings(found, reading, composing)
}

/** "The next events" without a name; "what is next" and "the next Bali meeting" ask for one. */
function asksForSeveral({ subjects, clause }: Reading): boolean {
  return subjects.length === 0 && clause.tokens.some(({ word }) => manyWords.has(word))
}

const manyWords = new Set(
  'events meetings upcoming gatherings workshops conferences consultations sessions dates evenements reunions rencontres eventos reuniones encuentros consultas talleres'.split(
    ' ',
  ),
)

/** The events of what is named, else those of the place, else all. */
function poolOf(reading: Reading, { tools }: Composing): readonly Event[] {
  const { filter } = reading.clause.selection
  const named = [...new Set([...reading.subjects, ...filter.series])]
  if (named.length > 0 && named.some(({ kind }) => kind !== 'region'))
    return [...new Set(named.flatMap((entry) => eventsOf(entry, reading.from, tools)))]
  return tools.series.events.filter((event) => matchesPlace(event, filter))
}

/** Those of a process or of a year; of an event the later ones of its series too, and only they where it was talked about. */
function eventsOf(entry: Entry, from: Reading['from'], { series, knowledge }: Composing['tools']): Event[] {
  if (entry.kind === 'event') {
    const others = series.siblingsOf(entry).filter((other): other is Event => other.kind === 'event')
    const later = others.filter((other) => other !== entry && byTime(other, entry) > 0)
    return from === 'context' && !isRecurring(entry) ? later : [entry, ...later]
  }
  if (entry.kind === 'dialogue')
    return entry.items.flatMap(({ event }) => (event ? [entryOf(knowledge, 'event', event)] : []))
  return series.membersOf(entry).flatMap((member) => (member.kind === 'event' ? [member] : []))
}

/** How many are told after the next one. */
const mostFollowing = 3

function oneMeeting(
  next: Event,
  {
    reading,
    found,
    isWithinDays,
  }: { readonly reading: Reading; readonly found: readonly Event[]; readonly isWithinDays: boolean },
  composing: Composing,
): AnswerPart {
  const { language, tools } = composing
  const wording = wordingOf(composing)
  const told = isWithinDays ? next : (tools.knowledge.entries.get(next.id) ?? next)
  const statements = describingStatements(told, wording).slice(0, 6)
  const others = found.filter((other) => other !== next).slice(0, mostFollowing)
  const sources = referTo(
    others.flatMap(({ source }) => listOf(source)),
    composing,
  )
  const lines = others.map((other) => `${alsoWord[language]}${colon[language]}${eventLine(other, wording)}`)
  return {
    ...answeredPart(reading.intent, eventLine(next, wording), [...refer(statements, composing), ...sources]),
    facts: [...statements.map(({ text }) => text), ...lines],
    notes: notesOf(next, language),
    meeting: next.id,
  }
}

/** More are told when they are asked for by their month or process. */
const mostListed = 30

function severalMeetings(found: readonly Event[], { intent }: Reading, composing: Composing): AnswerPart {
  const { language } = composing
  const shown = found.toSorted(byTime).slice(0, mostListed)
  const lead = upcomingLead[language](found.length)
  const sources = shown.flatMap(({ source }) => listOf(source))
  const left = found.length - shown.length
  return {
    ...answeredPart(intent, `${lead}${colon[language].trimEnd()}`, referTo(sources, composing)),
    facts: [...eventLines(shown, wordingOf(composing)), ...(left > 0 ? [laterOnes[language](left)] : [])],
    entries: [...new Set(shown.map(({ id }) => id))],
    isList: true,
  }
}

type Asked = { readonly pool: readonly Event[]; readonly span: Span | undefined }

/** Tells what comes instead: after the days that were asked for, or what there was last. */
function noneToCome(reading: Reading, { pool, span }: Asked, composing: Composing): AnswerPart {
  const { tools, today } = composing
  const later = span ? upcomingEvents(pool, today, tools.knowledge)[0] : undefined
  const past =
    reading.subjects.length > 0
      ? pool
          .filter(({ starts }) => starts)
          .toSorted(byTime)
          .at(-1)
      : undefined
  const told = later ?? past
  const of = reading.subjects[0]
  const lead = span ? noneWithin(span, of, composing) : noneUpcoming(of, composing)
  return {
    ...answeredPart(reading.intent, lead, told ? referTo(listOf(told.source), composing) : []),
    status: 'unknown',
    facts: told ? [eventLine(told, wordingOf(composing))] : [],
    related: told !== undefined,
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

function noneWithin(span: Span, entry: Entry | undefined, composing: Composing): string {
  if (span.to.startsWith(String(lastYear)) || span.to < span.from) return noneUpcoming(entry, composing)
  const days = wordDates(span.from, span.to, composing.language)
  const of = entry ? `${nameOf(entry, wordingOf(composing))}, ` : ''
  return {
    en: `My sources hold no meeting then (${of}${days}).`,
    fr: `Mes sources ne mentionnent aucune réunion à ces dates (${of}${days}).`,
    es: `Mis fuentes no mencionan ninguna reunión en esas fechas (${of}${days}).`,
  }[composing.language]
}

const upcomingLead: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `${count} upcoming meetings in my sources`,
  fr: (count) => `${count} réunions à venir dans mes sources`,
  es: (count) => `${count} próximas reuniones en mis fuentes`,
}
const alsoWord: Readonly<Record<Language, string>> = {
  en: 'Also to come',
  fr: 'Aussi à venir',
  es: 'También próximamente',
}
const laterOnes: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `${count} more after that: ask for those of a month or of a process.`,
  fr: (count) => `${count} autres ensuite : demandez celles d’un mois ou d’un processus.`,
  es: (count) => `${count} más después: pregunte por las de un mes o de un proceso.`,
}
