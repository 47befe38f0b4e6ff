import { readFileSync } from 'node:fs'
import { readICalendar } from '../src/calendar/reading/read-icalendar.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { formatProblem } from '../src/knowledge/problem.ts'
import { type CalendarPlace, calendarPlaces } from './calendar-places.ts'
import { systemClock } from './clock.ts'
import { FeedError, fetchCalendar } from './fetch-calendar.ts'
import type { Finding } from './finding.ts'

const about = 'FOCAL_POINT_CALENDARS'
const shownProblems = 5

/** Reads each calendar of the setting, and tells what cannot be used of it. */
export async function examineCalendars(list: string, knowledge: Knowledge): Promise<Finding[]> {
  const findings = await Promise.all(calendarPlaces(list).map((place) => examineOne(place, knowledge)))
  return findings.flat()
}

async function examineOne(place: CalendarPlace, knowledge: Knowledge): Promise<Finding[]> {
  const { label, name, sourceId } = place
  try {
    const text = await textOf(place)
    const readOn = Temporal.Now.plainDateISO('UTC').toString()
    const { events, problems } = readICalendar({ sourceId, name, label, text, readOn }, knowledge)
    const isEmpty = events.length === 0 && problems.length > 0
    const count: Finding = { kind: 'ok', about, says: `${label} has ${events.length} events that can be used` }
    const shown = problems.slice(0, shownProblems).map(formatProblem)
    const more = problems.length > shownProblems ? [`${problems.length - shownProblems} more problems in ${label}`] : []
    const faults: Finding[] = [...shown, ...more].map((says) => ({ kind: isEmpty ? 'wrong' : 'note', about, says }))
    return isEmpty ? faults : [count, ...faults]
  } catch (error) {
    const fault = faultOf(error)
    return [{ kind: 'wrong', about, says: `${label} ${fault}; try it in a browser, and ask whoever keeps it` }]
  }
}

async function textOf(place: CalendarPlace): Promise<string> {
  if (place.kind === 'file') return readFileSync(place.file, 'utf8')
  const fetched = await fetchCalendar(place.url, {}, systemClock)
  if (fetched.kind === 'same') throw new FeedError('was said to be unchanged without having been read')
  return fetched.text
}

function faultOf(error: unknown): string {
  if (error instanceof FeedError) return error.message
  if (error instanceof Error && 'code' in error) return `cannot be read (${error.code})`
  throw error
}
