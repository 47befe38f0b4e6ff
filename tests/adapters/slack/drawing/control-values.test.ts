import { describe, expect, test } from 'vitest'
import {
  actionIds,
  actionPatterns,
  parseChooseValue,
  parseFeedbackMetadata,
  parseFeedbackValue,
  parsePageValue,
  parseShareValue,
  writeValue,
} from '../../../../adapters/slack/drawing/control-values.ts'

const feedback = {
  answerId: 'answer-1',
  intent: 'role',
  status: 'answered',
  language: 'fr',
  verdict: 'down',
} as const

describe('the values of buttons', () => {
  test('are read as they were written', () => {
    const choose = { question: 'Qui ? "«é»"', language: 'fr' } as const
    expect(parseChooseValue(writeValue(choose))).toEqual(choose)
    expect(parsePageValue(writeValue({ answerId: 'a', page: 3 }))).toEqual({ answerId: 'a', page: 3 })
    expect(parseShareValue(writeValue({ answerId: 'a' }))).toEqual({ answerId: 'a' })
    expect(parseFeedbackValue(writeValue(feedback))).toEqual(feedback)
    expect(parseFeedbackMetadata(writeValue(feedback))).toEqual(feedback)
  })

  test('are not written beyond what a button takes', () => {
    expect(writeValue({ question: 'x'.repeat(1990), language: 'en' })).toBeUndefined()
  })

  test.each<[unknown, string]>([
    [undefined, 'no value'],
    [42, 'no text'],
    ['', 'empty'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{', 'no JSON'],
    ['{"answerId":"a"}', 'a field is missing'],
    ['{"answerId":"a","page":"1"}', 'a text for a number'],
    ['{"answerId":"a","page":-1}', 'before the first page'],
    ['{"answerId":"a","page":1.5}', 'half a page'],
    ['{"answerId":"a","page":1e99}', 'a page that never is'],
    ['{"answerId":"","page":1}', 'no id'],
    ['{"answerId":"a b","page":1}', 'an id that is none of ours'],
    ['{"answerId":"a","page":1,"more":1}', 'a field of another version'],
    ['{"__proto__":{"answerId":"a"},"page":1}', 'a field of the prototype'],
    [`{"answerId":"a","page":1${' '.repeat(2000)}}`, 'longer than Slack lets through'],
  ])('are undefined for %j (%s)', (value) => {
    expect(parsePageValue(value)).toBeUndefined()
  })

  test.each<[unknown, string]>([
    [{ ...feedback, verdict: 'sideways' }, 'no verdict'],
    [{ ...feedback, language: 'de' }, 'another language'],
    [{ ...feedback, status: undefined }, 'no status'],
  ])('are undefined for the feedback %j (%s)', (value) => {
    expect(parseFeedbackValue(JSON.stringify(value))).toBeUndefined()
    expect(parseFeedbackMetadata(JSON.stringify(value))).toBeUndefined()
  })
})

describe('the action ids', () => {
  test.each([
    [actionIds.choose(0), 'choose'],
    [actionIds.choose(24), 'choose'],
    [actionIds.example(2), 'example'],
    [actionIds.next, 'page'],
    [actionIds.back, 'page'],
    [actionIds.share, 'share'],
    [actionIds.feedback, 'feedback'],
    [actionIds.feedbackButton('up'), 'feedback'],
  ] as const)('%s is heard by the pattern of %s alone', (id, expected) => {
    const heard = Object.entries(actionPatterns).filter(([, pattern]) => pattern.test(id))
    expect(heard.map(([name]) => name)).toEqual([expected])
  })
})
