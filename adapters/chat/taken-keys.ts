import { BoundedMap } from '../bounded-map.ts'

const remembered = 10_000

/** The keys of what was taken up lately. Beyond 10,000 the oldest is forgotten. */
export class TakenKeys {
  readonly #keys = new BoundedMap<string, true>(remembered)

  /** True for whoever comes first with a key. */
  take(key: string): boolean {
    if (this.#keys.has(key)) return false
    this.#keys.set(key, true)
    return true
  }

  /** Lets the key be taken again. */
  giveBack(key: string): void {
    this.#keys.delete(key)
  }
}
