import type { CallFailure } from './call-failure.ts'

/** Waits before the second, third, … try, in milliseconds. */
const waitsMs = [500, 1000, 2000, 4000]
/** A channel that stays limited gets no more tries than that. */
const mostTries = 20
/** Nobody waits longer for an answer. */
const longestWaitMs = 120_000

/** Milliseconds until the next try. @throws `error` when there is none */
export function waitBeforeNext(failure: CallFailure, tries: number, error: unknown): number {
  const waitMs = failure.kind === 'limited' ? failure.waitMs : waitsMs[tries]
  const isOver = failure.kind === 'refused' || tries >= mostTries || waitMs === undefined || waitMs > longestWaitMs
  if (isOver) throw error
  return waitMs
}
