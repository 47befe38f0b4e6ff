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
 * its own in the place of that occurrence.
 */
export function makeEvents(group: readonly ParsedEvent[], reading: Reading): Made {
  const faults: LocatedFault[] = []
  const making = (make: (event: ParsedEvent) => Event[]) => (event: ParsedEvent) => {
    try {
      return make(event)
    } catch (error) {
      if (!(error instanceof EventFault)) throw error
      faults.push({ line: event.lineOf(error.property), message: `${error.property.toUpperCase()}: ${error.message}` })
      return []
    }
  }
  const changed = group.filter(isOverride)
  const plain = group.filter((event) => !isOverride(event))
  const events = plain.flatMap(making((event) => withoutOverridden(event, changed, reading)))
  const zone = events.find(({ rrule }) => rrule)?.zone
  return { events: [...events, ...changed.flatMap(making((event) => override(event, zone, reading)))], faults }
}

function isOverride(event: ParsedEvent): boolean {
  return event.all('recurrence-id').length > 0
}

/** @param zone that of the rule, which tells the day that the occurrence would have had */
function override(event: ParsedEvent, zone: string | undefined, reading: Reading): Event[] {
  if (event.all('recurrence-id')[0]?.[1].range !== undefined) {
    throw new EventFault('recurrence-id', 'a change from an occurrence on is not understood, expected no RANGE')
  }
  const [moment] = momentsOf('recurrence-id', event, reading)
  if (!moment) return []
  const replaces = `${findId(event)}@${dayOf(onClocksOf(moment, zone))}`
  return [{ ...eventFrom(event, reading), id: occurrenceId(event, moment), replaces }]
}

function withoutOverridden(event: ParsedEvent, changed: readonly ParsedEvent[], reading: Reading): Event[] {
  const made = { ...eventFrom(event, reading), id: findId(event) }
  const extra = momentsOf('rdate', event, reading).map((moment) => extraOccurrence(event, made, moment))
  if (made.rrule === undefined) return [made, ...extra]
  const moved = changed.flatMap((other) => momentsOf('recurrence-id', other, reading))
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
