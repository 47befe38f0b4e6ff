import { describe, expect, test } from 'vitest'
import type { MeetingTime } from '../../src/calendar/meeting.ts'
import type { Language } from '../../src/knowledge/language.ts'
import {
  wordAhead,
  wordDay,
  wordMoment,
  wordTimeThere,
  wordWeekday,
  wordWhen,
} from '../../src/reminders/when-wording.ts'
import { daysOnly } from './a-subscription.ts'

const zurich = 'Europe/Zurich'

function timed(starts: string, ends?: string, zone = zurich, lastDay = (ends ?? starts).slice(0, 10)): MeetingTime {
  return { precision: 'time', starts, ends, lastDay, zone }
}

const afternoon = timed('2027-03-10T14:00', '2027-03-10T16:30')
const days = daysOnly('2027-03-10', '2027-03-12')
const clockOnly: MeetingTime = {
  precision: 'day',
  starts: '2027-03-10',
  ends: '2027-03-10',
  zone: undefined,
  clock: '10:00',
}

describe('when a meeting is', () => {
  test.for<[MeetingTime, Language, string, string]>([
    [afternoon, 'en', 'Wednesday, 10 March 2027, 14:00–16:30 (Europe/Zurich, UTC+1)', 'both times are known'],
    [afternoon, 'fr', 'mercredi 10 mars 2027, 14:00–16:30 (Europe/Zurich, UTC+1)', 'the same in French'],
    [afternoon, 'es', 'miércoles, 10 de marzo de 2027, 14:00–16:30 (Europe/Zurich, UTC+1)', 'the same in Spanish'],
    [timed('2027-03-10T14:00'), 'en', 'Wednesday, 10 March 2027, 14:00 (Europe/Zurich, UTC+1)', 'no end is known'],
    [
      timed('2027-03-26T14:00', '2027-03-29T12:00'),
      'en',
      'Friday, 26 March 2027, 14:00 – Monday, 29 March 2027, 12:00 (Europe/Zurich, UTC+1)',
      'it lasts for days',
    ],
    [
      timed('2027-03-10T14:00', undefined, zurich, '2027-03-12'),
      'fr',
      'mercredi 10 mars 2027, 14:00 (Europe/Zurich, UTC+1), jusqu’au vendredi 12 mars 2027',
      'of the end only the day is known',
    ],
    [
      timed('2027-03-10T09:00', '2027-03-10T17:00', 'Asia/Bangkok'),
      'en',
      'Wednesday, 10 March 2027, 03:00–11:00 (Europe/Zurich, UTC+1)',
      'it is elsewhere, and the clocks are those of the reader',
    ],
    [
      timed('2027-03-10T04:00', undefined, 'Asia/Bangkok'),
      'en',
      'Tuesday, 9 March 2027, 22:00 (Europe/Zurich, UTC+1)',
      'for the reader it is on the day before',
    ],
    [
      timed('2027-07-01T14:00'),
      'fr',
      'jeudi 1er juillet 2027, 14:00 (Europe/Zurich, UTC+2)',
      'the offset is that of summer',
    ],
    [daysOnly('2027-03-10'), 'en', 'Wednesday, 10 March 2027 (time not known)', 'only the day is known'],
    [daysOnly('2027-04-01'), 'fr', 'jeudi 1er avril 2027 (heure non connue)', 'French counts the first of a month'],
    [daysOnly('2027-04-01'), 'es', 'jueves, 1 de abril de 2027 (hora desconocida)', 'Spanish does not'],
    [days, 'en', 'Wednesday, 10 March 2027 – Friday, 12 March 2027 (time not known)', 'only the days are known'],
    [
      clockOnly,
      'en',
      'Wednesday, 10 March 2027, 10:00 (on the clocks there; time zone not known)',
      'the time is known, and not where it holds',
    ],
    [
      clockOnly,
      'es',
      'miércoles, 10 de marzo de 2027, 10:00 (hora local; zona horaria desconocida)',
      'the same in Spanish',
    ],
  ])('%o is told in %s as "%s": %s', ([time, language, expected]) => {
    expect(wordWhen({ time }, { zone: zurich, language })).toBe(expected)
  })

  test('is on the days of the place for every reader where no time is known', () => {
    const zones = ['Etc/GMT+11', 'UTC', 'Pacific/Kiritimati']
    const told = zones.map((zone) => wordWhen({ time: days }, { zone, language: 'en' }))
    expect(new Set(told).size).toBe(1)
  })

  test.for<[MeetingTime, string | undefined, string]>([
    [afternoon, undefined, 'the reader is there'],
    [timed('2027-03-10T14:00', undefined, 'Europe/Paris'), undefined, 'the clocks there show the same'],
    [days, undefined, 'no time is known'],
    [timed('2027-03-10T09:00', undefined, 'Asia/Bangkok'), '09:00 (Asia/Bangkok, UTC+7)', 'it is the same day there'],
    [
      timed('2027-03-10T04:00', undefined, 'Asia/Bangkok'),
      'Wednesday, 10 March 2027, 04:00 (Asia/Bangkok, UTC+7)',
      'it is another day there',
    ],
    [
      timed('2027-03-22T10:00', undefined, 'America/New_York'),
      '10:00 (America/New_York, UTC−4)',
      'the clocks there have changed already',
    ],
    [timed('2027-03-10T10:00', undefined, 'Asia/Kathmandu'), '10:00 (Asia/Kathmandu, UTC+5:45)', 'not whole hours'],
  ])('of %o the clocks of the place are told as %s: %s', ([time, expected]) => {
    expect(wordTimeThere({ time }, { zone: zurich, language: 'en' })).toBe(expected)
  })
})

