import lunr from 'lunr'
import type { Document, Finder } from './document.ts'

/** Three fields with Lunr's defaults (English stems and stop words); the question as plain words, not in its query syntax. */
export function buildLunr(documents: readonly Document[]): Finder {
  const index = lunr(function () {
    for (const field of ['names', 'questions', 'text']) this.field(field)
    for (const { id, names, questions, text } of documents)
      this.add({ id, names: names.join('\n'), questions: questions.join('\n'), text })
  })
  return (question) => {
    const [best] = index.query((query) => {
      for (const token of lunr.tokenizer(question)) query.term(token.toString(), {})
    })
    return best && { document: best.ref, score: best.score }
  }
}
