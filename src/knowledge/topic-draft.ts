import { stringify } from 'yaml'

const longestId = 48

/** A question as an entry of `topics`, ready to be put into a file but for its answer. */
export function topicDraft(question: string): string {
  const entry = { id: idOf(question), title: question, questions: [question], answer: 'Write the answer here.' }
  // What is folded over lines reads worse, and whoever edits it breaks it.
  return stringify([entry], { lineWidth: 0 })
}

/** Of any script there is an id, but only Latin letters and digits can be in it. */
function idOf(question: string): string {
  const plain = question.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/[^a-z0-9]+/g, '-').slice(0, longestId)
  return words.replace(/^-+|-+$/g, '') || 'question'
}
