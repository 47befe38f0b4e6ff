import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Looked } from './answer-items.ts'

/** Where all answers are looked for: what an answer without a source names instead. */
export function whereLooked({ sources }: Knowledge): Looked {
  const dates = [...sources.values()].map(({ asOf }) => asOf).filter((asOf) => asOf !== 'undated')
  return { documents: sources.size, knowledgeAsOf: dates.sort().at(-1) }
}
