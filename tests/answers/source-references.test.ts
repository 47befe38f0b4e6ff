import { describe, expect, test } from 'vitest'
import type { SourceReference } from '../../src/answers/answer.ts'
import { refer } from '../../src/answers/source-references.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'
import { anUnderstanding } from '../intents/small-understanding.ts'

// The sources that are shipped, and nothing else, which would take a second to learn.
const tools = anUnderstanding(aSmallKnowledge({ sources: loadKnowledge('knowledge').sources }))

function referTo(citations: readonly string[], language: Language = 'en') {
  return refer([{ about: [], text: '', sources: citations }], { tools, language, today: '2017-04-01' })
}

describe('refer', () => {
  test.each<[string, Partial<SourceReference>, string]>([
    ['004:528', { locator: '004:528', asOf: '2021' }, 'a dated document'],
    ['001:15', { locator: '001:15' }, 'an undated document has no date'],
    ['000:33', { asOf: '2011-10' }, 'the press note'],
    ['000:3', { document: 'IOM site header' }, 'the header above it, which is undated'],
    ['002:24', { asOf: '2017' }, 'the page'],
    ['002:3', { document: 'IOM site header' }, 'the header above it'],
    ['004:113-216', { locator: '004:113-216', asOf: '2021' }, 'several lines'],
  ])('refers for %s to %j (%s)', (citation, expected) => {
    const [reference] = referTo([citation])
    expect(reference).toMatchObject(expected)
    expect(reference?.asOf).toBe(expected.asOf)
  })

  test('names the document in the language', () => {
    expect(referTo(['000:3'], 'fr')[0]?.document).toBe('En-tête du site de l’OIM')
    expect(referTo(['004:1'], 'es')[0]?.document).toBe('Páginas de la OIM sobre políticas migratorias')
  })

  test('gives each citation once, in the order of the statements', () => {
    const statements = [['004:2', '001:15'], ['004:2'], ['003:5']].map((sources) => ({ about: [], text: '', sources }))
    const locators = refer(statements, { tools, language: 'en', today: '' }).map((reference) => reference.locator)
    expect(locators).toEqual(['004:2', '001:15', '003:5'])
  })

  test('gives a reference for each item of the longest list, and no more', () => {
    expect(referTo(Array.from({ length: 27 }, (_, i) => `004:${i + 1}`))).toHaveLength(27)
    expect(referTo(Array.from({ length: 99 }, (_, i) => `004:${i + 1}`))).toHaveLength(30)
  })

  test('skips a document that the knowledge does not have', () => {
    expect(referTo(['999:1'])).toEqual([])
  })
})
