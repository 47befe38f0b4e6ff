import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarEntriesOf } from '../../src/calendar/calendar-entries.ts'
import { addCalendars } from '../../src/calendar/reading/add-calendars.ts'
import { writeICalendar } from '../../src/calendar/write-icalendar.ts'
import { alarmsOf } from '../../src/reminders/alarms.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'

/** A calendar with much of what RFC 5545, 7986 and 9074 know. */
export const sampleCalendar = readFileSync(join(import.meta.dirname, '../fixtures/sample-calendar.ics'), 'utf8')

/** The sample as it is read, and as what was read is written. */
export function readAndWrite() {
  const calendar = {
    sourceId: 'calendar-1',
    name: 'sample',
    label: 'sample.ics',
    text: sampleCalendar,
    readOn: '2026-12-01',
  }
  const { knowledge, problems } = addCalendars(aSmallKnowledge({}), [calendar])
  const written = writeICalendar(calendarEntriesOf(knowledge, Temporal.PlainDate.from('2026-12-01')), {
    name: 'Focal Point',
    language: 'en',
    stamp: Temporal.Instant.from('2026-12-01T08:00:00Z'),
    sources: knowledge.sources,
    alarmsOf: ({ meeting }) => alarmsOf(meeting),
  })
  return { knowledge, problems, written }
}
