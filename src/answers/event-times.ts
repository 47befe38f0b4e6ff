import { isRecurring } from '../calendar/occurrences.ts'
import { zoneOfEvent } from '../calendar/time-zones.ts'
import { isWholeDay } from '../knowledge/event-time.ts'
import type { Event } from '../knowledge/knowledge.ts'
import type { Words } from '../knowledge/language.ts'
import { wordDates, wordDatesWithGap } from './date-wording.ts'
import { wordReaderClock } from './reader-clock.ts'
import type { Wording } from './statement.ts'
import { type Clock, wordClock } from './time-wording.ts'
import { isToCome, nextTimes } from './upcoming-events.ts'

/** How many further times are told of what comes again. */
const mostFurther = 3

/**
 * "10–11 March 2027, 09:30–17:00 (Asia/Bangkok, UTC+7)": when an event is, the next time where it comes again. Of what is
 * to come it is said that its time is not known. Undefined where no date is.
 */
export function wordWhen(event: Event, wording: Wording): string | undefined {
  const once = timesOf(event, 1, wording)[0] ?? event
  if (once.starts === undefined) return event.year === undefined ? undefined : String(event.year)
  const days = daysInWords(once, once.starts, wording)
  const clock = once.time && clockInWords({ ...once, starts: once.starts, time: once.time }, wording)
  const remarks = remarksOn(once, wording)
  return `${days}${clock ? `, ${clock}` : ''}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`
}

/** "5 January 2027, 2 February 2027": the times after the next one of an event that comes again. */
export function wordFurtherTimes(event: Event, wording: Wording): string[] {
  return timesOf(event, mostFurther + 1, wording)
    .slice(1)
    .map(({ starts = '', ends }) => wordDates(starts, ends, wording.language))
}

function timesOf(event: Event, count: number, { today, knowledge }: Wording): Event[] {
  return today !== undefined && isRecurring(event) ? nextTimes(event, { today, count }, knowledge) : []
}

function daysInWords({ ends, recurs }: Event, starts: string, { language }: Wording): string {
  if (recurs && starts.startsWith('--')) return `${wordDates(starts, ends, language)}, ${eachYear[language]}`
  return wordDatesWithGap(starts, ends, language)
}

function clockInWords(event: Event & Clock, { knowledge, language, today, readerZone }: Wording): string {
  const zone = zoneOfEvent(event, knowledge)
  const there = wordClock(event, zone, { language })
  const isOfInterest =
    readerZone && zone && event.status !== 'cancelled' && today !== undefined && isToCome(event, today)
  const here = isOfInterest ? wordReaderClock(event, { zone, readerZone, language }) : undefined
  return here === undefined ? there : `${there}, ${here}`
}

function remarksOn(event: Event, { language, today }: Wording): string[] {
  if (event.status === 'cancelled') return [cancelled[language]]
  const isGap = event.time === undefined && today !== undefined && isToCome(event, today)
  if (!isGap) return []
  return [(isWholeDay(event.starts) ? timeNotKnown : dayNotKnown)[language]]
}

/** Beside the date of a meeting that does not take place. */
export const cancelled: Words = { en: 'cancelled', fr: 'annulée', es: 'cancelada' }
const timeNotKnown: Words = { en: 'time not known', fr: 'heure non connue', es: 'hora desconocida' }
const dayNotKnown: Words = { en: 'day not known', fr: 'jour non connu', es: 'día desconocido' }
const eachYear: Words = { en: 'each year', fr: 'chaque année', es: 'cada año' }
