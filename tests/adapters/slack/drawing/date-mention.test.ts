import { describe, expect, test } from 'vitest'
import { dateMention } from '../../../../adapters/slack/drawing/date-mention.ts'
import type { Language } from '../../../../src/knowledge/language.ts'

const instant = Temporal.Instant.from('2027-03-27T23:30:00Z')

describe('dateMention', () => {
  test.each<[string, Language, string, string]>([
    ['UTC', 'en', '27 March 2027 at 23:30 (UTC)', 'English'],
    ['Europe/Paris', 'fr', '28 mars 2027 à 00:30 (Europe/Paris)', 'the day before summer time begins'],
    ['America/Bogota', 'es', '27 de marzo de 2027 a las 18:30 (America/Bogota)', 'another day than in Paris'],
  ])('names date, time and zone where Slack cannot: %s, %s', (zone, language, fallback) => {
    expect(dateMention(instant, { zone, language }).replaceAll(/[\u00A0\u202F]/g, ' ')).toBe(
      `<!date^1806190200^{date_short_pretty} {time}|${fallback}>`,
    )
  })

  test('takes another format, and whole seconds', () => {
    const late = instant.add({ milliseconds: 999 })
    expect(dateMention(late, { zone: 'UTC', language: 'en', format: '{date_num}' })).toMatch(
      /^<!date\^1806190200\^\{date_num\}\|/,
    )
  })
})
