import { createHolds } from '../../src/answers/holds.ts'
import { createUnderstanding } from '../../src/intents/create-understanding.ts'
import type { Understanding } from '../../src/intents/understanding.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'

/** What understands questions about a few entries; quick, because there is little to learn. */
export function anUnderstanding(knowledge: Knowledge): Understanding {
  return createUnderstanding(knowledge, createHolds(knowledge))
}
