import { describe, expect, test } from 'vitest'
import type { Entry, Event } from '../../../src/knowledge/knowledge.ts'
import { aProcess, aSmallKnowledge } from '../../intents/small-knowledge.ts'
import { aCalendar, anEventWith, read, readEvent } from './feed-text.ts'

const custom = (offset: string) => [
  'BEGIN:VTIMEZONE',
  'TZID:Our zone',
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  'END:STANDARD',
  'END:VTIMEZONE',
]
const likeNewYork = [
  'BEGIN:VTIMEZONE',
  'TZID:Our zone',
  'BEGIN:DAYLIGHT',
  'DTSTART:20070311T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:20071104T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** What an event has in the fields of another. */
function partOf(event: Event | undefined, expected: Partial<Event>): Partial<Event> {
  const fields = Object.entries(event ?? {}).filter(([name]) => name in expected)
  return Object.fromEntries(fields)
}

describe('when an event is', () => {
  test.each<[string, readonly string[], Partial<Event>]>([
    ['a day', ['DTSTART;VALUE=DATE:20270310'], { starts: '2027-03-10', ends: undefined, time: undefined }],
    ['a day with its end', ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270311'], { ends: undefined }],
    ['days', ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270313'], { ends: '2027-03-12' }],
    ['days by their number', ['DTSTART;VALUE=DATE:20270310', 'DURATION:P2D'], { ends: '2027-03-11' }],
    [
      'times in a zone',
      ['DTSTART;TZID=Asia/Bangkok:20270310T093000', 'DTEND;TZID=Asia/Bangkok:20270310T120000'],
      { starts: '2027-03-10', time: '09:30', endTime: '12:00', zone: 'Asia/Bangkok', ends: undefined },
    ],
    [
      'a time and how long it takes',
      ['DTSTART;TZID=Asia/Bangkok:20270310T233000', 'DURATION:PT1H'],
      { time: '23:30', ends: '2027-03-11', endTime: '00:30' },
    ],
    [
      'an end on the clocks of another zone',
      ['DTSTART;TZID=Asia/Bangkok:20270310T093000', 'DTEND:20270310T050000Z'],
      { endTime: '12:00', zone: 'Asia/Bangkok' },
    ],
    [
      'no end',
      ['DTSTART;TZID=Asia/Bangkok:20270310T093000', 'DTEND;TZID=Asia/Bangkok:20270310T093000'],
      { endTime: undefined, ends: undefined },
    ],
    ['UTC', ['DTSTART:20270310T093000Z'], { time: '09:30', zone: 'UTC' }],
    ['no zone', ['DTSTART:20270310T093000'], { time: '09:30', zone: undefined }],
    [
      'UTC where the zone of the place is known',
      ['DTSTART:20270310T200000Z', 'DTEND:20270310T210000Z', 'LOCATION:Kathmandu\\, Nepal'],
      { starts: '2027-03-11', time: '01:45', endTime: '02:45', zone: 'Asia/Kathmandu' },
    ],
  ])('is read from %s', (_, lines, expected) => {
    expect(partOf(readEvent(lines), expected)).toEqual(expected)
  })

  test.each([
    ['W. Europe Standard Time', [], 'Europe/Berlin'],
    ['Arab', [], 'Asia/Riyadh'],
    ['europe/zurich', [], 'Europe/Zurich'],
    ['/freeassociation.sourceforge.net/Europe/Zurich', [], 'Europe/Zurich'],
    ['Japan', [], 'Asia/Tokyo'],
    ['GMT', [], 'UTC'],
    ['Our zone', custom('+0700'), 'Etc/GMT-7'],
    ['Our zone', custom('+0545'), 'Asia/Kathmandu'],
    ['Our zone', likeNewYork, /^America\//],
  ])('is read in the zone "%s"', (tzid, others, zone) => {
    const event = readEvent([`DTSTART;TZID=${tzid}:20270710T093000`], others)
    const expected = typeof zone === 'string' ? zone : expect.stringMatching(zone)
    expect(event).toMatchObject({ starts: '2027-07-10', time: '09:30', zone: expected })
  })

  test('is told in UTC where the zone is like none that is known', () => {
    const event = readEvent(['DTSTART;TZID=Our zone:20270710T093000'], custom('+0317'))
    expect(event).toMatchObject({ time: '06:13', zone: 'UTC' })
  })

  test('is in the zone of the calendar where it names none', () => {
    const zone = ['X-WR-TIMEZONE:Asia/Bangkok']
    expect(readEvent(['DTSTART:20270310T093000'], zone)).toMatchObject({ time: '09:30', zone: 'Asia/Bangkok' })
    expect(readEvent(['DTSTART:20270310T093000Z'], zone)).toMatchObject({ time: '16:30', zone: 'Asia/Bangkok' })
  })
})

describe('what comes again', () => {
  const start = 'DTSTART;TZID=America/New_York:20270310T220000'

  test.each([
    ['FREQ=WEEKLY;BYDAY=WE', 'FREQ=WEEKLY;BYDAY=WE'],
    ['FREQ=WEEKLY;UNTIL=20270402T020000Z', 'FREQ=WEEKLY;UNTIL=20270401'],
    ['FREQ=WEEKLY;UNTIL=20270402T015959Z', 'FREQ=WEEKLY;UNTIL=20270331'],
    ['FREQ=WEEKLY;UNTIL=20270401T220000', 'FREQ=WEEKLY;UNTIL=20270401'],
    ['FREQ=WEEKLY;UNTIL=20270401', 'FREQ=WEEKLY;UNTIL=20270401'],
    ['FREQ=DAILY;BYHOUR=22;BYMINUTE=00;BYSECOND=0;COUNT=3', 'FREQ=DAILY;COUNT=3'],
  ])('is read from the rule %s', (rule, expected) => {
    expect(readEvent([start, `RRULE:${rule}`])).toMatchObject({ rrule: expected })
  })

  test('leaves out its exceptions, on the days where it is', () => {
    const lines = [start, 'RRULE:FREQ=WEEKLY', 'EXDATE:20270318T020000Z,20270325T020000Z']
    expect(readEvent(lines)).toMatchObject({ except: ['2027-03-17', '2027-03-24'] })
  })

  test('has an event of its own for an occurrence that is another', () => {
    const moved = anEventWith(
      'RECURRENCE-ID;TZID=America/New_York:20270317T220000',
      'DTSTART;TZID=America/New_York:20270318T210000',
    )
    const cancelled = anEventWith(
      'RECURRENCE-ID;TZID=America/New_York:20270324T220000',
      'DTSTART;TZID=America/New_York:20270324T220000',
      'STATUS:CANCELLED',
    )
    const { events, problems } = read(aCalendar(...anEventWith(start, 'RRULE:FREQ=WEEKLY'), ...moved, ...cancelled))
    expect(problems).toEqual([])
    expect(events).toMatchObject([
      { rrule: 'FREQ=WEEKLY', except: ['2027-03-17', '2027-03-24'] },
      {
        id: `${events[0]?.id}-20270317`,
        replaces: `${events[0]?.id}@2027-03-17`,
        starts: '2027-03-18',
        time: '21:00',
      },
      {
        id: `${events[0]?.id}-20270324`,
        replaces: `${events[0]?.id}@2027-03-24`,
        starts: '2027-03-24',
        status: 'cancelled',
      },
    ])
  })

  test('has an event of its own for each further day', () => {
    const lines = anEventWith('DTEND;VALUE=DATE:20270312', 'RDATE;VALUE=DATE:20270501,20270601')
    expect(read(aCalendar(...lines)).events).toMatchObject([
      { starts: '2027-03-10', ends: '2027-03-11' },
      { starts: '2027-05-01', ends: '2027-05-02' },
      { starts: '2027-06-01', ends: '2027-06-02' },
    ])
  })
})

describe('what an event says', () => {
  test('is read into the fields of the knowledge', () => {
    expect(
      readEvent([
        'LOCATION:Hall 2\\, 1st floor\\, Bangkok\\, Tailandia',
        'URL:https://forum.example/2027',
        'ORGANIZER;CN="Secretariat; RCP, Geneva":mailto:someone@forum.example',
        'STATUS:CANCELLED',
      ]),
    ).toEqual({
      kind: 'event',
      id: expect.stringMatching(/^calendar-[0-9a-f]{12}$/),
      name: 'Forum (meetings)',
      starts: '2027-03-10',
      place: { city: 'Bangkok', country: 'TH', venue: 'Hall 2, 1st floor' },
      url: 'https://forum.example/2027',
      status: 'cancelled',
      notes: [expect.objectContaining({ en: 'Organiser, in the words of its calendar: Secretariat; RCP, Geneva' })],
      source: 'calendar-1:2027-03-10',
    })
  })

  test.each<[string, Partial<Event>]>([
    [
      'LOCATION:Palais des Nations',
      { notes: [expect.objectContaining({ en: expect.stringMatching(/: Palais des Nations$/) })] },
    ],
    ['LOCATION:1000 Brussels\\, Belgium', { place: undefined, notes: [expect.anything()] }],
    ['LOCATION:Paris\\, Europe', { place: undefined, notes: [expect.anything()] }],
    ['LOCATION:https://call.example/1', { url: 'https://call.example/1', notes: undefined }],
    ['URL:javascript:alert(1)', { url: undefined }],
    ['ORGANIZER;CN=someone@forum.example:mailto:someone@forum.example', { notes: undefined }],
    ['STATUS:CONFIRMED', { status: undefined }],
  ])('is what stands in "%s" and no more', (line, expected) => {
    expect(partOf(readEvent([line]), expected)).toEqual(expected)
  })

  test('is cancelled where the whole calendar says so', () => {
    expect(readEvent([], ['METHOD:CANCEL'])).toMatchObject({ status: 'cancelled' })
  })

  const colombo = aProcess('Colombo Process', { aliases: ['CP'], heads: ['Colombo'] })
  const plus = aProcess('Colombo Process Plus')
  const other: Entry = aProcess('Other Process')
  const knowledge = aSmallKnowledge({ entries: [colombo, plus, other] })

  test.each([
    ['Meeting of the Colombo Process', [], 'colombo-process'],
    ['The Colombo Process Plus meets', [], 'colombo-process-plus'],
    ['Meeting', ['CATEGORIES:Work,colombo-process'], 'colombo-process'],
    ['Meeting of the Colombo Process', ['CATEGORIES:other process'], 'other-process'],
    ['Colombo city tour', [], undefined],
    ['Colombo Processes', [], undefined],
    ['Other Process and CP', [], 'other-process'],
  ])('puts "%s" with %j into the series %s', (title, lines, series) => {
    const { events } = read(
      aCalendar('BEGIN:VEVENT', `SUMMARY:${title}`, 'DTSTART;VALUE=DATE:20270310', ...lines, 'END:VEVENT'),
      knowledge,
    )
    expect(events.map((event) => event.series)).toEqual([series])
  })
})

describe('the name of an event', () => {
  const knowledge = aSmallKnowledge({ entries: [aProcess('Dialogue on the Sea', { aliases: ['Talks at the sea'] })] })

  test.each([
    ['Meeting of senior officials', 'Meeting of senior officials'],
    ['Meeting', 'Meeting (Our meetings)'],
    ['Team meeting', 'Team meeting (Our meetings)'],
    ['dialogue on the sea', 'dialogue on the sea (Our meetings)'],
    ['Talks at the sea!', 'Talks at the sea! (Our meetings)'],
  ])('is for the title "%s" %s, so that it is no word of other questions', (title, name) => {
    const lines = ['BEGIN:VEVENT', `SUMMARY:${title}`, 'DTSTART;VALUE=DATE:20270310', 'END:VEVENT']
    expect(read(aCalendar('X-WR-CALNAME:Our meetings', ...lines), knowledge).events).toMatchObject([{ name }])
  })
})

describe('an event that is there again', () => {
  test('is as it was changed last', () => {
    const { events } = read(
      aCalendar(
        ...anEventWith('SEQUENCE:2', 'URL:https://forum.example/new'),
        ...anEventWith('SEQUENCE:1', 'URL:https://forum.example/old'),
      ),
    )
    expect(events).toMatchObject([{ url: 'https://forum.example/new' }])
  })

  test('keeps its id when its title and day change', () => {
    const ids = ['SUMMARY:A\r\nDTSTART;VALUE=DATE:20270310', 'SUMMARY:B\r\nDTSTART;VALUE=DATE:20270311'].map(
      (lines) => read(aCalendar('BEGIN:VEVENT', 'UID:x', lines, 'END:VEVENT')).events[0]?.id,
    )
    expect(ids[0]).toBeDefined()
    expect(ids[0]).toBe(ids[1])
  })
})

describe('what cannot be used', () => {
  test('is a rule that counts in a zone like none that is known', () => {
    const lines = anEventWith('DTSTART;TZID=Our zone:20270310T010000', 'RRULE:FREQ=WEEKLY;BYDAY=WE')
    const { events, problems } = read(aCalendar(...custom('+0317'), ...lines))
    expect(events).toEqual([])
    expect(problems).toMatchObject([
      { message: expect.stringMatching(/^RRULE: no known time zone has the clocks of "Our zone"/) },
    ])
  })

  test.each([
    [['DTSTART;VALUE=DATE:20271340'], 7, /^DTSTART: expected a day like 20270310 or .*, got "2027-13-40"$/],
    [['DTSTART;TZID=Nowhere:20270310T090000'], 7, /^DTSTART: there is no time zone "Nowhere", expected an IANA name/],
    [['LOCATION:x', 'RRULE:FREQ=HOURLY'], 9, /^RRULE: expected FREQ to be DAILY, .*, got "FREQ=HOURLY"$/],
    [['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'], 8, /^RRULE: expected one rule/],
    [['RRULE:FREQ=DAILY;BYHOUR=9,12'], 8, /^RRULE: .*BYHOUR=9,12"$/],
    [['RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270310'], 8, /^RECURRENCE-ID: .* expected no RANGE$/],
    [['no colon'], 4, /^the event cannot be read: .*no colon/],
  ])('is left out and told with its line: %j', (lines, line, message) => {
    const text = aCalendar(
      'X-A:1',
      ...anEventWith(...lines),
      ...anEventWith('URL:https://good.example/').with(1, 'UID:two'),
    )
    const { events, problems } = read(text)
    expect(problems).toEqual([{ file: 'meetings.ics', line, column: 1, message: expect.stringMatching(message) }])
    expect(events).toMatchObject([{ url: 'https://good.example/' }])
  })

  test.each([
    ['', 'this is no iCalendar text'],
    ['<html>', 'this is no iCalendar text'],
    [aCalendar(...anEventWith()).slice(0, -20), 'this is no iCalendar text'],
    [aCalendar('BEGIN:VEVENT', 'SUMMARY:x'), '"BEGIN:VEVENT" has no end'],
    [aCalendar('BEGIN:VTODO', 'SUMMARY:x', 'BEGIN:VALARM', 'END:VALARM'), '"BEGIN:VTODO" has no end'],
    [aCalendar('BEGIN:VEVENT', 'SUMMARY:x', 'END:VEVENT'), 'DTSTART: missing'],
    [aCalendar('BEGIN:VEVENT', 'DTSTART:20270310T090000Z', 'END:VEVENT'), 'SUMMARY: missing'],
  ])('is told of %j', (text, message) => {
    expect(read(text)).toMatchObject({ events: [], problems: [{ message: expect.stringContaining(message) }] })
  })
})

test('a calendar tells its name and when it was last changed', () => {
  const text = aCalendar('X-WR-CALNAME:Meetings\\, all', ...anEventWith('LAST-MODIFIED:20261105T080000Z'))
  expect(read(text)).toMatchObject({ title: 'Meetings, all', changedOn: '2026-11-05' })
})

test('reads lines that are folded and end as on any system', () => {
  const text = aCalendar('BEGIN:VEVENT', 'SUMMARY:For', ' um', 'DTSTART;VALUE=DATE:20270310', 'END:VEVENT')
  for (const lineEnd of ['\n', '\r']) expect(read(`\uFEFF${text.replaceAll('\r\n', lineEnd)}`).events).toHaveLength(1)
})
