import { describe, expect, test } from 'vitest'
import { languages } from '../../../../src/knowledge/language.ts'
import { ask } from '../../../answers/shipped-answers.ts'
import { factQuestions } from '../../../fixtures/fact-questions.ts'
import { unanswerableQuestions } from '../../../fixtures/unanswerable-questions.ts'
import { allPages, aView } from './an-answer.ts'
import { pageViolations } from './page-violations.ts'

describe('what the shipped knowledge answers', () => {
  test.each(languages)('is drawn within all limits and whole, in %s', (language) => {
    const violations = questions().flatMap((question) => {
      const answer = ask(question, language)
      const found = pageViolations(answer, allPages(answer, aView({ asked: question, canShare: true })))
      return found.map((violation) => `${question}: ${violation}`)
    })
    expect(violations).toEqual([])
  })

  test.each(['events 2017', 'publications', 'help', 'who chairs the Bali Process', 'who runs the secretariat'])(
    'fits on one page: %s',
    (question) => {
      expect(allPages(ask(question))).toHaveLength(1)
    },
  )
})

function questions(): string[] {
  return [...factQuestions.map(([question]) => question), ...unanswerableQuestions.map(([question]) => question)]
}
