import { describe, expect, test } from 'vitest'
import { confidenceOf } from '../../src/intents/confidence.ts'
import { understand } from '../../src/intents/understand.ts'
import { anEvent, anIntent, aSmallKnowledge } from './small-knowledge.ts'
import { anUnderstanding } from './small-understanding.ts'

const tools = anUnderstanding(
  aSmallKnowledge({
    entries: [anEvent('Gale Workshop')],
    intents: [anIntent('gate', ['gate of <event>'], { about: ['event'] })],
  }),
)
const situation = { context: undefined, today: { year: 2017, month: 4, day: 1 } }
const reading = understand('gate of the Gale Workshop', situation, tools).clauses[0]?.[0]
if (!reading) throw new Error('the question has a reading')

describe('confidenceOf', () => {
  test.each([
    [1, 0, 1, 'all words are accounted for'],
    [0.5, 0, 0.5, 'an unsure reading'],
    [1, 0.5, 0.65, 'half of the words remain open'],
    [1, 1, 0.3, 'every word remains open'],
  ])('is, of a reading with %f and %f open, %f (%s)', (confidence, unexplained, expected) => {
    expect(confidenceOf({ ...reading, confidence, unexplained })).toBeCloseTo(expected)
  })
})
