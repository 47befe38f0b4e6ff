const firstMs = 500
const longestMs = 30_000
/** After this long without a failure the next one is the first again. */
const calmMs = 60_000

/** How long to wait before the next try: not at all after a first failure, then longer and longer. */
export class BackOff {
  #failures = 0
  #lastMs = Number.NEGATIVE_INFINITY

  /** Notes a failure; returns the milliseconds to wait. */
  next(nowMs: number): number {
    if (nowMs - this.#lastMs > calmMs) this.#failures = 0
    this.#lastMs = nowMs
    this.#failures += 1
    return this.#failures === 1 ? 0 : Math.min(firstMs * 2 ** (this.#failures - 2), longestMs)
  }
}
