import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CalendarEntry } from '../src/calendar/calendar-entries.ts'
import { daysOf } from '../src/calendar/meeting-times.ts'
import { type CalendarMethod, writeICalendar } from '../src/calendar/write-icalendar.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { alarmsOf } from '../src/reminders/alarms.ts'
import type { MeetingStates } from '../src/store/meeting-states.ts'
import { findEntries, readCalendarQuery } from './calendar-query.ts'
import { revisionsFrom } from './calendar-revisions.ts'
import type { Route } from './web-server.ts'

/** What the calendar is made of. */
export type CalendarOrigin = {
  readonly knowledge: Knowledge
  readonly knowledgeReadAt: Temporal.Instant
}

/** What was seen of meetings, where that is kept. */
type Seen = Pick<MeetingStates, 'revised'> | undefined

export const calendarPath = '/calendar.ics'

/**
 * `GET /calendar.ics`: all meetings whose day is known, past ones too. `process`, `region` and `event` narrow it, `lang`
 * is its language. The file of one meeting tells of it in advance, or takes it out again if it is cancelled. A calendar that
 * has this state already is told so.
 */
export function calendarRoute(origin: CalendarOrigin, seen?: Seen): Route {
  return { method: 'GET', path: calendarPath, handle: (request, response) => serve(request, response, origin, seen) }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  origin: CalendarOrigin,
  seen: Seen,
): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const { knowledge, knowledgeReadAt } = origin
  const { text, method } = await calendarFor(searchParams, { knowledge, knowledgeReadAt }, seen)
  const headers = {
    ETag: tagOf(text),
    'Last-Modified': httpDate(knowledgeReadAt),
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  }
  if (isKnown(request, headers)) {
    response.writeHead(304, headers).end()
    return
  }
  const disposition = searchParams.has('event')
    ? 'attachment; filename="meeting.ics"'
    : 'inline; filename="meetings.ics"'
  response.writeHead(200, {
    ...headers,
    'Content-Type': `text/calendar; charset=utf-8; method=${method}`,
    'Content-Length': Buffer.byteLength(text),
    'Content-Disposition': disposition,
  })
  response.end(text)
}

type Calendar = { readonly text: string; readonly method: CalendarMethod }

async function calendarFor(
  searchParams: URLSearchParams,
  { knowledge, knowledgeReadAt }: CalendarOrigin,
  seen: Seen,
): Promise<Calendar> {
  const query = readCalendarQuery(searchParams, knowledge)
  const today = knowledgeReadAt.toZonedDateTimeISO('UTC').toPlainDate()
  const entries = findEntries(query, knowledge, today)
  const isOne = query.event !== undefined
  const method = isOne && entries.some(({ meeting }) => meeting.status === 'cancelled') ? 'CANCEL' : 'PUBLISH'
  const text = writeICalendar(entries, {
    name: 'Focal Point',
    language: query.language,
    stamp: knowledgeReadAt,
    sources: knowledge.sources,
    method,
    revisionOf: await revisionsFrom(seen),
    ...(isOne && { alarmsOf: (entry) => (isToCome(entry, today) ? alarmsOf(entry.meeting) : []) }),
  })
  return { text, method }
}

function isToCome({ meeting, repeats }: CalendarEntry, today: Temporal.PlainDate): boolean {
  return repeats !== undefined || Temporal.PlainDate.compare(daysOf(meeting).last, today) >= 0
}

/** Weak, because it leaves out when the knowledge was read: another start of the service has the same calendar. */
function tagOf(text: string): string {
  const lasting = text.replaceAll(/^DTSTAMP:.*\r\n/gm, '')
  return `W/"${createHash('sha256').update(lasting).digest('base64url').slice(0, 22)}"`
}

type Validators = { readonly ETag: string; readonly 'Last-Modified': string }

/** Where a tag is sent, it decides alone, as it is the more exact of the two. */
function isKnown({ headers }: IncomingMessage, { ETag, 'Last-Modified': lastModified }: Validators): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => strong(tag) === strong(ETag))
  const since = headers['if-modified-since']
  return since !== undefined && Date.parse(since) >= Date.parse(lastModified)
}

function strong(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}

function httpDate(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toUTCString()
}
