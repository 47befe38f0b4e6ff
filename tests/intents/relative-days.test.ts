import { describe, expect, test } from 'vitest'
import { relativeDays } from '../../src/intents/relative-days.ts'
import { tokenize } from '../../src/search/tokens.ts'

/** A Tuesday. */
const today = '2026-12-01'

function daysIn(text: string): string | undefined {
  const span = relativeDays(
    tokenize(text).map(({ word }) => word),
    today,
  )
  return span && `${span.from} ${span.to}`
}

describe('relativeDays', () => {
  test.each([
    ['what is on today', '2026-12-01 2026-12-01'],
    ['anything tomorrow?', '2026-12-02 2026-12-02'],
    ['the day after tomorrow', '2026-12-03 2026-12-03'],
    ['events this week', '2026-12-01 2026-12-06'],
    ['events next week', '2026-12-07 2026-12-13'],
    ['events this month', '2026-12-01 2026-12-31'],
    ['events next month', '2027-01-01 2027-01-31'],
    ['in the next two weeks', '2026-12-01 2026-12-15'],
    ['in the next 10 days', '2026-12-01 2026-12-11'],
    ['in the coming months', '2026-12-01 2027-03-01'],
    ["aujourd'hui", '2026-12-01 2026-12-01'],
    ['après-demain', '2026-12-03 2026-12-03'],
    ['la semaine prochaine', '2026-12-07 2026-12-13'],
    ['ce mois-ci', '2026-12-01 2026-12-31'],
    ['les trois prochains mois', '2026-12-01 2027-03-01'],
    ['les deux semaines à venir', '2026-12-01 2026-12-15'],
    ['mañana', '2026-12-02 2026-12-02'],
    ['pasado mañana', '2026-12-03 2026-12-03'],
    ['la próxima semana', '2026-12-07 2026-12-13'],
    ['el mes que viene', '2027-01-01 2027-01-31'],
    ['las próximas dos semanas', '2026-12-01 2026-12-15'],
    ['en los próximos meses', '2026-12-01 2027-03-01'],
  ])('reads "%s" as %s', (text, expected) => {
    expect(daysIn(text)).toBe(expected)
  })

  test.each(['the next meeting', 'next year', 'por la mañana', 'le mois de mars', 'week 12', 'la prochaine réunion'])(
    'reads no days in "%s"',
    (text) => {
      expect(daysIn(text)).toBeUndefined()
    },
  )
})
