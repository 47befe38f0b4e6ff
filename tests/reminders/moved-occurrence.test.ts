import { expect, test } from 'vitest'
import { addCalendars } from '../../src/calendar/reading/add-calendars.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { compareMeetings } from '../../src/reminders/changes.ts'
import { meetingCalendar } from '../../src/reminders/meeting-calendar.ts'
import { aCalendar, anEventWith } from '../calendar/reading/feed-text.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'

const now = Temporal.Instant.from('2027-03-01T08:00:00Z')
const weekly = anEventWith(
  'DTSTART;TZID=America/New_York:20270310T220000',
  'DTEND;TZID=America/New_York:20270310T230000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
)
/** The second time, in UTC, where it is the next day already. */
const second = 'RECURRENCE-ID:20270318T020000Z'

function knowledgeOf(...lines: string[]): Knowledge {
  const text = aCalendar(...lines)
  const calendar = { sourceId: 'calendar-1', name: 'meetings', label: 'meetings.ics', text, readOn: '2027-03-01' }
  const { knowledge, problems } = addCalendars(aSmallKnowledge({}), [calendar])
  expect(problems).toEqual([])
  return knowledge
}

function changesBetween(before: Knowledge, after: Knowledge) {
  const { states } = compareMeetings(meetingCalendar(before, now).meetings, new Map())
  const seen = new Map(states.map((state) => [state.meetingId, state]))
  const { changes } = compareMeetings(meetingCalendar(after, now).meetings, seen)
  return changes.map(({ kind, revision, meeting: { id, time } }) => [kind, revision, id.split('@')[1], time.starts])
}

test.each([
  ['moved', ['DTSTART;TZID=America/New_York:20270318T210000'], [['changed', 2, '2027-03-17', '2027-03-18T21:00']]],
  [
    'cancelled',
    [
      'DTSTART;TZID=America/New_York:20270317T220000',
      'DTEND;TZID=America/New_York:20270317T230000',
      'STATUS:CANCELLED',
    ],
    [['cancelled', 2, '2027-03-17', '2027-03-17T22:00']],
  ],
])('an occurrence that its calendar says is %s is told as that', (_, lines, expected) => {
  const before = knowledgeOf(...weekly)
  const after = knowledgeOf(...weekly, ...anEventWith(second, ...lines))
  expect(changesBetween(before, after)).toEqual(expected)
  expect(changesBetween(after, after)).toEqual([])
})

test('whoever is reminded of the whole event or of the occurrence is reminded of what takes its place', () => {
  const moved = anEventWith(second, 'DTSTART;TZID=America/New_York:20270318T210000')
  const { meetingsFor, find } = meetingCalendar(knowledgeOf(...weekly, ...moved), now)
  const daysOf = (id: string) =>
    meetingsFor({ kind: 'event', id }, { from: '2027-03-01', to: '2027-04-01' }).map(({ time }) => time.starts)
  const [{ eventId = '' } = {}] = meetingsFor({ kind: 'all', id: '' }, { from: '2027-03-10', to: '2027-03-10' })
  expect(daysOf(eventId)).toEqual(['2027-03-10T22:00', '2027-03-18T21:00', '2027-03-24T22:00'])
  expect(daysOf(`${eventId}@2027-03-17`)).toEqual(['2027-03-18T21:00'])
  expect(daysOf(find(`${eventId}@2027-03-17`)?.eventId ?? '')).toEqual(['2027-03-18T21:00'])
})
