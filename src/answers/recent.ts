/** Remembers what was worked out lately, for as many keys as it has room for; what was not asked for longest goes first. */
export class Recent<T> {
  readonly #room: number
  readonly #values = new Map<string, T>()

  constructor(room: number) {
    this.#room = room
  }

  /** The value of a key, worked out only if it is not remembered. */
  get(key: string, workOut: () => T): T {
    const value = this.#values.has(key) ? (this.#values.get(key) as T) : workOut()
    this.#values.delete(key)
    this.#values.set(key, value)
    const [oldest] = this.#values.keys()
    if (this.#values.size > this.#room && oldest !== undefined) this.#values.delete(oldest)
    return value
  }
}
