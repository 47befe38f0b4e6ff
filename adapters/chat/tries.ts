/**
 * What is known after a call of a platform that failed. limited: refused for now. unsent: it never got there. failed: the
 * platform says that it could not do it. unknown: it may have been done. refused: it never will be.
 */
export type CallFailure =
  | { readonly kind: 'limited'; readonly waitMs: number }
  | { readonly kind: 'unsent' | 'failed' | 'unknown' }
  | { readonly kind: 'refused'; readonly error: string }

/** Waits before the second, third, … try after a failure, in milliseconds. A limit does not count: its end is told. */
const waitsMs = [500, 1000, 2000, 4000]
/** Nobody waits longer for one limit to end, … */
const longestWaitMs = 120_000
/** … nor for an answer in all. */
const longestMs = 300_000

/** How often and how long one call is tried. */
export class Tries {
  readonly #endMs: number
  #failures = 0

  constructor(nowMs: number) {
    this.#endMs = nowMs + longestMs
  }

  /** Milliseconds until the next try. @throws `error` when there is none */
  waitAfter(failure: CallFailure, nowMs: number, error: unknown): number {
    const waitMs = this.#waitMs(failure)
    if (waitMs === undefined || waitMs > longestWaitMs || nowMs + waitMs > this.#endMs) throw error
    return waitMs
  }

  #waitMs(failure: CallFailure): number | undefined {
    switch (failure.kind) {
      case 'limited':
        return failure.waitMs
      case 'refused':
        return undefined
      default:
        return waitsMs[this.#failures++]
    }
  }
}
