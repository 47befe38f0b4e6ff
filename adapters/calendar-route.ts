import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { writeICalendar } from '../src/calendar/write-icalendar.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { findEntries, readCalendarQuery } from './calendar-query.ts'
import type { Route } from './web-server.ts'

/** What the calendar is made of. */
export type CalendarOrigin = {
  readonly knowledge: Knowledge
  readonly knowledgeReadAt: Temporal.Instant
  /** How often a meeting has changed so far, where that is kept. */
  readonly revisionOf?: (meetingId: string) => number
}

export const calendarPath = '/calendar.ics'

/**
 * `GET /calendar.ics`: all meetings whose day is known, past ones too. `process`, `region` and `event` narrow it, `lang`
 * is its language. A calendar that has this state already is told so.
 */
export function calendarRoute(origin: CalendarOrigin): Route {
  return { method: 'GET', path: calendarPath, handle: (request, response) => serve(request, response, origin) }
}

function serve(request: IncomingMessage, response: ServerResponse, origin: CalendarOrigin): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const text = calendarFor(searchParams, origin)
  const headers = {
    ETag: tagOf(text),
    'Last-Modified': httpDate(origin.knowledgeReadAt),
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
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'Content-Length': Buffer.byteLength(text),
    'Content-Disposition': disposition,
  })
  response.end(text)
}

function calendarFor(
  searchParams: URLSearchParams,
  { knowledge, knowledgeReadAt, revisionOf }: CalendarOrigin,
): string {
  const query = readCalendarQuery(searchParams, knowledge)
  const today = knowledgeReadAt.toZonedDateTimeISO('UTC').toPlainDate()
  return writeICalendar(findEntries(query, knowledge, today), {
    name: 'Focal Point',
    language: query.language,
    stamp: knowledgeReadAt,
    sources: knowledge.sources,
    ...(revisionOf && { revisionOf }),
  })
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
