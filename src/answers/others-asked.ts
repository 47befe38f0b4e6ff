import { leftOutEntries } from '../intents/left-out-names.ts'
import type { Reading } from '../intents/understand.ts'
import type { Entry } from '../knowledge/knowledge.ts'

const otherWords = new Set('another other others else further autre autres otro otra otros otras'.split(' '))

/** "Is there another one like that": what was talked about is what the others are asked beside. */
export function asksForOthers({ from, subjects, clause }: Reading): boolean {
  return from === 'context' && subjects.length > 0 && clause.tokens.some(({ word }) => otherWords.has(word))
}

/** The entries that a list leaves out: those named so, and those that others are asked beside. */
export function entriesLeftOut(reading: Reading): Entry[] {
  const named = leftOutEntries(reading.clause.leftOut)
  return asksForOthers(reading) ? [...named, ...reading.subjects] : named
}
