import type { AnswerCountTable, Surface } from './insight-tables.ts'

/** How many answers of one kind there were on a day, and how long they took together. */
export type AnswerCount = Pick<AnswerCountTable, 'day' | 'status' | 'language' | 'latency' | 'answers'> & {
  readonly surface: Surface
  readonly totalMs: number
}

/** A question that had no answer, by what it is and not by who asked. */
export type NotedQuestion = {
  /** Without what could tell who asked. */
  readonly question: string
  readonly language: string
  readonly asked: number
  readonly day: string
  /** What it may have meant, best first. */
  readonly candidates: readonly { readonly intent: string; readonly confidence: number }[]
  /** What is known that is nearest to it. */
  readonly nearest: readonly { readonly id: string; readonly title: string }[]
}

export type Unanswered = Omit<NotedQuestion, 'day'> & {
  readonly key: string
  readonly firstDay: string
  readonly lastDay: string
}
