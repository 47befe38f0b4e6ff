/** A list that forgets its oldest entries: between `keep` and twice as many are held. */
export class BoundedList<Entry> {
  readonly #keep: number
  #entries: Entry[] = []

  constructor(keep: number) {
    this.#keep = keep
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  push(entry: Entry): void {
    this.#entries.push(entry)
    // In bulk, so that a long run does not move the list for each entry.
    if (this.#entries.length > 2 * this.#keep) this.#entries = this.#entries.slice(-this.#keep)
  }

  clear(): void {
    this.#entries = []
  }
}
