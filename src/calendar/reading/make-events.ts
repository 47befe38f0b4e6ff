import { createHash } from 'node:crypto'
import type { Event } from '../../knowledge/knowledge.ts'
import { EventFault } from './event-fault.ts'
import { eventFrom, timesOf } from './event-from.ts'
import type { ParsedEvent } from './parsed-event.ts'
import { dayOf, type Moment, onClocksOf, readMoments } from './read-moment.ts'
import type { Reading } from './reading.ts'

/** A fault, and the line on which it stands. */
export type LocatedFault = { readonly line: number; readonly message: string }

type Made = { readonly events: readonly Event[]; readonly faults: readonly LocatedFault[] }

/** What an event is called as long as its calendar calls it the same. */
export function findId(event: ParsedEvent): string {
  const uid = event.raw('uid')?.trim() || `${event.value('summary')}|${event.raw('dtstart')}`
  return `calendar-${createHash('sha256').update(uid).digest('hex').slice(0, 12)}`
}

/**
 * The events of one UID: what follows a rule, and each of its occurrences that is another than the rule says as an event of
 * its own.
 */
export function makeEvents(group: readonly ParsedEvent[], reading: Reading): Made {
  const faults: LocatedFault[] = []
  const events = group.flatMap((event) => {
    try {
      return isOverride(event) ? override(event, reading) : withoutOverridden(event, group, reading)
    } catch (error) {
      if (!(error instanceof EventFault)) throw error
      faults.push({ line: event.lineOf(error.property), message: `${error.property.toUpperCase()}: ${error.message}` })
      return []
    }
  })
  return { events, faults }
}

function isOverride(event: ParsedEvent): boolean {
  return event.all('recurrence-id').length > 0
}

function override(event: ParsedEvent, reading: Reading): Event[] {
  if (event.all('recurrence-id')[0]?.[1].range !== undefined) {
    throw new EventFault('recurrence-id', 'a change from an occurrence on is not understood, expected no RANGE')
  }
  const [moment] = momentsOf('recurrence-id', event, reading)
  return moment ? [{ ...eventFrom(event, reading), id: occurrenceId(event, moment) }] : []
}

function withoutOverridden(event: ParsedEvent, group: readonly ParsedEvent[], reading: Reading): Event[] {
  const made = { ...eventFrom(event, reading), id: findId(event) }
  const extra = momentsOf('rdate', event, reading).map((moment) => extraOccurrence(event, made, moment))
  if (made.rrule === undefined) return [made, ...extra]
  const moved = group.filter(isOverride).flatMap((other) => momentsOf('recurrence-id', other, reading))
  const left = [...momentsOf('exdate', event, reading), ...moved].map((moment) =>
    dayOf(onClocksOf(moment, made.zone)).toString(),
  )
  return [{ ...made, ...(left.length > 0 && { except: [...new Set(left)].sort() }) }, ...extra]
}

/** As long as the event itself. */
function extraOccurrence(event: ParsedEvent, made: Event, moment: Moment): Event {
  const { rrule: _, except: __, ...once } = made
  const start = onClocksOf(moment, made.zone)
  const days = Temporal.PlainDate.from(made.starts ?? '').until(made.ends ?? made.starts ?? '')
  const ends = made.ends && dayOf(start).add(days).toString()
  return { ...once, ...timesOf(start), ...(ends && { ends }), id: occurrenceId(event, moment) }
}

function occurrenceId(event: ParsedEvent, moment: Moment): string {
  return `${findId(event)}-${dayOf(moment).toString().replaceAll('-', '')}`
}

function momentsOf(name: string, event: ParsedEvent, reading: Reading): Moment[] {
  return event.all(name).flatMap((property) => readMoments(property, reading))
}
