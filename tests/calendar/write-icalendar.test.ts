import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarEntriesOf } from '../../src/calendar/calendar-entries.ts'
import { type CalendarOptions, writeICalendar } from '../../src/calendar/write-icalendar.ts'
import type { Event } from '../../src/knowledge/knowledge.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'

const sources = new Map([['900', { id: '900', title: { en: 'Pages', fr: 'Pages web' }, asOf: '2026' }]])
const geneva = { city: { en: 'Geneva', fr: 'Genève' }, country: 'CH' }

function write(event: Partial<Event>, options: Partial<CalendarOptions> = {}): string {
  const knowledge = aSmallKnowledge({ entries: [anEvent('Forum', { starts: '2027-03-10', ...event })], sources })
  return writeICalendar(calendarEntriesOf(knowledge, Temporal.PlainDate.from('2026-11-22')), {
    name: 'Focal Point',
    language: 'en',
    stamp: Temporal.Instant.from('2026-11-22T08:00:00.5Z'),
    sources,
    ...options,
  })
}

/** The lines of the one meeting, unfolded. */
function linesOf(text: string): string[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  return lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'))
}

function times(event: Partial<Event>): string[] {
  return linesOf(write(event)).filter((line) => /^(DTSTART|DTEND|RRULE|EXDATE)/.test(line))
}

