import { describe, expect, test } from 'vitest'
import { inLanguage, languages } from '../../../../src/knowledge/language.ts'
import { ask } from '../../../answers/shipped-answers.ts'
import { factQuestions } from '../../../fixtures/fact-questions.ts'
import { unanswerableQuestions } from '../../../fixtures/unanswerable-questions.ts'
import { ownFocalPoint } from '../../own-focal-point.ts'
import { allPages, aView } from './an-answer.ts'
import { pagesViolations } from './card-violations.ts'
import { heldBy, heldByPages } from './held-by-pages.ts'

describe('what the shipped knowledge answers', () => {
  test.each(languages)('is drawn within all limits and whole, in %s', (language) => {
    expect(questions.flatMap((question) => violationsOf(question, ask(question, language)))).toEqual([])
  })

  test.each(languages)('is drawn so for every entry, in %s', async (language) => {
    const { knowledge, ask } = ownFocalPoint()
    const now = Temporal.Instant.from('2017-04-01T09:00:00Z')
    const names = [...knowledge.entries.values()].flatMap((entry) =>
      'name' in entry ? [inLanguage(entry.name, language)] : [],
    )
    expect(names.length).toBeGreaterThan(50)
    const answers = await Promise.all(names.map((text) => ask({ text, language, now })))
    expect(answers.flatMap((answer, i) => violationsOf(names[i] ?? '', answer))).toEqual([])
  })

  test.each(['events 2017', 'publications', 'help', 'who chairs the Bali Process', 'who runs the secretariat'])(
    'fits on one page: %s',
    (question) => {
      expect(allPages(ask(question))).toHaveLength(1)
    },
  )
})

const questions = [
  ...factQuestions.map(([question]) => question),
  ...unanswerableQuestions.map(([question]) => question),
]

function violationsOf(question: string, answer: ReturnType<typeof ask>): string[] {
  const pages = allPages(answer, aView({ asked: question, canShare: true }))
  const isWhole = JSON.stringify(heldByPages(pages)) === JSON.stringify(heldBy(answer))
  return [...pagesViolations(answer, pages), ...(isWhole ? [] : ['not whole'])].map(
    (violation) => `${question}: ${violation}`,
  )
}
