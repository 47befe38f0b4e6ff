import type { Language } from '../knowledge/language.ts'

/**
 * answered: the asked fact is there. clarify: a word from the person is needed first, to say which of the choices or of
 * what else is meant, or because nothing is asked yet (a greeting). unknown: the knowledge does not hold it.
 */
type AnswerStatus = 'answered' | 'clarify' | 'unknown'

/** Where a fact stands: a document's title, the place in it, and the date it speaks from (`YYYY[-MM[-DD]]`). */
export type SourceReference = { readonly document: string; readonly locator: string; readonly asOf?: string }

/** A reading of the question that the person can pick. `question` asks for it in full. */
export type Choice = { readonly label: string; readonly question: string }

/** How sure the assistant is (0 to 1) that the question means `intent`; right at least that often (tests/question-sets.test.ts). */
export type Candidate = { readonly intent: string; readonly confidence: number }

/** What is said about one question, free of any platform's mark-up. */
export type AnswerPart = {
  readonly status: AnswerStatus
  readonly intent: string
  /** Answers the question in one sentence, or says what is not known. */
  readonly lead: string
  /** Further sentences about the same thing. */
  readonly facts: readonly string[]
  /** True when `facts` are related knowledge and not what was asked. */
  readonly related: boolean
  /** Conflicts between sources, missing years and other warnings. */
  readonly notes: readonly string[]
  readonly choices: readonly Choice[]
  /** The ids of the entries that are listed or offered, in the order shown; none where the answer is about one. */
  readonly entries: readonly string[]
  readonly sources: readonly SourceReference[]
  readonly suggestions: readonly string[]
  /** Asks whom to write to about this; only where the knowledge answers that. */
  readonly contact: string | undefined
  /** The id of the event, where the answer is about one that is to come on a day that is known. */
  readonly meeting: string | undefined
  /** The question asks for a list, so the answer may be long. */
  readonly isList: boolean
}

/** The answer to one message: a part for each question in it. */
export type Answer = {
  readonly status: AnswerStatus
  readonly intent: string
  readonly language: Language
  readonly parts: readonly AnswerPart[]
  readonly candidates: readonly Candidate[]
}

/** An answered part with nothing but its lead and sources; spread it and add what there is. */
export function answeredPart(intent: string, lead: string, sources: readonly SourceReference[]): AnswerPart {
  return {
    status: 'answered',
    intent,
    lead,
    facts: [],
    related: false,
    notes: [],
    choices: [],
    entries: [],
    sources,
    suggestions: [],
    contact: undefined,
    meeting: undefined,
    isList: false,
  }
}
