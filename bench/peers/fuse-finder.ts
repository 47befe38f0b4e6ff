import Fuse from 'fuse.js'
import type { Document, Finder } from './document.ts'

/**
 * The first name and the questions as one text, with token search, which Fuse.js has for questions of several words. Lists
 * of all names and questions took ten times as long and found less; so did its plain search.
 */
export function buildFuse(documents: readonly Document[]): Finder {
  const items = documents.map(({ id, names, questions }) => ({
    id,
    text: [...names.slice(0, 1), ...questions].join(' '),
  }))
  const fuse = new Fuse(items, { keys: ['text'], includeScore: true, useTokenSearch: true })
  return (question) => {
    const [best] = fuse.search(question, { limit: 1 })
    // In Fuse.js 0 is a perfect match.
    return best && { document: best.item.id, score: 1 - (best.score ?? 1) }
  }
}