describe('writeICalendar', () => {
  test('writes all that calendars show of a meeting', () => {
    const event = { time: '09:30', endTime: '12:00', place: geneva, url: 'https://forum.example/a,b' }
    expect(linesOf(write(event))).toEqual([
      'UID:forum@focal-point',
      'DTSTAMP:20261122T080000Z',
      'SEQUENCE:0',
      'DTSTART;TZID=Europe/Zurich:20270310T093000',
      'DTEND;TZID=Europe/Zurich:20270310T120000',
      'SUMMARY:Forum',
      'LOCATION:Geneva\\, Switzerland',
      'DESCRIPTION:Source: Pages',
      'URL:https://forum.example/a,b',
    ])
  })

  test.each<[string, Partial<Event>, readonly string[]]>([
    ['a day', {}, ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270311']],
    ['days', { ends: '2027-03-12' }, ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270313']],
    [
      'a time of which the zone is not known',
      { time: '09:30' },
      ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270311'],
    ],
    ['a time in UTC', { time: '09:30', zone: 'UTC' }, ['DTSTART:20270310T093000Z']],
    [
      'days with times',
      { time: '09:30', zone: 'Asia/Bangkok', ends: '2027-03-12', endTime: '17:00' },
      ['DTSTART;TZID=Asia/Bangkok:20270310T093000', 'DTEND;TZID=Asia/Bangkok:20270312T170000'],
    ],
    [
      'days that end nobody knows when, up to the last one',
      { time: '09:30', zone: 'Asia/Bangkok', ends: '2027-03-12' },
      ['DTSTART;TZID=Asia/Bangkok:20270310T093000', 'DTEND;TZID=Asia/Bangkok:20270313T000000'],
    ],
    [
      'days by a rule',
      { rrule: 'FREQ=MONTHLY;BYDAY=2WE;UNTIL=20270601T120000Z', except: ['2027-04-14'] },
      [
        'DTSTART;VALUE=DATE:20270310',
        'DTEND;VALUE=DATE:20270311',
        'RRULE:FREQ=MONTHLY;BYDAY=2WE;UNTIL=20270601',
        'EXDATE;VALUE=DATE:20270414',
      ],
    ],
    [
      'times by a rule, whose last day counts where the meeting is',
      {
        time: '22:00',
        zone: 'America/New_York',
        rrule: 'FREQ=WEEKLY;UNTIL=20270401',
        except: ['2027-03-17', '2027-03-24'],
      },
      [
        'DTSTART;TZID=America/New_York:20270310T220000',
        'RRULE:FREQ=WEEKLY;UNTIL=20270402T020000Z',
        'EXDATE;TZID=America/New_York:20270317T220000',
        'EXDATE;TZID=America/New_York:20270324T220000',
      ],
    ],
    [
      'a day of each year',
      { starts: '2027-12-31', ends: '2028-01-02', recurs: 'yearly' },
      ['DTSTART;VALUE=DATE:20271231', 'DTEND;VALUE=DATE:20280103', 'RRULE:FREQ=YEARLY'],
    ],
    [
      'a day of each year since nobody knows when',
      { starts: '--12-31', ends: '--01-02', recurs: 'yearly' },
      ['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270103', 'RRULE:FREQ=YEARLY'],
    ],
    [
      'a leap day of each year since nobody knows when',
      { starts: '--02-29', recurs: 'yearly' },
      ['DTSTART;VALUE=DATE:20280229', 'DTEND;VALUE=DATE:20280301', 'RRULE:FREQ=YEARLY'],
    ],
  ])('writes %s', (_, event, expected) => {
    expect(times(event)).toEqual(expected)
  })

  test.each<[Partial<Event>]>([
    [{ starts: '2027-03' }],
    [{ starts: undefined, year: 2027 }],
    [{ starts: '--03-10' }],
    [{ starts: undefined, recurs: 'yearly' }],
  ])('writes nothing of %j, of which no day is known', (event) => {
    expect(write(event)).not.toContain('VEVENT')
  })

  test.each<[Partial<Event>, string]>([
    [
      { time: '09:30' },
      'DESCRIPTION:Begins at 09:30 on the clocks there\\; the time zone is not known.\\nSource: Pages',
    ],
    [{ time: '09:30', zone: 'UTC' }, 'DESCRIPTION:When it ends is not known.\\nSource: Pages'],
    [{ source: '901:1' }, ''],
    [{ source: ['900:1', '900:2'] }, 'DESCRIPTION:Source: Pages'],
  ])('says what is not known, and whence the rest, of %j', (event, line) => {
    expect(linesOf(write(event)).find((other) => other.startsWith('DESCRIPTION')) ?? '').toBe(line)
  })

  test('says that a meeting is cancelled, and how often it has changed', () => {
    const lines = linesOf(
      write({ status: 'cancelled' }, { revisionOf: ({ meeting }) => (meeting.id === 'forum' ? 3 : 0) }),
    )
    expect(lines).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:3']))
  })

  test('has calendars tell of a meeting in advance', () => {
    const text = write({ name: 'A;b' }, { alarmsOf: () => ['-P7D', '-PT15H'] })
    const alarm = (trigger: string) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger}`,
      'DESCRIPTION:A\\;b',
      'END:VALARM',
    ]
    expect(linesOf(text).slice(-10)).toEqual([...alarm('-P7D'), ...alarm('-PT15H')])
  })

  test('takes meetings out of calendars where it is told to', () => {
    expect(write({ status: 'cancelled' }, { method: 'CANCEL' })).toContain('\r\nMETHOD:CANCEL\r\n')
    expect(write({})).toContain('\r\nMETHOD:PUBLISH\r\n')
  })

  test('writes in the language that is asked for', () => {
    const text = linesOf(write({ name: { en: 'Forum', fr: 'Le forum' }, place: geneva }, { language: 'fr' }))
    expect(text).toEqual(
      expect.arrayContaining(['SUMMARY:Le forum', 'LOCATION:Genève\\, Suisse', 'DESCRIPTION:Source : Pages web']),
    )
  })

  test('lets no text break out of its line', () => {
    const name = 'A;b,c\\d\r\nSTATUS:CANCELLED\u0000\u0007\nend'
    expect(linesOf(write({ name }))).toContain('SUMMARY:A\\;b\\,c\\\\d\\nSTATUS:CANCELLED\\nend')
  })

  test('folds lines after 75 bytes, and no character in two', () => {
    const name = 'é€😀x'.repeat(60)
    const text = write({ name })
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).toBe(
      name,
    )
  })

  test('tells of each zone once, and as far ahead as its meetings go', () => {
    const event = (name: string, more: Partial<Event>) =>
      anEvent(name, { starts: '2027-03-10', time: '09:00', ...more })
    const knowledge = aSmallKnowledge({
      entries: [
        event('A', { zone: 'Europe/Zurich' }),
        event('B', { zone: 'Europe/Zurich', rrule: 'FREQ=YEARLY' }),
        event('C', { zone: 'UTC' }),
      ],
    })
    const text = writeICalendar(calendarEntriesOf(knowledge, Temporal.PlainDate.from('2026-11-22')), {
      name: 'x',
      language: 'en',
      stamp: Temporal.Instant.from('2026-11-22T08:00:00Z'),
      sources,
    })
    expect(text.match(/^TZID:.*/gm)).toEqual(['TZID:Europe/Zurich'])
    expect(text).toContain('DTSTART:20461028T030000')
  })
})
