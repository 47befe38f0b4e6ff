import type { Answer } from '../src/answers/answer.ts'
import type { Explanation } from '../src/answers/explanation.ts'
import type { Hit, HitQuery } from '../src/answers/hits.ts'
import type { FoundTargets, TargetQuery } from '../src/calendar/meeting-target.ts'
import type { CalendarText } from '../src/calendar/reading/read-icalendar.ts'
import type { Question } from '../src/focal-point.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { Problem } from '../src/knowledge/problem.ts'

/** What a thread builds its assistant from: a folder and calendars, or knowledge that another thread has loaded and checked. */
export type Origin =
  | { readonly kind: 'folder'; readonly folder: string; readonly calendars?: readonly CalendarText[] }
  | { readonly kind: 'knowledge'; readonly knowledge: Knowledge }

/**
 * What a thread is told, in order: what it goes on with, then questions and searches; before it ends, to hand its conversations over.
 */
export type ToWorker =
  | { readonly kind: 'take-over'; readonly conversations: ConversationBytes }
  | { readonly kind: 'question'; readonly id: number; readonly question: QuestionMessage }
  | { readonly kind: 'search'; readonly id: number; readonly query: HitQuery }
  | { readonly kind: 'targets'; readonly id: number; readonly query: TargetQuery }
  | { readonly kind: 'explain'; readonly id: number; readonly question: QuestionMessage }
  | { readonly kind: 'hand-over' }

/** Conversations as JSON in UTF-8. Bytes are moved from thread to thread; the one that serves never parses them. */
export type ConversationBytes = Uint8Array<ArrayBuffer>

/**
 * What a thread tells: once how its start went, then an answer or hits, or what kept it from them, for each question and
 * search.
 * Problems are told as data, because a copied error loses all fields but its message and stack.
 */
export type FromWorker =
  | { readonly kind: 'ready'; readonly knowledge: Knowledge; readonly calendarProblems: readonly Problem[] }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unusable'; readonly error: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'hits'; readonly id: number; readonly hits: readonly Hit[] }
  | { readonly kind: 'found-targets'; readonly id: number; readonly found: FoundTargets }
  | { readonly kind: 'explanation'; readonly id: number; readonly explanation: Explanation }
  | { readonly kind: 'no-answer'; readonly id: number; readonly error: unknown }
  | { readonly kind: 'handed-over'; readonly conversations: ConversationBytes }

/** A question with its instant in milliseconds, because what Temporal makes cannot be copied to a thread. */
export type QuestionMessage = Omit<Question, 'now'> & { readonly nowMs: number }

export function toMessage({ now, ...rest }: Question): QuestionMessage {
  return { ...rest, nowMs: now.epochMilliseconds }
}

export function fromMessage({ nowMs, ...rest }: QuestionMessage): Question {
  return { ...rest, now: Temporal.Instant.fromEpochMilliseconds(nowMs) }
}
