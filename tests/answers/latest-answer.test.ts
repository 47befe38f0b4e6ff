import { describe, expect, test } from 'vitest'
import { ask } from './shipped-answers.ts'

describe('a question for the first or the latest', () => {
  test.each([
    [
      'Last time the IDM was also held at the IOM Council?',
      /^The latest in my sources: IDM 2010/,
      'words of its items',
    ],
    ['when was the last IDM at the IOM council', /^The latest in my sources: IDM 2010/, 'the same, asked for the date'],
    ['first workshop on health', /^The first in my sources: IDM 2004/, 'a kind of event and a subject'],
    [
      'which was the first IDM with a theme',
      /^The first in my sources: IDM 2003/,
      'years without a theme are passed over',
    ],
    ['What was the last consultation?', /2–3 November 2017/, 'nothing describes it'],
  ])('"%s" is answered by %s (%s)', (question, expected) => {
    expect(ask(question).parts[0]?.lead).toMatch(expected)
  })

  test('keeps to the place where a number in the series is claimed', () => {
    expect(ask('Was Gaborone the third global meeting of RCPs?').parts[0]?.lead).toMatch(/third meeting of its kind/)
  })
})
