import { fold } from '../search/tokens.ts'
import type { Context } from './conversation.ts'
import type { ReadClause } from './read-clause.ts'
import type { Understanding } from './understanding.ts'

/**
 * The intent of a question that is nothing but "why?" or "since when?": it asks about what was said last. Since when
 * something is so is another question than since when it exists.
 */
export function bareIntent(clause: ReadClause, context: Context, tools: Understanding): string | undefined {
  const text = fold(clause.text)
  if (clause.content.some((word) => !bareWords.has(word))) return undefined
  if (why.test(text)) return known('reason', tools)
  if (!sinceWhen.test(text)) return undefined
  const named = clause.selection.subjects
  const told = (named.length > 0 ? named : context.subjects).some((entry) => tools.holds('since', entry))
  return known(told || !aboutItself.has(context.intent) ? 'since' : 'founded', tools)
}

/** Questions about the thing itself: "since when?" then asks how old it is. */
const aboutItself = new Set([
  'describe',
  'expansion',
  'purpose',
  'activities',
  'parent',
  'founded',
  'edition',
  'content',
])

const bareWords = new Set(
  'since when quand cuando depuis desde long longtemps temps tiempo why pourquoi porque por reason raison motivo come case cas caso so'.split(
    ' ',
  ),
)
const why = /^\W*(?:(?:and|but|et|mais|y|pero)\s+)?(?:why|how come|pourquoi|por que|what for)\b/u
const sinceWhen =
  /\b(?:since (?:when|what|which)|how long (?:has|have)|for how long|depuis (?:quand|combien)|desde (?:cuando|hace cuanto|que ano)|hace cuanto)\b/u

function known(intent: string, { knowledge }: Understanding): string | undefined {
  return knowledge.intents.has(intent) ? intent : undefined
}
