import { type ReadCalendar, readICalendar } from '../../../src/calendar/reading/read-icalendar.ts'
import type { Event, Knowledge } from '../../../src/knowledge/knowledge.ts'
import { aSmallKnowledge } from '../../intents/small-knowledge.ts'

/** A calendar that holds these lines. */
export function aCalendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** The lines of one event on 10 March 2027, unless they say when it is. */
export function anEventWith(...lines: string[]): string[] {
  const start = lines.some((line) => line.startsWith('DTSTART')) ? [] : ['DTSTART;VALUE=DATE:20270310']
  return ['BEGIN:VEVENT', 'UID:one', 'SUMMARY:Forum', ...start, ...lines, 'END:VEVENT']
}

export function read(text: string, knowledge: Knowledge = aSmallKnowledge({})): ReadCalendar {
  return readICalendar(
    { sourceId: 'calendar-1', name: 'meetings', label: 'meetings.ics', text, readOn: '2026-12-01' },
    knowledge,
  )
}

/** The one event of a calendar that holds it and these lines. */
export function readEvent(lines: readonly string[], others: readonly string[] = []): Event | undefined {
  return read(aCalendar(...others, ...anEventWith(...lines))).events[0]
}
