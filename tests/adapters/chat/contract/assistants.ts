import type { KnowingFocalPoint } from '../../../../adapters/chat/tools.ts'
import type { Answer, Choice } from '../../../../src/answers/answer.ts'
import { aSmallKnowledge } from '../../../intents/small-knowledge.ts'
import { ownFocalPoint } from '../../own-focal-point.ts'
import { anAnswer, aPart } from '../an-answer.ts'

/** The project's own assistant, which cannot be reached as long as that holds. */
export function awayWhile(isAway: () => boolean): KnowingFocalPoint {
  const own = ownFocalPoint()
  return {
    ...own,
    ask: (question) => (isAway() ? Promise.reject(new Error('away')) : own.ask(question)),
  }
}

/** Answers whatever is asked with the same. */
export function alwaysAnswering(answer: Answer): KnowingFocalPoint {
  return {
    knowledge: aSmallKnowledge({}),
    knowledgeReadAt: Temporal.Instant.from('2026-11-22T08:00:00Z'),
    ask: async () => answer,
    find: async () => [],
    findTargets: async () => ({ language: 'en', targets: [], isWhole: true, nearest: [] }),
  }
}

/** The project's own assistant, thinking until it is let go. */
export type Thinking = {
  readonly focalPoint: KnowingFocalPoint
  /** Resolves as soon as it has something to think about. */
  readonly isAsked: Promise<void>
  readonly finish: () => void
}

export function thinking(): Thinking {
  const own = ownFocalPoint()
  const asked = Promise.withResolvers<void>()
  const thought = Promise.withResolvers<void>()
  const ask: KnowingFocalPoint['ask'] = async (question) => {
    asked.resolve()
    await thought.promise
    return await own.ask(question)
  }
  return { focalPoint: { ...own, ask }, isAsked: asked.promise, finish: thought.resolve }
}

/** The project's own assistant, which has a defect. */
export function failingWith(error: Error): KnowingFocalPoint {
  return { ...ownFocalPoint(), ask: () => Promise.reject(error) }
}

/** The project's own assistant, which asks back in Spanish what is meant where it is asked just that. */
export function askingBack(unclear: string, choices: readonly Choice[]): KnowingFocalPoint {
  const own = ownFocalPoint()
  const lead = '¿A cuál de estas preguntas se refiere?'
  const back = anAnswer([aPart({ status: 'clarify', lead, sources: [], choices })], 'es')
  return { ...own, ask: async (question) => (question.text === unclear ? back : await own.ask(question)) }
}
