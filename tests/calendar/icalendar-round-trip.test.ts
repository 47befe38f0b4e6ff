import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type Component, writeCalendar } from '../../src/calendar/icalendar-text.ts'
import { meetingsOf } from '../../src/calendar/meetings-of.ts'
import type { Event } from '../../src/knowledge/knowledge.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'
import { aCalendar, read } from './reading/feed-text.ts'
import { readAndWrite, sampleCalendar } from './sample-calendar.ts'

const run = promisify(execFile)

/** Every property, with the components that it is in. */
function propertiesIn([name, properties, components]: Component, path = ''): string[] {
  const here = `${path}/${name}`
  const inside = components.flatMap((component, index) => propertiesIn(component, `${here}/${index}`))
  return [...properties.map((property) => `${here} ${JSON.stringify(property)}`), ...inside]
}

function parse(text: string): Component {
  return ICAL.parse(text) as unknown as Component
}

test('a calendar keeps each of its 84 properties when it is read and written', () => {
  const before = propertiesIn(parse(sampleCalendar))
  expect(before).toHaveLength(84)
  expect(propertiesIn(parse(writeCalendar(parse(sampleCalendar))))).toEqual(before)
})

describe('the meetings of a calendar', () => {
  test('are those that it means', () => {
    const { knowledge, problems } = readAndWrite()
    expect(problems).toEqual([])
    const year = { from: Temporal.PlainDate.from('2027-01-01'), to: Temporal.PlainDate.from('2027-12-31') }
    const meetings = meetingsOf(knowledge, year).map(({ title, time, status }) =>
      [time.starts, time.ends, time.zone, status, title.en].join(' | '),
    )
    expect(meetings).toEqual([
      '2027-01-05T09:30 | 2027-01-05T11:00 | Europe/Berlin | scheduled | Working group of the Sample Dialogue',
      '2027-02-03T14:00 | 2027-02-03T15:30 | Europe/Berlin | scheduled | Working group of the Sample Dialogue (moved)',
      '2027-02-16T09:30 | 2027-02-16T11:00 | Europe/Berlin | scheduled | Working group of the Sample Dialogue',
      '2027-03-02T09:30 | 2027-03-02T11:00 | Europe/Berlin | scheduled | Working group of the Sample Dialogue',
      '2027-03-10T09:00 | 2027-03-10T17:00 | Asia/Tehran | cancelled | Round table far from here',
      '2027-03-16T09:30 | 2027-03-16T11:00 | Europe/Berlin | scheduled | Working group of the Sample Dialogue',
      '2027-04-01T09:30 | 2027-04-01T11:00 | Europe/Berlin | scheduled | Working group of the Sample Dialogue',
      '2027-04-18 | 2027-04-19 |  | scheduled | Conference of all dialogues',
    ])
  })

  test('are the same when what was written is read again', () => {
    const { knowledge, written } = readAndWrite()
    const timesOf = (events: Iterable<object>) =>
      [...events].map((event) => {
        const { starts, ends, time, endTime, zone, rrule, except, status } = event as Partial<Event>
        return { starts, ends, time, endTime, zone, rule: rrule?.split(';').sort(), except, status }
      })
    const again = read(written)
    expect(again.problems).toEqual([])
    expect(timesOf(again.events)).toEqual(timesOf(knowledge.entries.values()))
  })
})

test.each(['Europe/Zurich', 'America/New_York', 'Pacific/Kiritimati'])(
  'what is read and written is the same where the process runs in %s',
  async (zone) => {
    const { knowledge, written } = readAndWrite()
    const file = join(import.meta.dirname, 'print-sample.ts')
    const { stdout } = await run(process.execPath, [file], { env: { PATH: process.env.PATH, TZ: zone } })
    expect(stdout).toBe(`${JSON.stringify([...knowledge.entries.values()])}\n${written}\n`)
  },
)

describe('rules', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      '29 February of each year is in leap years only',
      ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'],
      ['2024-02-29', '2028-02-29', '2032-02-29'],
    ],
    [
      'an end in UTC lets the last date be, where the meeting is',
      ['DTSTART;TZID=America/New_York:20270101T220000', 'RRULE:FREQ=DAILY;UNTIL=20270104T030000Z'],
      ['2027-01-01', '2027-01-02', '2027-01-03'],
    ],
    [
      'a time that the clocks skip on one day is neither there nor counted, as RFC 5545 has it',
      ['DTSTART;TZID=Europe/Zurich:20270321T023000', 'RRULE:FREQ=WEEKLY;COUNT=3'],
      ['2027-03-21', '2027-04-04', '2027-04-11'],
    ],
    [
      'the last Friday of a month',
      ['DTSTART;TZID=Asia/Bangkok:20270129T090000', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3'],
      ['2027-01-29', '2027-02-26', '2027-03-26'],
    ],
    [
      'the last working day of a month',
      ['DTSTART;VALUE=DATE:20270129', 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3'],
      ['2027-01-29', '2027-02-26', '2027-03-31'],
    ],
    [
      'every second week, which begins on Sunday',
      ['DTSTART;VALUE=DATE:20270105', 'RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=4'],
      ['2027-01-05', '2027-01-17', '2027-01-19', '2027-01-31'],
    ],
    [
      'a number of times, of which one is left out',
      ['DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE;VALUE=DATE:20270105'],
      ['2027-01-04', '2027-01-06', '2027-01-07'],
    ],
    [
      'the last day of a month',
      ['DTSTART;VALUE=DATE:20270131', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4'],
      ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'],
    ],
  ])('%s', (_, lines, days) => {
    const { events } = read(aCalendar('BEGIN:VEVENT', 'SUMMARY:Forum', ...lines, 'END:VEVENT'))
    const range = { from: Temporal.PlainDate.from('2024-01-01'), to: Temporal.PlainDate.from('2033-12-31') }
    const meetings = meetingsOf(aSmallKnowledge({ entries: events }), range)
    expect(meetings.map(({ time }) => time.starts.slice(0, 10))).toEqual(days)
  })
})
