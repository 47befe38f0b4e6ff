import { expect, test } from 'vitest'
import { currentCalendar, meetingCalendar } from '../../src/reminders/meeting-calendar.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'

const now = Temporal.Instant.from('2027-03-10T12:00:00Z')

test.for<[string, boolean, string]>([
  ['2027-01-28', false, 'longer ago nobody can be told late'],
  ['2027-01-29', true, 'what was held up for so long is still known'],
  ['2027-03-10', true, 'today'],
  ['2030-03-10', true, 'a meeting may be put off for long'],
  ['2030-03-11', false, 'longer ahead nobody is reminded'],
])('of an event on %s it knows: %s, as %s', ([starts, isKnown]) => {
  const knowledge = aSmallKnowledge({ entries: [anEvent('Workshop', { starts })] })
  const { meetings, find, meetingsFor } = meetingCalendar(knowledge, now)
  expect(meetings).toHaveLength(isKnown ? 1 : 0)
  expect(find('workshop')).toBe(meetings[0])
  expect(meetingsFor({ kind: 'event', id: 'workshop' }, { from: starts, to: starts })).toEqual(meetings)
})

test('is made anew only when something else is known, or on another day', () => {
  let knowledge = aSmallKnowledge({ entries: [anEvent('Workshop', { starts: '2027-03-10' })] })
  let at = now
  const calendar = currentCalendar(
    () => knowledge,
    () => at,
  )
  const first = calendar()
  at = at.add({ hours: 11 })
  expect(calendar()).toBe(first)
  at = at.add({ hours: 1 })
  const nextDay = calendar()
  expect(nextDay).not.toBe(first)
  knowledge = aSmallKnowledge({})
  expect(calendar().meetings).toEqual([])
})
