import type { KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import type { Understanding } from '../../../src/intents/understanding.ts'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import { aSmallKnowledge } from '../../intents/small-knowledge.ts'
import { focalPointOver, learn } from '../own-focal-point.ts'

/** Asks for two topics at once. */
export const unclear = 'badge'
export const clear = 'is there soup'
/** Asks for a topic that takes several pages. */
export const long = 'show me the handbook'

/** The paragraphs of that topic. */
export const paragraphs = Array.from(
  { length: 60 },
  (_, i) => `Rule ${100 + i}. ${'Herons wade with care. '.repeat(15)}`,
)

let learnt: Understanding | undefined

/** A fresh assistant that knows a few topics: it starts at once, and its answers are names that stand nowhere else. */
export function topicsFocalPoint(): KnowingFocalPoint {
  learnt ??= learn(knowing('Pelican'))
  return focalPointOver(learnt)
}

/** Topics of which one says where lost badges are; where can be chosen. */
export function knowing(place: string): Knowledge {
  const topics = [
    topic('badge-lost', 'Lost badges', `Go to the ${place} gate.`, [
      'I lost my badge',
      'my badge is gone',
      'badge stolen',
    ]),
    topic('badge-new', 'New badges', 'Go to the Egret gate.', [
      'I want a badge',
      'how do I get my first badge',
      'badge request',
    ]),
    topic('lunch', 'Canteen', 'Write to the Toucan desk.', ['When is lunch?', 'What does the canteen serve?', clear]),
    topic('handbook', 'Handbook', paragraphs.join('\n\n'), [
      long,
      'Which rules are there?',
      'open the rules of the house',
    ]),
  ]
  return { ...aSmallKnowledge({}), topics: new Map(topics) }
}

function topic(id: string, title: string, answer: string, questions: string[]) {
  return [id, { kind: 'topic' as const, id, title, answer, questions }] as const
}
