import { describe, expect, test } from 'vitest'
import { ask, textOf } from './shipped-answers.ts'

const at = (instant: string) => Temporal.Instant.from(instant)

describe('a question for the next meeting', () => {
  test.each([
    [
      '2017-04-01T09:00:00Z',
      /First workshop.*18–19 April 2017 \(time not known\), New York/,
      'two weeks before the first workshop',
    ],
    ['2017-04-18T09:00:00Z', /First workshop/, 'on its first day'],
    ['2017-05-01T09:00:00Z', /Second workshop.*18–19 July 2017 .*, Geneva/, 'after the first workshop'],
    ['2017-10-01T09:00:00Z', /Quito/, 'between two consultations'],
    ['2011-01-01T09:00:00Z', /25–26 October 2011 .*, Gaborone/, 'years before'],
  ])('asked at %s names %s (%s)', (now, expected) => {
    const answer = ask('When is the next meeting?', 'en', at(now))
    expect([answer.status, answer.parts[0]?.lead]).toEqual(['answered', expect.stringMatching(expected)])
  })

  test('says that none is known once all are over, and passes none off as one', () => {
    const { status, parts } = ask('When is the next meeting?', 'en', at('2026-01-01T09:00:00Z'))
    expect([status, parts[0]?.lead]).toEqual(['unknown', 'My sources hold no upcoming meeting.'])
  })

  test('marks the last meeting of a series as past knowledge', () => {
    const [part] = ask('When is the next IDM workshop?', 'en', at('2026-01-01T09:00:00Z')).parts
    expect(part).toMatchObject({ status: 'unknown', related: true, facts: [expect.stringContaining('Geneva')] })
  })
})

describe('a question for the latest', () => {
  test.each([
    ['What is the latest World Migration Report?', /World Migration Report 2018/],
    ['What was the last consultation?', /2–3 November 2017/],
    ['the first World Migration Report', /World Migration Report 2000/],
  ])('"%s" is answered by %s', (question, expected) => {
    expect(textOf(question)).toMatch(expected)
  })
})

describe('a comparison', () => {
  test('tells the same of both', () => {
    const text = textOf('What is the difference between MIDSA and MIDWA?')
    expect(text).toMatch(/MIDSA: IOM serves as technical secretariat[\s\S]*MIDWA: IOM is an observer/)
  })
})
