const LIFETIME_MS = 3000

/** Trigger ids live three seconds and open one view. */
export class TriggerIds {
  readonly #givenAt = new Map<string, number>()
  readonly #used = new Set<string>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  create(id: string): string {
    this.#givenAt.set(id, this.#now())
    return id
  }

  /** Uses the trigger id up; the error code if that cannot be. */
  use(id: string): 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id' | undefined {
    const at = this.#givenAt.get(id)
    if (at === undefined) return 'invalid_trigger_id'
    if (this.#used.has(id)) return 'exchanged_trigger_id'
    if (this.#now() - at > LIFETIME_MS) return 'expired_trigger_id'
    this.#used.add(id)
    return undefined
  }
}
