import type { Language } from '../../src/knowledge/language.ts'

/** A pair of question and answer as the peers index it. */
export type Document = {
  readonly id: string
  /** What the entry or the topic is called. */
  readonly names: readonly string[]
  /** Ways to ask for it. */
  readonly questions: readonly string[]
  /** The answer, in all languages. */
  readonly text: string
  /** It stands for what the knowledge does not hold: who finds it declines. */
  readonly declines: boolean
}

/** A document with what is said to the person who finds it. */
export type AnsweredDocument = Document & {
  readonly intent: string
  readonly answers: Readonly<Record<Language, string>>
}

/** The best document for a question, and how good the engine says it is: the higher the better. */
export type Found = { readonly document: string; readonly score: number }

/** A peer with its index built; where nothing fits, it finds nothing. */
export type Finder = (question: string) => Found | undefined | Promise<Found | undefined>

/** Builds the index of a peer. */
export type BuildFinder = (documents: readonly Document[]) => Finder | Promise<Finder>
