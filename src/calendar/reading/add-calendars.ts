import type { Entry, Knowledge, Source } from '../../knowledge/knowledge.ts'
import type { Problem } from '../../knowledge/problem.ts'
import { type CalendarText, type ReadCalendar, readICalendar } from './read-icalendar.ts'

/** The knowledge with the events of calendars in it, and all that could not be used of them. */
export type WithCalendars = { readonly knowledge: Knowledge; readonly problems: readonly Problem[] }

/** Adds the events of calendars. What the knowledge or an earlier calendar holds already stays as it is. */
export function addCalendars(knowledge: Knowledge, calendars: readonly CalendarText[]): WithCalendars {
  if (calendars.length === 0) return { knowledge, problems: [] }
  const entries = new Map<string, Entry>(knowledge.entries)
  const sources = new Map(knowledge.sources)
  const problems: Problem[] = []
  for (const calendar of calendars) {
    const read = readICalendar(calendar, knowledge)
    problems.push(...read.problems)
    sources.set(calendar.sourceId, sourceOf(calendar, read))
    for (const event of read.events) if (!entries.has(event.id)) entries.set(event.id, event)
  }
  return { knowledge: { ...knowledge, entries, sources }, problems }
}

function sourceOf({ sourceId, name, readOn }: CalendarText, { title, changedOn }: ReadCalendar): Source {
  return { id: sourceId, title: title ?? name, asOf: changedOn ?? readOn }
}
