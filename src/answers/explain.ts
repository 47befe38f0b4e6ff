import { confidenceOf } from '../intents/confidence.ts'
import { type Decision, thresholdOf } from '../intents/decide.ts'
import type { Mention } from '../intents/find-mentions.ts'
import { outOfScope } from '../intents/phrasings.ts'
import type { ReadClause } from '../intents/read-clause.ts'
import type { Reading } from '../intents/understand.ts'
import type { Hit } from '../search/passage-index.ts'
import { type Composing, wordingOf } from './composing.ts'
import type {
  ExplainedClause,
  ExplainedDecision,
  ExplainedEntry,
  ExplainedIntent,
  ExplainedName,
  ExplainedPassage,
} from './explanation.ts'
import { nameOf } from './statement.ts'

/** A clause with its readings, what it would get by itself, and whether the message is answered with that. */
export type DecidedClause = {
  readonly readings: readonly Reading[]
  readonly decision: Decision
  readonly isSaid: boolean
}

/** Enough of anything to see why. */
const most = 5
const longestText = 300

/** Tells how the decision on one clause came about; undefined where nothing was read. */
export function explainClause(decided: DecidedClause, composing: Composing): ExplainedClause | undefined {
  const ranked = [...decided.readings].sort((a, b) => confidenceOf(b) - confidenceOf(a))
  const [best] = ranked
  if (!best) return undefined
  const { clause, subjects, from } = best
  return {
    text: clause.text.slice(0, longestText),
    names: clause.mentions.slice(0, most).map((mention) => explainName(mention, clause, composing)),
    subjects: subjects.slice(0, most).map((entry) => explainEntry(entry, composing)),
    from,
    words: clause.masked,
    intents: ranked.slice(0, most).map(explainIntent),
    threshold: thresholdOf(best, composing.tools),
    passages: findPassages(clause, composing),
    decision: explainDecision(decided),
  }
}

function explainName(
  { first, last, exact, targets }: Mention,
  clause: ReadClause,
  composing: Composing,
): ExplainedName {
  return {
    words: clause.text.slice(clause.tokens[first]?.start, clause.tokens[last]?.end),
    exact,
    bearers: targets.slice(0, most).map((target) => explainEntry(target, composing)),
  }
}

function explainEntry(target: Mention['targets'][number], composing: Composing): ExplainedEntry {
  const { id, kind } = target
  const name = target.kind === 'place' ? (target.names[0] ?? id) : nameOf(target, wordingOf(composing))
  return { id, kind, name }
}

function explainIntent(reading: Reading): ExplainedIntent {
  const { intent, clause, held } = reading
  const score = clause.scores.find((other) => other.intent === intent)
  return { intent, probability: score?.probability ?? 0, confidence: confidenceOf(reading), held }
}

function findPassages(clause: ReadClause, composing: Composing): ExplainedPassage[] {
  const words = [...new Set([...clause.content, ...clause.nameWords, ...clause.seriesWords, ...clause.weakWords])]
  return composing.tools.passages.search(words, most).map((hit) => explainPassage(hit, composing))
}

function explainPassage({ passage, score, coverage }: Hit, composing: Composing): ExplainedPassage {
  const text = passage.text[composing.language] || passage.text.en || passage.name
  return { entry: explainEntry(passage.entry, composing), text: text.slice(0, longestText), score, coverage }
}

function explainDecision({ decision: { kind, reading, confidence }, isSaid }: DecidedClause): ExplainedDecision {
  return { kind, intent: reading?.intent ?? outOfScope, tells: reading?.tells ?? outOfScope, confidence, isSaid }
}
