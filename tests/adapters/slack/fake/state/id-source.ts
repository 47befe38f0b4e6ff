/** Makes ids and timestamps that look like Slack's and never come twice. */
export class IdSource {
  readonly #now: () => number
  #count = 0
  #lastMicroseconds = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** An id such as `Ev0000000001`. */
  next(prefix: string): string {
    this.#count += 1
    return `${prefix}${this.#count.toString(36).toUpperCase().padStart(10, '0')}`
  }

  /** A message timestamp, later than all before it. */
  nextTs(): string {
    this.#lastMicroseconds = Math.max(this.#now() * 1000, this.#lastMicroseconds + 1)
    const seconds = Math.floor(this.#lastMicroseconds / 1_000_000)
    return `${seconds}.${String(this.#lastMicroseconds % 1_000_000).padStart(6, '0')}`
  }
}
