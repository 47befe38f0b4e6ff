import MiniSearch from 'minisearch'
import type { Document, Finder } from './document.ts'

/** Three fields with MiniSearch's defaults. Boosts and one field for all were right less often, fuzzy with prefix far less. */
export function buildMiniSearch(documents: readonly Document[]): Finder {
  const index = new MiniSearch({ fields: ['names', 'questions', 'text'] })
  index.addAll(
    documents.map(({ id, names, questions, text }) => ({
      id,
      names: names.join('\n'),
      questions: questions.join('\n'),
      text,
    })),
  )
  return (question) => {
    const [best] = index.search(question)
    return best && { document: String(best.id), score: best.score }
  }
}
