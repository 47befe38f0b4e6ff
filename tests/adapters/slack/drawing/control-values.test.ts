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
    ['{"answerId":"a","page":1,"more":1}', 'a field of another version'],
    ['{"__proto__":{"answerId":"a"},"page":1}', 'a field of the prototype'],
    [`{"answerId":"a","page":1${' '.repeat(2000)}}`, 'longer than Slack lets through'],
  ])('are undefined for %j (%s)', (value) => {
    expect(parsePageValue(value)).toBeUndefined()
  })

  test('are undefined for feedback of another version', () => {
    const other = JSON.stringify({ ...feedback, verdict: 'sideways' })
    expect(parseFeedbackValue(other)).toBeUndefined()
    expect(parseFeedbackMetadata(other)).toBeUndefined()
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
