import type { Decision } from '../intents/decide.ts'
import { type ReadClause, readClause } from '../intents/read-clause.ts'
import type { Reading } from '../intents/understand.ts'
import type { Understanding } from '../intents/understanding.ts'

/** The decision to answer an intent about subjects that no words of the message name. */
export function decisionOn(
  intent: string,
  subjects: Reading['subjects'],
  tools: Understanding,
): Decision & { reading: Reading } {
  const reading: Reading = {
    intent,
    tells: intent,
    confidence: 1,
    subjects,
    from: 'context',
    clause: emptyClause(tools),
    evidence: [],
    unexplained: 0,
    lacksSubject: subjects.length === 0,
    held: subjects.length > 0,
  }
  return { kind: 'answer', reading, confidence: 1 }
}

/** A message without a word; read once, because a search asks for it with each of its hits. */
function emptyClause(tools: Understanding): ReadClause {
  const clause = emptyClauses.get(tools) ?? readClause('', { asks: true, days: { today: {} } }, tools)
  emptyClauses.set(tools, clause)
  return clause
}

const emptyClauses = new WeakMap<Understanding, ReadClause>()
