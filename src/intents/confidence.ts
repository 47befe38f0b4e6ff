import type { Reading } from './understand.ts'

/** How much a reading loses when none of the clause's words are accounted for by it. */
const openWordsPenalty = 0.7

/** The confidence of a reading when the words it does not account for are held against it, 0 to 1. */
export function confidenceOf(reading: Reading): number {
  return reading.confidence * (1 - openWordsPenalty * reading.unexplained)
}
