import { describe, expect, test } from 'vitest'
import { createFocalPoint } from '../../src/focal-point.ts'
import { aSmallKnowledge } from './small-knowledge.ts'

const topic = (id: string, title: string, questions: string[], answer: string) =>
  [id, { kind: 'topic' as const, id, title, questions, answer, tags: [], notes: [] }] as const

const knowledge = {
  ...aSmallKnowledge({}),
  topics: new Map([
    topic('garage', 'Parking', ['Where do I park my car?', 'Is there a garage?'], 'Garage B.'),
    topic('badge', 'Badges', ['How do I get a badge?', 'My badge is lost'], 'Ask at the desk.'),
    topic('lunch', 'Canteen', ['When is lunch?', 'What does the canteen serve?'], 'At noon.'),
  ]),
}
const focalPoint = createFocalPoint(knowledge)
const ask = (text: string) => focalPoint.ask({ text, now: Temporal.Instant.from('2026-01-01T00:00:00Z') })

describe('a folder of topics alone', () => {
  test.each([
    ['where can I park?', 'Garage B.'],
    ['I lost my badge', 'Ask at the desk.'],
  ])('answers "%s" with "%s"', (question, answer) => {
    expect(ask(question).parts[0]?.lead).toContain(answer)
  })

  test.each(['Albania', '2014', 'France 2014', 'the first', 'where is Albania'])(
    'does not take the name or date in "%s" for a topic',
    (question) => {
      expect(ask(question).status).not.toBe('answered')
    },
  )
})
