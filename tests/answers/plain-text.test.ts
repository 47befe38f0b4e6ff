import { describe, expect, test } from 'vitest'
import { type Answer, type AnswerPart, answeredPart } from '../../src/answers/answer.ts'
import { maxCharacters, toPlainText } from '../../src/answers/plain-text.ts'
import type { Language } from '../../src/knowledge/language.ts'

const source = { document: 'Wind pages', locator: '900:1', asOf: '2021' }

function aPart(more: Partial<AnswerPart> = {}): AnswerPart {
  return { ...answeredPart('role', 'It is windy.', [source]), ...more }
}

function anAnswer(parts: readonly AnswerPart[], language: Language = 'en'): Answer {
  return { status: 'answered', intent: 'role', language, parts, candidates: [] }
}

describe('toPlainText', () => {
  test('puts the lead first, then facts, notes and the source', () => {
    const part = aPart({ facts: ['It blows.', 'It stops.'], notes: ['Two sources disagree.'] })
    expect(toPlainText(anAnswer([part])).split('\n')).toEqual([
      'It is windy.',
      '• It blows.',
      '• It stops.',
      'Note: Two sources disagree.',
      'Source: Wind pages, 900:1 (as of 2021)',
    ])
  })

  test('marks related facts', () => {
    const part = aPart({ status: 'unknown', lead: 'I do not know.', facts: ['It blows.'], related: true })
    expect(toPlainText(anAnswer([part]))).toContain('I do not know.\nWhat they do say:\n• It blows.')
  })

  test('shows choices as a list', () => {
    const part = aPart({ choices: [{ label: 'North', question: 'the north wind' }] })
    expect(toPlainText(anAnswer([part]))).toContain('\n• North\n')
  })

  test.each([
    [
      [source, { ...source, locator: '900:2' }],
      'Source: Wind pages, 900:1 900:2 (as of 2021)',
      'two lines of one document',
    ],
    [[{ document: 'Old page', locator: '901:3' }], 'Source: Old page, 901:3 (undated)', 'no date'],
    [
      [source, { document: 'Old page', locator: '901:3' }],
      'Source: Wind pages, 900:1 (as of 2021); Old page, 901:3 (undated)',
      'two documents',
    ],
    [
      [source, { ...source, asOf: '2011-10' }],
      'Source: Wind pages, 900:1 (as of 2021); Wind pages, 900:1 (as of 2011-10)',
      'two dates of one document',
    ],
    [[], 'It is windy.', 'no source, no line'],
  ])('ends with the sources %j as "%s" (%s)', (sources, line) => {
    expect(
      toPlainText(anAnswer([aPart({ sources })]))
        .split('\n')
        .at(-1),
    ).toBe(line)
  })

  test.each([
    ['fr', /Remarque ?: N\n/, /\nSource ?: Wind pages, 900:1 \(à jour en 2021\)$/, /Ce qu’elles disent ?:/],
    ['es', /Nota: N\n/, /\nFuente: Wind pages, 900:1 \(a fecha de 2021\)$/, /Lo que sí dicen:/],
  ] as const)('speaks %s around the facts', (language, ...expected) => {
    const text = toPlainText(anAnswer([aPart({ notes: ['N'], facts: ['F'], related: true })], language))
    for (const pattern of expected) expect(text).toMatch(pattern)
  })

  test('drops facts, and nothing else, to keep within 1,500 characters', () => {
    const facts = Array.from({ length: 60 }, (_, i) => `Fact ${i} is about forty characters long, or so.`)
    const text = toPlainText(anAnswer([aPart({ facts, notes: ['A note.'] })]))
    expect(text.length).toBeLessThanOrEqual(maxCharacters)
    expect(text.length).toBeGreaterThan(maxCharacters - 100)
    expect(text).toMatch(/^It is windy\.\n• Fact 0[\s\S]*\nNote: A note\.\nSource: /)
  })

  test('cuts a lead that is longer than everything', () => {
    const text = toPlainText(anAnswer([aPart({ lead: 'x'.repeat(5000) })]))
    expect(text).toHaveLength(maxCharacters)
    expect(text).toMatch(/x…\nSource: Wind pages, 900:1 \(as of 2021\)$/)
  })

  test.each([0, 1])('cuts no character in two (%i before it)', (before) => {
    const lead = 'x'.repeat(before) + '🌬'.repeat(2000)
    expect(toPlainText(anAnswer([aPart({ lead })])).isWellFormed()).toBe(true)
  })

  test('leaves room for the answer where the sources alone are too long', () => {
    const sources = Array.from({ length: 400 }, (_, i) => ({ ...source, locator: `900:${i}` }))
    const text = toPlainText(anAnswer([aPart({ lead: 'x'.repeat(5000), sources })]))
    expect(text.length).toBeLessThanOrEqual(maxCharacters)
    expect(text).toMatch(/^x{700,}…\nSource: Wind pages, 900:0 /)
  })

  test('shares the room among several questions', () => {
    const facts = Array.from({ length: 60 }, (_, i) => `Fact ${i} is about forty characters long, or so.`)
    const text = toPlainText(anAnswer([aPart({ facts }), aPart({ facts }), aPart({ facts })]))
    expect(text.length).toBeLessThanOrEqual(maxCharacters)
    expect(text.split('\n\n')).toHaveLength(3)
  })

  test('shows a list whole, however long', () => {
    const facts = Array.from({ length: 100 }, (_, i) => `Line ${i} of a list that somebody has asked for.`)
    expect(toPlainText(anAnswer([aPart({ facts, isList: true })])).match(/• Line/g)).toHaveLength(100)
  })
})
