import { describe, expect, test } from 'vitest'
import { createFocalPoint } from '../../src/focal-point.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'

const topic = (id: string, title: string, questions: string[]) =>
  [id, { kind: 'topic' as const, id, title, questions, answer: `All about ${title}.` }] as const

const focalPoint = createFocalPoint({
  ...aSmallKnowledge({}),
  topics: new Map([
    topic('badge-lost', 'Lost badges', ['I lost my badge', 'my badge is gone', 'badge stolen']),
    topic('badge-new', 'New badges', ['I want a badge', 'how do I get my first badge', 'badge request']),
    topic('lunch', 'Canteen', ['When is lunch?', 'What does the canteen serve?', 'is there soup']),
  ]),
})
const ask = (text: string) => focalPoint.ask({ text, now: Temporal.Instant.from('2026-01-01T00:00:00Z') })

describe('a question that may mean two things', () => {
  test('is asked back with both, each as a question that has its answer', () => {
    const { status, parts } = ask('badge')
    expect(status).toBe('clarify')
    const choices = parts[0]?.choices ?? []
    expect(choices.map(({ label }) => label).sort()).toEqual(['Lost badges', 'New badges'])
    for (const { label, question } of choices) expect(ask(question).parts[0]?.lead).toBe(`All about ${label}.`)
  })

  test('is answered when one of them stands out', () => {
    expect(ask('my badge is gone').parts[0]?.lead).toBe('All about Lost badges.')
  })

  test('is declined when nothing of it is known', () => {
    expect(ask('who painted the ceiling').status).toBe('unknown')
  })
})
