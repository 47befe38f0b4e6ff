/** Makes ids as Teams does, milliseconds since 1970 in digits, each later than all before it. */
export class ActivityIds {
  readonly #now: () => number
  #last = 0

  constructor(now: () => number) {
    this.#now = now
  }

  next(): string {
    this.#last = Math.max(this.#now(), this.#last + 1)
    return String(this.#last)
  }
}
