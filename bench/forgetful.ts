import { createHolds } from '../src/answers/holds.ts'
import { answerWith, type FocalPoint } from '../src/focal-point.ts'
import { createUnderstanding } from '../src/intents/create-understanding.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'

/** The assistant without its memory of replies, which would answer from the second round on. Built without a cache. */
export function createForgetful(knowledge: Knowledge): FocalPoint {
  return answerWith(createUnderstanding(knowledge, createHolds(knowledge)), 0)
}
