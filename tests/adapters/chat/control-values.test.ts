import { describe, expect, test } from 'vitest'
import { parseChoose, parseFeedback, parsePage, parseShare } from '../../../adapters/chat/control-values.ts'

const feedback = {
  answerId: 'answer-1',
  intent: 'role',
  status: 'answered',
  language: 'fr',
  verdict: 'down',
} as const

describe('the values of controls', () => {
  test('are read as they were written', () => {
    const choose = { question: 'Qui ? "«é»"', language: 'fr' } as const
    expect(parseChoose(choose)).toEqual(choose)
    expect(parsePage({ answerId: 'a', page: 3 })).toEqual({ answerId: 'a', page: 3 })
    expect(parseShare({ answerId: 'a' })).toEqual({ answerId: 'a' })
    expect(parseFeedback(feedback)).toEqual(feedback)
  })

  test.each<[unknown, string]>([
    [undefined, 'no value'],
    ['{"answerId":"a","page":1}', 'a text'],
    [[], 'a list'],
    [{ answerId: 'a' }, 'a field is missing'],
    [{ answerId: 'a', page: '1' }, 'a text for a number'],
    [{ answerId: 'a', page: -1 }, 'before the first page'],
    [{ answerId: 'a', page: 1.5 }, 'half a page'],
    [{ answerId: 'a', page: 1e99 }, 'a page that never is'],
    [{ answerId: '', page: 1 }, 'no id'],
    [{ answerId: 'a b', page: 1 }, 'an id that is none of ours'],
    [{ answerId: 'a', page: 1, more: 1 }, 'a field of another version'],
  ])('are undefined for the page %j (%s)', (value) => {
    expect(parsePage(value)).toBeUndefined()
  })

  test.each<[unknown, string]>([
    [{ question: ' ', language: 'en' }, 'no question'],
    [{ question: 'Who?', language: 'de' }, 'another language'],
  ])('are undefined for the choice %j (%s)', (value) => {
    expect(parseChoose(value)).toBeUndefined()
  })

  test.each<[unknown, string]>([
    [{ ...feedback, verdict: 'sideways' }, 'no verdict'],
    [{ ...feedback, language: 'de' }, 'another language'],
    [{ ...feedback, status: undefined }, 'no status'],
    [{ ...feedback, answerId: 'a/b' }, 'an id that is none of ours'],
  ])('are undefined for the feedback %j (%s)', (value) => {
    expect(parseFeedback(value)).toBeUndefined()
  })
})
