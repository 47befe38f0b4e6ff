import { describe, expect, test } from 'vitest'
import { wordDates, wordDatesWithGap } from '../../src/answers/date-wording.ts'
import type { Language } from '../../src/knowledge/language.ts'

type Row = readonly [starts: string, ends: string | undefined, en: string, fr: string, es: string, reason: string]

const rows: readonly Row[] = [
  ['2015', undefined, '2015', '2015', '2015', 'a year'],
  ['2011-10', undefined, 'October 2011', 'octobre 2011', 'octubre de 2011', 'a month'],
  ['2016-09-19', undefined, '19 September 2016', '19 septembre 2016', '19 de septiembre de 2016', 'a day'],
  ['2017-08-04', '2017-08-05', '4–5 August 2017', '4–5 août 2017', '4–5 de agosto de 2017', 'days of one month'],
  ['2017-08-04', '2017-08-04', '4 August 2017', '4 août 2017', '4 de agosto de 2017', 'one day given twice'],
  ['--09-25', '--09-26', '25–26 September', '25–26 septembre', '25–26 de septiembre', 'no year'],
  ['--02-29', undefined, '29 February', '29 février', '29 de febrero', 'a leap day without a year'],
  [
    '2017-08-30',
    '2017-09-02',
    '30 August – 2 September 2017',
    '30 août – 2 septembre 2017',
    '30 de agosto – 2 de septiembre de 2017',
    'days of two months',
  ],
  ['2017-01-01', undefined, '1 January 2017', '1er janvier 2017', '1 de enero de 2017', 'the first day of a year'],
  [
    '2017-12-31',
    undefined,
    '31 December 2017',
    '31 décembre 2017',
    '31 de diciembre de 2017',
    'the last day of a year',
  ],
  ['2017', '2018', '2017–2018', '2017–2018', '2017–2018', 'two years'],
  ['2017', '2017', '2017', '2017', '2017', 'one year given twice'],
  [
    '2017-10-01',
    '2017-10-02',
    '1–2 October 2017',
    '1er–2 octobre 2017',
    '1–2 de octubre de 2017',
    'the first days of a month',
  ],
  ['2017', '2018-03', '2017 – March 2018', '2017 – mars 2018', '2017 – marzo de 2018', 'a year to a month'],
  [
    '2017-08-04',
    '2017-09',
    '4 August 2017 – September 2017',
    '4 août 2017 – septembre 2017',
    '4 de agosto de 2017 – septiembre de 2017',
    'a day to a month',
  ],
]

describe('wordDates', () => {
  test.each(rows)('words %s to %s as "%s", "%s", "%s" (%s)', (starts, ends, en, fr, es) => {
    const words = (language: Language) => wordDates(starts, ends, language)
    expect([words('en'), words('fr'), words('es')]).toEqual([en, fr, es])
  })
})

describe('wordDatesWithGap', () => {
  test.each([
    ['en', '25–26 September (the source gives no year)'],
    ['fr', '25–26 septembre (la source ne donne pas d’année)'],
    ['es', '25–26 de septiembre (la fuente no da el año)'],
  ] as const)('says in %s that the source gives no year', (language, expected) => {
    expect(wordDatesWithGap('--09-25', '--09-26', language)).toBe(expected)
  })

  test('says nothing of a year that is there', () => {
    expect(wordDatesWithGap('2017-08-04', '2017-08-05', 'en')).toBe('4–5 August 2017')
  })
})
