import type { Answer } from '../src/answers/answer.ts'
import type { Question } from '../src/focal-point.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { Problem } from '../src/knowledge/problem.ts'

/** What a thread builds its assistant from: a folder, or knowledge that another thread has loaded and checked. */
export type Origin =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'knowledge'; readonly knowledge: Knowledge }

/**
 * What a thread is told. Messages arrive in their order, so conversations that an old thread hands over can become a
 * kind here that goes before the first question, and a kind of `FromWorker` that comes after the last answer.
 */
export type ToWorker = { readonly kind: 'question'; readonly id: number; readonly question: QuestionMessage }

/**
 * What a thread tells: once how its start went, then an answer, or what kept it from one, for each question.
 * Problems are told as data, because a copied error loses all fields but its message and stack.
 */
export type FromWorker =
  | { readonly kind: 'ready'; readonly knowledge: Knowledge }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unusable'; readonly error: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'no-answer'; readonly id: number; readonly error: unknown }

/** A question with its instant in milliseconds, because what Temporal makes cannot be copied to a thread. */
export type QuestionMessage = Omit<Question, 'now'> & { readonly nowMs: number }

export function toMessage({ now, ...rest }: Question): QuestionMessage {
  return { ...rest, nowMs: now.epochMilliseconds }
}

export function fromMessage({ nowMs, ...rest }: QuestionMessage): Question {
  return { ...rest, now: Temporal.Instant.fromEpochMilliseconds(nowMs) }
}
