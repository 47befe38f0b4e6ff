import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Meeting, MeetingTime } from '../../src/calendar/meeting.ts'
import { writeICalendar } from '../../src/calendar/write-icalendar.ts'
import { alarmsOf } from '../../src/reminders/alarms.ts'
import { dueAt } from '../../src/reminders/due-time.ts'
import { defaultLeads } from '../../src/reminders/leads.ts'
import { aMeeting, daysOnly } from './a-subscription.ts'

/** When a calendar that knows nothing but the file tells of the meeting, on the clocks of its zone or of its reader. */
function alarmTimes(meeting: Meeting): string[] {
  const text = writeICalendar([{ meeting }], {
    name: 'Focal Point',
    language: 'en',
    stamp: Temporal.Instant.from('2026-11-22T08:00:00Z'),
    sources: new Map(),
    alarmsOf: () => alarmsOf(meeting),
  })
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  return (event?.getAllSubcomponents('valarm') ?? []).map((alarm) => {
    const start = event?.getFirstPropertyValue('dtstart') as ICAL.Time
    const at = ICAL.Time.fromData({ ...start.toJSON(), isDate: false })
    at.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration)
    return at.toString().slice(0, 16)
  })
}

function at(starts: string, zone: string): MeetingTime {
  return { precision: 'time', starts, ends: undefined, lastDay: starts.slice(0, 10), zone }
}

test.each<[string, MeetingTime]>([
  ['a time', at('2027-03-10T14:00', 'Europe/Zurich')],
  ['a time before which the clocks go forward', at('2027-03-29T14:00', 'Europe/Zurich')],
  ['a time before which the clocks go back', at('2027-11-01T14:00', 'Europe/Zurich')],
  ['a time after midnight on New Year', at('2027-01-01T00:15', 'Pacific/Kiritimati')],
  ['a time in UTC', at('2027-03-10T14:00', 'UTC')],
  ['a day', daysOnly('2027-03-10')],
  ['days after the clocks have changed', daysOnly('2027-03-29', '2027-03-31')],
  ['a day with a time in no known zone', { ...daysOnly('2027-03-10'), zone: undefined, clock: '10:00' } as MeetingTime],
])('the alarms of a meeting on %s go off when the reminders do for which nobody said when', (_, time) => {
  const meeting = aMeeting({ time })
  const zone = time.zone ?? 'Asia/Kolkata'
  const due = defaultLeads.map((lead) => dueAt(meeting, lead, { at: undefined, zone }).toZonedDateTimeISO(zone))
  expect(alarmTimes(meeting)).toEqual(
    due.map((moment) => moment.toPlainDateTime().toString({ smallestUnit: 'minute' })),
  )
})

test('on whole days they go off in the morning, wherever their reader is', () => {
  const meeting = aMeeting({ time: daysOnly('2027-03-10') })
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const due = dueAt(meeting, 'P1D', { at: undefined, zone }).toZonedDateTimeISO(zone).toPlainDateTime()
    expect(due.toString({ smallestUnit: 'minute' })).toBe(alarmTimes(meeting)[1])
  }
})

test('nobody is told in advance of a meeting that is cancelled', () => {
  expect(alarmsOf(aMeeting({ status: 'cancelled' }))).toEqual([])
})
