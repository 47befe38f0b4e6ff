import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { toPlainText } from '../../src/answers/plain-text.ts'
import { createFocalPoint } from '../../src/focal-point.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { loadUpcomingKnowledge } from './upcoming-knowledge.ts'

const focalPoint = createFocalPoint(loadUpcomingKnowledge())

/** Asked on a Tuesday. */
function ask(text: string, at = '2026-12-01T09:00:00Z'): Answer {
  return focalPoint.ask({ text, now: Temporal.Instant.from(at) })
}

function textOf(text: string, at?: string): string {
  return toPlainText(ask(text, at))
}

const briefing = /briefing|mensuelle|mensual/
const workshop = /workshop on returns/
const midsa = /MIDSA Conference/
const officials = /Senior Officials|hauts fonctionnaires|altos funcionarios/
const ministers = /Colombo Process Ministerial/
const council = /(IOM Council|Conseil de l’OIM|Consejo de la OIM) 2027,/

describe('a question for what is to come', () => {
  test.each([
    ['what is on today', [briefing], [workshop], 'a day'],
    ['what is on this week', [briefing], [workshop], 'a week, and the briefing is on its Tuesday'],
    ['which meetings are there next week', [workshop], [briefing], 'the week after'],
    ['events this month', [briefing, workshop], [midsa], 'a month'],
    ['any events next month', [/5 January 2027/, midsa], [workshop, officials], 'the month after'],
    ['meetings in the next two weeks', [briefing, workshop], [midsa], 'a number of weeks'],
    ['meetings in March 2027', [/2 March 2027/, officials, ministers], [midsa, council], 'a month with its year'],
    ['what is on in March 2027', [officials, ministers], [midsa], 'in other words'],
    ['which meetings are before the Council', [workshop, officials], [council, /2017/], 'until another meeting'],
    ['what is next before the Council', [workshop], [council, /2011/], 'in other words'],
    ['meetings in Asia next year', [officials, ministers], [midsa, briefing], 'a region'],
    ['quelles réunions le mois prochain', [briefing, midsa], [workshop], 'a month in French'],
    ['quelles réunions avant le Conseil', [workshop, officials], [council, /2017/], 'another meeting in French'],
    ["qu'y a-t-il cette semaine", [briefing], [workshop], 'a week in French'],
    ['qué reuniones hay esta semana', [briefing], [workshop], 'a week in Spanish'],
    ['reuniones en marzo de 2027', [officials, ministers], [midsa], 'a month in Spanish'],
    ['qué reuniones hay antes del Consejo', [workshop, officials], [council, /2017/], 'another meeting in Spanish'],
  ])('"%s" tells what is then and nothing else (%#: %s, not %s; %s)', (question, expected, foreign) => {
    const text = textOf(question)
    for (const part of expected) expect(text).toMatch(part)
    for (const part of foreign) expect(text).not.toMatch(part)
  })

  test.each([
    ['the next meeting of the Bali Process', workshop],
    ['prochaine réunion du Processus de Bali', workshop],
    ['próxima reunión del Proceso de Bali', workshop],
    ['what is next', briefing],
  ])('"%s" names the next one first and others after it', (question, next) => {
    const [part] = ask(question).parts
    expect(part?.lead).toMatch(next)
    expect(part?.facts.join('\n')).toMatch(officials)
  })

  test('lists all that is to come, from the next one on', () => {
    const [part] = ask('events next').parts
    expect(part?.isList).toBe(true)
    const order = [briefing, workshop, midsa, officials, ministers, /Rabat/, council]
    expect(part?.facts.map((line) => order.findIndex((name) => name.test(line)))).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('stops a long list and says how to go on', () => {
    const one = { kind: 'event' as const, source: 'upcoming:1', starts: '2027-02-01' }
    const many = Array.from({ length: 100 }, (_, i) => ({ ...one, id: `meeting-${i}`, name: `Meeting number ${i}` }))
    const knowledge = loadUpcomingKnowledge()
    const entries = new Map<string, Entry>([...knowledge.entries, ...many.map((event) => [event.id, event] as const)])
    const now = Temporal.Instant.from('2026-12-01T09:00:00Z')
    const [part] = createFocalPoint({ ...knowledge, entries }).ask({ text: 'events next', now }).parts
    expect(part?.facts).toHaveLength(31)
    expect(part?.facts.at(-1)).toMatch(/^77 more after that/)
  })

  test('says that nothing is on the days that were named, and what comes then', () => {
    const { status, parts } = ask('which meetings are there next week', '2026-12-12T09:00:00Z')
    expect([status, parts[0]?.lead]).toEqual(['unknown', 'My sources hold no meeting then (14–20 December 2026).'])
    expect(parts[0]?.facts.join()).toMatch(/5 January 2027/)
  })

  test('goes by the day of who asks', () => {
    const now = Temporal.Instant.from('2026-11-30T23:00:00Z')
    expect(focalPoint.ask({ text: 'what is on today', now }).status).toBe('unknown')
    const { status, parts } = focalPoint.ask({ text: 'what is on today', zone: 'Asia/Tokyo', now })
    expect([status, parts[0]?.lead]).toEqual(['answered', expect.stringMatching(briefing)])
  })

  test('goes on from the one that was talked about', () => {
    const talk = (text: string) =>
      focalPoint.ask({ text, conversation: 'next', now: Temporal.Instant.from('2026-12-01T09:00:00Z') })
    talk('When is the Bali Process workshop on returns?')
    expect(talk('when is the next one?').parts[0]?.lead).toMatch(officials)
  })
})

describe('the time of a meeting', () => {
  test.each([
    ['next RCP briefing', '1 December 2026, 14:00–15:00 (UTC)', 'known'],
    [
      'when is the Bali SOM',
      'from 09:30 on the first day until 17:00 on the last (Asia/Bangkok, UTC+7)',
      'of the place',
    ],
    ['when is the Council', '23–26 November 2027, from 10:00 on the first day (Europe/Zurich, UTC+1)', 'of its start'],
    ['next Bali Process meeting', '9 December 2026, 15:00 (time zone not known)', 'in a zone that is not known'],
    ['next Colombo Process meeting', '24 March 2027 (time not known)', 'not known'],
    ['next Rabat Process meeting', 'May 2027 (day not known)', 'with its day not known'],
    ['prochaine réunion du Processus de Colombo', '24 mars 2027 (heure non connue)', 'not known, in French'],
    ['próxima reunión del Proceso de Colombo', '24 de marzo de 2027 (hora desconocida)', 'not known, in Spanish'],
  ])('is, asked "%s", told as %s (%s)', (question, expected) => {
    expect(textOf(question)).toContain(expected)
  })

  test.each([
    [
      'Europe/Zurich',
      'Monthly RCP briefing, 1 December 2026, 14:00–15:00 (UTC), that is 15:00–16:00 (Europe/Zurich, UTC+1)',
      'later',
    ],
    [
      'Pacific/Auckland',
      'Monthly RCP briefing, 1 December 2026, 14:00–15:00 (UTC), that is 2 December 2026, 03:00–04:00 (Pacific/Auckland, UTC+13)',
      'on another day',
    ],
    [
      'Asia/Kathmandu',
      'Monthly RCP briefing, 1 December 2026, 14:00–15:00 (UTC), that is 19:45–20:45 (Asia/Kathmandu, UTC+5:45)',
      'by an odd offset',
    ],
    ['Africa/Abidjan', 'Monthly RCP briefing, 1 December 2026, 14:00–15:00 (UTC)', 'the same'],
    ['Mars/Olympus', 'Monthly RCP briefing, 1 December 2026, 14:00–15:00 (UTC)', 'not known'],
  ])('is told on the clocks of who asks, too: in %s %s (%s)', (zone, expected) => {
    const now = Temporal.Instant.from('2026-12-01T09:00:00Z')
    const { parts } = focalPoint.ask({ text: 'next RCP briefing', zone, now })
    expect(parts[0]?.lead).toBe(expected)
  })

  test.each([
    ['when is the Bali SOM', 'UTC+7), that is from 03:30 (Europe/Zurich, UTC+1)', 'for days'],
    ['quand est le Bali SOM ?', 'UTC+7), soit à partir de : 03:30 (Europe/Zurich, UTC+1)', 'for days, in French'],
    ['prochaine réunion d’information mensuelle sur les PCR', '(UTC), soit 15:00–16:00 (Europe/Zurich', 'in French'],
    ['próxima sesión informativa mensual sobre los PCR', '(UTC), es decir, 15:00–16:00 (Europe/Zurich', 'in Spanish'],
  ])('is, asked "%s", told there with %s (%s)', (text, expected) => {
    const now = Temporal.Instant.from('2026-12-01T09:00:00Z')
    expect(toPlainText(focalPoint.ask({ text, zone: 'Europe/Zurich', now }))).toContain(expected)
  })

  test.each([
    ['when is the Council', '2026-12-01T09:00:00Z', 'Europe/Paris', 'the clocks there show the same'],
    ['when is the Bali Process workshop on returns', '2026-12-01T09:00:00Z', 'Asia/Tokyo', 'its zone is not known'],
    ['next Colombo Process meeting', '2026-12-01T09:00:00Z', 'Asia/Tokyo', 'its time is not known'],
    ['when was the Bali SOM', '2027-06-01T09:00:00Z', 'Asia/Tokyo', 'it is over'],
  ])('is not told twice, asked "%s" at %s in %s: %s', (text, at, zone) => {
    const asked = { text, now: Temporal.Instant.from(at) }
    expect(focalPoint.ask({ ...asked, zone })).toEqual(focalPoint.ask(asked))
  })

  test('is not missed once the meeting is over', () => {
    expect(textOf('when was the Colombo Process Ministerial Consultation 2027', '2027-06-01T09:00:00Z')).not.toMatch(
      /not known/,
    )
  })

  test('is that of the next time of a meeting that comes again, with the times after it', () => {
    const text = textOf('when is the RCP briefing', '2027-02-03T09:00:00Z')
    expect(text).toMatch(/Date: 2 March 2027.*Further dates: 6 April 2027, 4 May 2027 and 1 June 2027/)
  })

  test('does not fill a list with what comes again and again', () => {
    const lines = textOf('events in 2027')
      .split('\n')
      .filter((line) => briefing.test(line))
    expect(lines).toHaveLength(4)
    expect(lines.at(-1)).toMatch(/9 more times until 7 December 2027/)
  })
})

describe('a meeting that comes again without an end', () => {
  const daily: Entry = {
    kind: 'event',
    id: 'stand-up',
    name: 'Daily stand-up',
    source: 'upcoming:1',
    starts: '2026-10-06',
    rrule: 'FREQ=DAILY',
  }
  const knowledge = loadUpcomingKnowledge()
  const endless = createFocalPoint({ ...knowledge, entries: new Map(knowledge.entries).set(daily.id, daily) })
  const now = Temporal.Instant.from('2026-12-01T09:00:00Z')

  test.each(['events after 2025', 'events before 9999', 'next meetings after 2026', 'when is the Daily stand-up'])(
    'is told without one, asked "%s"',
    (text) => {
      const answer = toPlainText(endless.ask({ text, now }))
      expect(answer).toMatch(/Daily stand-up/)
      expect(answer).not.toMatch(/9999|1000\d/)
    },
  )

  test('is found by a search with its first day', () => {
    const [hit] = endless.find({ text: 'Daily stand-up', language: 'en', limit: 1 })
    expect(hit?.summary).toMatch(/6 October 2026/)
  })
})

describe('a cancelled meeting', () => {
  test.each([
    'next MIDSA meeting',
    'when is the MIDSA Conference 2027',
    'where is the MIDSA Conference 2027',
    'tell me about the MIDSA Conference 2027',
    'is the MIDSA Conference 2027 cancelled',
    'who organises the MIDSA Conference 2027',
    'events in January 2027',
    'events next',
    'events in Zambia',
    'remind me of MIDSA meetings',
  ])('is told to be cancelled, asked "%s"', (question) => {
    expect(textOf(question)).toMatch(/cancelled/)
  })

  test('is not passed off as the next one where another is to come', () => {
    const at = '2027-01-06T09:00:00Z'
    expect(ask('what is next', at).parts[0]?.lead).not.toMatch(midsa)
    expect(textOf('what is next', at)).toMatch(/MIDSA Conference 2027, 19–20 January 2027 \(cancelled\)/)
  })

  test('is told to be cancelled where it is found by a search', () => {
    const [hit] = focalPoint.find({ text: 'MIDSA Conference', language: 'en', limit: 1 })
    expect(hit?.summary).toMatch(/cancelled/)
  })
})
