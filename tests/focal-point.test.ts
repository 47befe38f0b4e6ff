import { describe, expect, test } from 'vitest'
import type { Answer } from '../src/answers/answer.ts'
import { toPlainText } from '../src/answers/plain-text.ts'
import { createFocalPoint } from '../src/focal-point.ts'
import type { Language } from '../src/knowledge/language.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { factQuestions } from './fixtures/fact-questions.ts'
import { openQuestions } from './fixtures/open-questions.ts'
import { unanswerableQuestions } from './fixtures/unanswerable-questions.ts'

const knowledge = loadKnowledge('knowledge')
const focalPoint = createFocalPoint(knowledge)
const now = Temporal.Instant.from('2026-11-22T09:00:00Z')

const open = new Map(openQuestions)

function ask(text: string): { answer: Answer; text: string } {
  const answer = focalPoint.ask({ text, now })
  return { answer, text: toPlainText(answer) }
}

describe('facts of the sources', () => {
  const understood = factQuestions.filter(([question]) => !open.has(question))

  test('are asked for by more than three hundred questions', () => {
    expect(understood.length).toBeGreaterThan(550)
  })

  test.each(understood)('are told: "%s"', (question, expected, why) => {
    const { answer, text } = ask(question)
    expect(answer.status, `${why}\n${text}`).toBe('answered')
    for (const content of [expected].flat() as RegExp[]) expect(text, why).toMatch(content)
  })

  test.each(understood)('come with their source and its date: "%s"', (question) => {
    const { answer } = ask(question)
    const sources = answer.parts.flatMap((part) => part.sources)
    expect(sources.length).toBeGreaterThan(0)
    for (const { document, locator } of sources) {
      expect(document).not.toBe('')
      expect(locator).toMatch(/^00[0-4]:\d+/)
    }
  })
})

// A row that is understood at last belongs out of this list; until then it may not be answered with something else.
describe('questions that are not understood yet', () => {
  const rows = factQuestions.filter(([question]) => open.has(question))

  test('are listed with a reason and stand in one of the tables', () => {
    const known = new Set([...factQuestions, ...unanswerableQuestions].map(([question]) => question))
    for (const [question] of openQuestions) expect(known, question).toContain(question)
    for (const [question, reason] of openQuestions) expect(reason, question).not.toBe('')
  })

  test.each(rows)('lack what was asked for: "%s"', (question, expected) => {
    const { answer, text } = ask(question)
    const told = answer.status === 'answered' && ([expected].flat() as RegExp[]).every((content) => content.test(text))
    expect(told, 'understood now: take it out of open-questions.ts').toBe(false)
  })
})

describe('what the sources do not hold', () => {
  const rows = unanswerableQuestions.filter(([question]) => !open.has(question))

  test('is asked for by more than two hundred questions', () => {
    expect(rows.length).toBeGreaterThan(200)
  })

  test.each(rows)('is not told: %j', (question, neverSay, why) => {
    const { answer, text } = ask(question)
    if (answer.intent !== 'help') expect(answer.status, `${why}\n${text}`).not.toBe('answered')
    if (neverSay) expect(text, why).not.toMatch(new RegExp(neverSay.source, neverSay.flags))
  })
})

/** Question, what the person reads, language of the answer, why. */
type LanguageRow = [text: string, reader: Language | undefined, language: Language, why: string]

describe('the language of the answer', () => {
  test.each<LanguageRow>([
    [
      'What is the role of IOM in the Bali Process?',
      'fr',
      'fr',
      'English is written by many who read another language best',
    ],
    ['What is the role of IOM in the Bali Process?', 'es', 'es', 'the same in Spanish'],
    ['role Bali Process', 'fr', 'fr', 'commands are in no language'],
    ['Quel est le rôle de l’OIM dans le Processus de Bali ?', 'en', 'fr', 'who writes French reads it'],
    ['¿Cuál es el papel de la OIM en el Proceso de Bali?', 'fr', 'es', 'who writes Spanish reads it'],
    ['What is the role of IOM in the Bali Process?', undefined, 'en', 'nothing is known of the person'],
  ])('to "%s" of a reader of %s is %s: %s', (text, reader, language) => {
    const answer = focalPoint.ask({ text, reader, now })
    expect([answer.language, answer.status]).toEqual([language, 'answered'])
    expect(toPlainText(answer)).toMatch(/UNHCR|HCR|ACNUR/)
  })

  test('is the given one whatever the person reads', () => {
    expect(focalPoint.ask({ text: 'role Bali Process', language: 'es', reader: 'fr', now }).language).toBe('es')
  })
})
