import type { Explaining } from '../../adapters/async-focal-point.ts'
import type { KnowingFocalPoint } from '../../adapters/chat/tools.ts'
import { createHolds } from '../../src/answers/holds.ts'
import { answerWith } from '../../src/focal-point.ts'
import { createUnderstanding } from '../../src/intents/create-understanding.ts'
import type { Understanding } from '../../src/intents/understanding.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { learnShipped } from '../intents/learn-shipped.ts'

let own: Understanding | undefined

/** A fresh assistant over the project's own knowledge: no conversation of another test goes on in it. Learns once. */
export function ownFocalPoint(): KnowingFocalPoint & Explaining {
  own ??= learnShipped()
  return focalPointOver(own)
}

export function learn(knowledge: Knowledge): Understanding {
  return createUnderstanding(knowledge, createHolds(knowledge))
}

export function focalPointOver(tools: Understanding): KnowingFocalPoint & Explaining {
  const focalPoint = answerWith(tools)
  return {
    knowledge: tools.knowledge,
    knowledgeReadAt: Temporal.Instant.from('2026-11-22T08:00:00Z'),
    ask: async (question) => focalPoint.ask(question),
    find: async (query) => focalPoint.find(query),
    findTargets: async (query) => focalPoint.findTargets(query),
    explain: async (question) => focalPoint.explain(question),
  }
}

/** The same, but it thinks for ever, or until it is let go. */
export function slowFocalPoint(until: Promise<unknown> = Promise.withResolvers().promise): KnowingFocalPoint {
  const own = ownFocalPoint()
  return {
    ...own,
    ask: (question) => until.then(() => own.ask(question)),
    find: (query) => until.then(() => own.find(query)),
  }
}
