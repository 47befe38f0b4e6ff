import { type CalendarEntry, calendarEntriesOf, calendarEntryOf } from '../src/calendar/calendar-entries.ts'
import { entriesOf, type Knowledge } from '../src/knowledge/knowledge.ts'
import { type Language, languages } from '../src/knowledge/language.ts'
import { HttpError } from './http-reply.ts'

/** What is asked of the calendar: meetings of any of the processes that are in any of the regions, or one meeting. */
export type CalendarQuery = {
  readonly processes: readonly string[]
  readonly regions: readonly string[]
  readonly event: string | undefined
  readonly language: Language
}

const parameters = ['process', 'region', 'event', 'lang']

/** @throws {HttpError} 400 or 404 when there is no such parameter, process, region or language, with what there is */
export function readCalendarQuery(query: URLSearchParams, knowledge: Knowledge): CalendarQuery {
  const unknown = [...query.keys()].find((name) => !parameters.includes(name))
  if (unknown !== undefined) throw new HttpError(400, `there is no parameter "${unknown}", ${allowed(parameters)}`)
  return {
    processes: known('process', query, processIds(knowledge)),
    regions: known('region', query, idsOf(knowledge, 'region')),
    event: query.get('event') ?? undefined,
    language: languageOf(query),
  }
}

/** @throws {HttpError} 404 when the one meeting that is asked for is none, with those there are */
export function findEntries(
  { processes, regions, event }: CalendarQuery,
  knowledge: Knowledge,
  today: Temporal.PlainDate,
): CalendarEntry[] {
  const entries = event === undefined ? calendarEntriesOf(knowledge, today) : [oneEntry(event, knowledge, today)]
  return entries.filter(
    ({ meeting: { of, region } }) =>
      (processes.length === 0 || processes.some((id) => of.includes(id))) &&
      (regions.length === 0 || (region !== undefined && regions.includes(region))),
  )
}

function oneEntry(id: string, knowledge: Knowledge, today: Temporal.PlainDate): CalendarEntry {
  const entry = calendarEntryOf(id, knowledge, today)
  if (entry) return entry
  const ids = calendarEntriesOf(knowledge, today).map(({ meeting }) => meeting.eventId)
  throw new HttpError(404, `there is no event "${id}" whose day is known, ${allowed(ids)}`)
}

/** Processes, and the terms that events belong to as to a process, like a dialogue that comes each year. */
function processIds(knowledge: Knowledge): string[] {
  const series = entriesOf(knowledge, 'event').flatMap((event) => event.series ?? [])
  return [...new Set([...idsOf(knowledge, 'process'), ...series])]
}

function idsOf(knowledge: Knowledge, kind: 'process' | 'region'): string[] {
  return entriesOf(knowledge, kind).map(({ id }) => id)
}

function known(name: string, query: URLSearchParams, ids: readonly string[]): string[] {
  const asked = query.getAll(name)
  const unknown = asked.find((id) => !ids.includes(id))
  if (unknown !== undefined) throw new HttpError(404, `there is no ${name} "${unknown}", ${allowed(ids)}`)
  return asked
}

function languageOf(query: URLSearchParams): Language {
  const asked = query.get('lang') ?? 'en'
  const language = languages.find((code) => code === asked)
  if (!language) throw new HttpError(400, `there is no language "${asked}" here, ${allowed(languages)}`)
  return language
}

const shown = 40

function allowed(values: readonly string[]): string {
  if (values.length === 0) return 'and none is known'
  const more = values.length > shown ? `, … (${values.length} in all)` : ''
  return `allowed are ${values.slice(0, shown).join(', ')}${more}`
}
