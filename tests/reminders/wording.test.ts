import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../src/knowledge/language.ts'
import type { MessagePart, ReminderMessage } from '../../src/reminders/message.ts'
import {
  combineMessages,
  listedPart,
  noticePart,
  reminderPart,
  sentAgain,
  toMessageText,
  type Wording,
} from '../../src/reminders/wording.ts'
import { aMeeting } from './a-subscription.ts'

const now = Temporal.Instant.from('2027-03-09T08:00:00Z')
const meeting = aMeeting({
  place: { en: 'Geneva, Switzerland', fr: 'Genève, Suisse', es: 'Ginebra, Suiza' },
  url: 'https://workshop.example',
  source: ['agenda:3', 'agenda:4', 'agenda:3', 'gone:1'],
})

function wordingIn(language: Language, changes: Partial<Wording> = {}): Wording {
  const agenda = { id: 'agenda', title: { en: 'Agenda', fr: 'Ordre du jour', es: 'Agenda' }, asOf: '2027-02' }
  return { zone: 'Europe/Zurich', language, now, knowledge: { sources: new Map([['agenda', agenda]]) }, ...changes }
}

function aMessage(part: MessagePart, changes: Partial<ReminderMessage> = {}): ReminderMessage {
  const kind = part.kind === 'reminder' ? 'reminder' : 'notice'
  return {
    kind,
    language: 'en',
    headline: part.headline,
    parts: [part],
    notes: [],
    subscriptionIds: ['s1'],
    ...changes,
  }
}

function partsIn(language: Language) {
  const wording = wordingIn(language)
  return {
    reminder: reminderPart(meeting, wording),
    changed: noticePart(meeting, 'changed', wording),
    cancelled: noticePart({ ...meeting, status: 'cancelled' }, 'cancelled', wording),
    listed: listedPart(meeting, undefined, wording),
    new: listedPart(meeting, 'new', wording),
  }
}

describe('what is told of a meeting', () => {
  test.for<[keyof ReturnType<typeof partsIn>, ...string[]]>([
    ['reminder', 'Tomorrow: Workshop', 'Demain : Atelier', 'Mañana: Taller'],
    ['changed', 'Changed: Workshop', 'Changement : Atelier', 'Cambio: Taller'],
    ['cancelled', 'Cancelled: Workshop', 'Annulation : Atelier', 'Cancelación: Taller'],
    ['listed', 'Workshop', 'Atelier', 'Taller'],
    ['new', 'New: Workshop', 'Nouveauté : Atelier', 'Novedad: Taller'],
  ])('as %s begins with its name in each language', ([kind, ...expected]) => {
    expect(languages.map((language) => partsIn(language)[kind].headline)).toEqual(expected)
  })

  test('says when and where it is, and from which sources that is known, each once', () => {
    expect(partsIn('fr').reminder).toEqual({
      kind: 'reminder',
      meetingId: 'workshop',
      headline: 'Demain : Atelier',
      facts: ['mercredi 10 mars 2027, 14:00 (Europe/Zurich, UTC+1)', 'Genève, Suisse'],
      url: 'https://workshop.example',
      sources: [
        { document: 'Ordre du jour', locator: 'agenda:3', asOf: '2027-02' },
        { document: 'Ordre du jour', locator: 'agenda:4', asOf: '2027-02' },
      ],
    })
  })

  test('does not say of one that is cancelled that it is then', () => {
    expect(languages.map((language) => partsIn(language).cancelled.facts[0])).toEqual([
      'Was planned for Wednesday, 10 March 2027, 14:00 (Europe/Zurich, UTC+1)',
      'Date initialement prévue : mercredi 10 mars 2027, 14:00 (Europe/Zurich, UTC+1)',
      'Fecha prevista inicialmente: miércoles, 10 de marzo de 2027, 14:00 (Europe/Zurich, UTC+1)',
    ])
  })

  test.for<[Language, string]>([
    ['en', 'There: 14:00 (Europe/Zurich, UTC+1)'],
    ['fr', 'Heure locale : 14:00 (Europe/Zurich, UTC+1)'],
    ['es', 'Hora local: 14:00 (Europe/Zurich, UTC+1)'],
  ])('in %s gives the clocks of the place to a reader with others', ([language, expected]) => {
    expect(reminderPart(meeting, wordingIn(language, { zone: 'Asia/Tokyo' })).facts[1]).toBe(expected)
  })
})

describe('one message of several', () => {
  const { reminder, changed } = partsIn('en')
  const other = { ...reminder, meetingId: 'other', headline: 'In 2 days: Other' }

  test('is the message itself where there is only one', () => {
    const only = aMessage(reminder)
    expect(combineMessages([only])).toBe(only)
  })

  test.for<[Language, string, string]>([
    ['en', 'Reminders of 2 meetings', 'News about 2 meetings'],
    ['fr', 'Rappels pour 2 réunions', 'Du nouveau pour 2 réunions'],
    ['es', 'Recordatorios de 2 reuniones', 'Novedades sobre 2 reuniones'],
  ])('says in %s of how many meetings it tells, and whether any of that is news', ([language, ofReminders, ofNews]) => {
    const second = aMessage(other, { language })
    expect(combineMessages([aMessage(reminder, { language }), second]).headline).toBe(ofReminders)
    expect(combineMessages([aMessage(changed, { language }), second]).headline).toBe(ofNews)
  })

  test('keeps all that any of them tells, and what they have in common once', () => {
    const notes = [sentAgain.en]
    const first = aMessage(reminder, { notes, subscriptionIds: ['s1', 's2'] })
    const second = aMessage(other, { notes, subscriptionIds: ['s2', 's3'] })
    expect(combineMessages([first, second])).toMatchObject({
      kind: 'reminder',
      parts: [reminder, other],
      notes,
      subscriptionIds: ['s1', 's2', 's3'],
    })
  })

  test('does not remind of a meeting of which it tells news', () => {
    const combined = combineMessages([aMessage(changed), aMessage(reminder)])
    expect(combined).toMatchObject({ kind: 'notice', headline: 'Changed: Workshop', parts: [changed] })
  })
})

describe('the text of a message', () => {
  test('of one meeting says its headline once', () => {
    expect(toMessageText(aMessage(partsIn('en').reminder, { notes: ['A note.'] })).split('\n')).toEqual([
      'Tomorrow: Workshop',
      'Wednesday, 10 March 2027, 14:00 (Europe/Zurich, UTC+1)',
      'Geneva, Switzerland',
      'https://workshop.example',
      'Source: Agenda, agenda:3 agenda:4',
      'A note.',
    ])
  })

  test('of several sets them apart', () => {
    const { reminder } = partsIn('en')
    const part = { ...reminder, facts: ['Soon'], url: undefined, sources: [] }
    const other = { ...part, meetingId: 'other', headline: 'In 2 days: Other' }
    expect(toMessageText(combineMessages([aMessage(part), aMessage(other)]))).toBe(
      'Reminders of 2 meetings\n\nTomorrow: Workshop\nSoon\n\nIn 2 days: Other\nSoon',
    )
  })
})
