import { loadWithCache, modelFiles } from '../../adapters/load-focal-point.ts'
import { createHolds } from '../../src/answers/holds.ts'
import { createUnderstanding } from '../../src/intents/create-understanding.ts'
import type { Understanding } from '../../src/intents/understanding.ts'

/** What understands questions about the shipped knowledge: learnt by the first test file, found in `.cache` by the others. */
export function learnShipped(): Understanding {
  const knowledge = loadWithCache('knowledge')
  return createUnderstanding(knowledge, createHolds(knowledge), modelFiles())
}