describe('how long it is until a meeting', () => {
  /** Monday, 23:00 in Zurich. */
  const evening = '2027-03-08T22:00:00Z'
  const morning = '2027-03-08T08:00:00Z'

  test.for<[MeetingTime, string, string, string, string, string]>([
    [timed('2027-03-08T12:00'), morning, 'In 3 hours', 'Dans 3 heures', 'Dentro de 3 horas', 'later today'],
    [timed('2027-03-08T10:00'), morning, 'In 1 hour', 'Dans 1 heure', 'Dentro de 1 hora', 'one hour is one'],
    [timed('2027-03-08T10:30'), morning, 'In 90 minutes', 'Dans 90 minutes', 'Dentro de 90 minutos', 'below two hours'],
    [timed('2027-03-08T09:05'), morning, 'In 5 minutes', 'Dans 5 minutes', 'Dentro de 5 minutos', 'soon'],
    [timed('2027-03-08T09:00'), morning, 'Now', 'Maintenant', 'Ahora', 'it begins'],
    [timed('2027-03-08T21:00'), morning, 'In 12 hours', 'Dans 12 heures', 'Dentro de 12 horas', 'this evening'],
    [timed('2027-03-09T01:00'), evening, 'In 2 hours', 'Dans 2 heures', 'Dentro de 2 horas', 'past midnight, but soon'],
    [timed('2027-03-09T05:30'), evening, 'Tomorrow', 'Demain', 'Mañana', 'past midnight, and not so soon'],
    [timed('2027-03-10T14:00'), morning, 'In 2 days', 'Après-demain', 'Pasado mañana', 'some languages have a word'],
    [timed('2027-03-15T14:00'), morning, 'In 7 days', 'Dans 7 jours', 'Dentro de 7 días', 'a week is seven days'],
    [timed('2027-03-22T14:00'), morning, 'In 2 weeks', 'Dans 2 semaines', 'Dentro de 2 semanas', 'whole weeks'],
    [timed('2027-03-23T14:00'), morning, 'In 15 days', 'Dans 15 jours', 'Dentro de 15 días', 'no whole weeks'],
    [daysOnly('2027-03-08'), morning, 'Today', 'Aujourd’hui', 'Hoy', 'the time is not known'],
    [daysOnly('2027-03-09'), evening, 'Tomorrow', 'Demain', 'Mañana', 'the time is not known, and it may be soon'],
    [daysOnly('2027-03-07'), morning, 'Today', 'Aujourd’hui', 'Hoy', 'that day is not over at the place'],
    [timed('2027-03-29T09:00'), '2027-03-28T07:00:00Z', 'Tomorrow', 'Demain', 'Mañana', 'after a change of the clocks'],
    [
      timed('2027-03-28T04:00'),
      '2027-03-28T00:30:00Z',
      'In 90 minutes',
      'Dans 90 minutes',
      'Dentro de 90 minutos',
      'over a skipped hour',
    ],
  ])('%o is told at %s as "%s", "%s", "%s": %s', ([time, now, en, fr, es]) => {
    const told = (['en', 'fr', 'es'] as const).map((language) => {
      return wordAhead({ time }, Temporal.Instant.from(now), { zone: zurich, language })
    })
    expect(told).toEqual([en, fr, es])
  })
})

test('a moment, a day and a weekday are told in each language', () => {
  const atMs = Date.parse('2027-10-31T01:30:00Z')
  expect(wordMoment(atMs, { zone: zurich, language: 'en' })).toBe(
    'Sunday, 31 October 2027, 02:30 (Europe/Zurich, UTC+1)',
  )
  expect(wordMoment(atMs, { zone: 'UTC', language: 'es' })).toBe('domingo, 31 de octubre de 2027, 01:30 (UTC)')
  expect(wordDay(Temporal.PlainDate.from('2027-08-01'), 'fr')).toBe('dimanche 1er août 2027')
  expect((['en', 'fr', 'es'] as const).map((language) => wordWeekday(7, language))).toEqual([
    'Sunday',
    'dimanche',
    'domingo',
  ])
})
