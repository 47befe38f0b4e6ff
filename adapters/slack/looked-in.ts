import type { Knowledge } from '../../src/knowledge/knowledge.ts'

/** What an answer without a source was looked for in. */
export type LookedIn = { readonly documents: number; readonly knowledgeAsOf: string | undefined }

export function lookedIn({ sources }: Knowledge): LookedIn {
  const dates = [...sources.values()].map(({ asOf }) => asOf).filter((asOf) => asOf !== 'undated')
  return { documents: sources.size, knowledgeAsOf: dates.sort().at(-1) }
}
