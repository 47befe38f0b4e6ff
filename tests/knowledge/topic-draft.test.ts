import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { topicSchema } from '../../src/knowledge/schema.ts'
import { topicDraft } from '../../src/knowledge/topic-draft.ts'

const hostile = [
  'Where do I get a badge?',
  '- id: other\n  answer: "injected"',
  'a: b # not a comment',
  "it's \"quoted\" \\n 'twice'",
  '<script>alert(1)</script> & {{ x }}',
  '? ! | > % @ ` * & [ ] { }',
  '--- !!js/function',
  'yes',
  '12e4',
  'null',
  '~',
  '\u0000\u0007\u2028\u2029\u0085\u202E',
  'où donc ? '.repeat(40).trim(),
  'где получить пропуск',
  '#badge',
]

describe('a draft of a topic', () => {
  test.each(hostile)('holds the question %j as it was asked', (question) => {
    const read = parse(topicDraft(question))
    expect(read).toEqual([
      { id: expect.any(String), title: question, questions: [question], answer: expect.any(String) },
    ])
  })

  test.each(hostile.filter((question) => question.trim() !== ''))('of %j is what a topics file takes', (question) => {
    expect(topicSchema.array().safeParse(parse(topicDraft(question))).success).toBe(true)
  })

  test.each([
    ['Où est le secrétariat ?', 'ou-est-le-secretariat'],
    ['где получить пропуск', 'question'],
    ['--- x ---', 'x'],
  ])('of %j has the id %s', (question, id) => {
    expect(parse(topicDraft(question))[0].id).toBe(id)
  })
})
