import { describe, expect, test } from 'vitest'
import { ask } from './shipped-answers.ts'

describe('a claim about a whole series', () => {
  test.each([
    [
      'All seven civil society consultations happened in August 2017, didn’t they?',
      /^My sources say so of 3 of the 7, so not of all/,
    ],
    ['Did all the consultations take place in August?', /^My sources say so of 3 of the 7/],
    ['were all consultations in 2017', /^My sources say so of 5 of the 7/],
  ])('"%s" is answered by %s and by when each was', (question, expected) => {
    const [part] = ask(question).parts
    expect(part).toMatchObject({ status: 'answered', isList: true, lead: expect.stringMatching(expected) })
    expect(part?.facts).toHaveLength(7)
    expect(part?.facts.join()).toMatch(/Bangkok.*Quito.*Nadi/)
  })

  test('is none where the question asks which', () => {
    expect(ask('list all consultations in August 2017').parts[0]?.lead).not.toMatch(/so not of all/)
  })
})
