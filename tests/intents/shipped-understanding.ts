import type { Context } from '../../src/intents/conversation.ts'
import { decide } from '../../src/intents/decide.ts'
import { type ReadClause, readClause } from '../../src/intents/read-clause.ts'
import { nextContext, type Understood, understand } from '../../src/intents/understand.ts'
import { learnShipped } from './learn-shipped.ts'

/** The knowledge that is shipped, and what understands questions about it. */
export const tools = learnShipped()
export const { knowledge } = tools

/** The day of the questions: before the workshops and consultations of 2017. */
export const today = { year: 2017, month: 4, day: 1 }

export function read(text: string): ReadClause {
  return readClause(text, { asks: true, days: { today } }, tools)
}

/** What the last of several messages is understood as; the ones before it make the context. */
export function understandAfter(messages: readonly string[]): Understood {
  let context: Context | undefined
  let understood: Understood = { clauses: [] }
  for (const message of messages) {
    understood = understand(message, { context, today }, tools)
    context = nextContext(decide(understood, tools).at(-1)?.reading, tools) ?? context
  }
  return understood
}
