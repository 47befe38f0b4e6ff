import { createHash } from 'node:crypto'

/** The same for a question however it is written: capitals, accents, punctuation and spaces do not count. */
export function questionKey(question: string): string {
  return createHash('sha256').update(normalize(question)).digest('hex').slice(0, 32)
}

function normalize(question: string): string {
  const plain = question.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
