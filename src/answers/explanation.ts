import type { Decision } from '../intents/decide.ts'
import type { Reading } from '../intents/understand.ts'
import type { Language } from '../knowledge/language.ts'

/** How the assistant comes to what it says: what a keeper of the knowledge needs to see. Plain JSON. */
export type Explanation = {
  /** aside: about the talk itself ("who says so?"); foreign: in a language that is not spoken. Both have no clauses. */
  readonly kind: 'question' | 'aside' | 'foreign'
  /** What the question was read as, and what it is answered in. */
  readonly read: Language
  readonly reply: Language
  readonly clauses: readonly ExplainedClause[]
}

/** One clause: what was found in it, what that may mean, and what was decided. */
export type ExplainedClause = {
  readonly text: string
  readonly names: readonly ExplainedName[]
  /** What the clause is about, and where that comes from: its names, its words, or what was talked about. */
  readonly subjects: readonly ExplainedEntry[]
  readonly from: Reading['from']
  /** The words that the intents were told from: spelt right, with names as slots. */
  readonly words: readonly string[]
  /** The likeliest first. */
  readonly intents: readonly ExplainedIntent[]
  /** The likeliest intent is taken for sure from this on. */
  readonly threshold: number
  /** What a search for the words of the clause finds, best first. */
  readonly passages: readonly ExplainedPassage[]
  readonly decision: ExplainedDecision
}

export type ExplainedEntry = { readonly id: string; readonly kind: string; readonly name: string }

/** Words that were taken for a name, and all whose name it is. */
export type ExplainedName = {
  readonly words: string
  /** False where it was misspelt. */
  readonly exact: boolean
  readonly bearers: readonly ExplainedEntry[]
}

export type ExplainedIntent = {
  readonly intent: string
  /** By the words alone. */
  readonly probability: number
  /** With what is asked about, and less what the intent does not account for. */
  readonly confidence: number
  /** The knowledge has something to say. */
  readonly held: boolean
}

export type ExplainedPassage = {
  readonly entry: ExplainedEntry
  readonly text: string
  readonly score: number
  /** Share of the words searched for that it has, by rarity. */
  readonly coverage: number
}

export type ExplainedDecision = {
  readonly kind: Decision['kind']
  /** What is answered, or would be. */
  readonly intent: string
  readonly confidence: number
  /** The intent whose statements are told, where another one is asked. */
  readonly tells: string
  /** False where another clause of the message is answered instead. */
  readonly isSaid: boolean
}
