import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../src/knowledge/knowledge.ts'
import { knowledge } from '../intents/shipped-understanding.ts'
import { ask } from './shipped-answers.ts'

describe('a question for publications', () => {
  test('lists all of them', () => {
    const [part] = ask('list all publications').parts
    const count = entriesOf(knowledge, 'publication').length
    expect(part?.lead).toBe(`Publications in my sources: ${count}`)
    expect(part?.facts).toHaveLength(count)
  })

  test('lists those of a series', () => {
    const facts = ask('list the World Migration Reports').parts[0]?.facts ?? []
    expect(facts.length).toBe(9)
    expect(facts.every((fact) => fact.startsWith('World Migration Report'))).toBe(true)
  })

  test.each([
    ['how many World Migration Reports since 2010', 5, 'an open end'],
    ['list the World Migration Reports from 2003 to 2008', 3, 'a span'],
    ['reports before 2003', 3, 'an open beginning'],
  ])('"%s" lists %i (%s)', (question, count) => {
    expect(ask(question).parts[0]?.facts).toHaveLength(count)
  })

  test('lists those of a year', () => {
    const text = ask('publications 2010').parts[0]
    expect(JSON.stringify(text)).toContain('World Migration Report 2010')
    expect(JSON.stringify(text)).not.toContain('World Migration Report 2018')
  })
})
