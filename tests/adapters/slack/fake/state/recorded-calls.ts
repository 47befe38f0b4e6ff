import { BoundedList } from '../../../bounded-list.ts'
import type { Changes } from '../../../changes.ts'

/** The arguments of a call, without its token. */
export type Args = Readonly<Record<string, unknown>>

/** One call of the Web API or of a response_url, as it came in and as it was answered. */
export type RecordedCall = {
  readonly seq: number
  readonly at: number
  /** A Web API method, or `response_url`. */
  readonly method: string
  readonly token: string | undefined
  /** The team that the token belongs to. */
  readonly team: string | undefined
  readonly args: Args
  /** Undefined while a fault holds the call up, and where its answer was lost before any work was done. */
  status: number | undefined
  response: unknown
  /** What went wrong on purpose. */
  readonly fault: string | undefined
}

/** Everything the app has asked for, oldest first. */
export class RecordedCalls {
  readonly #list: BoundedList<RecordedCall>
  readonly #counts = new Map<string, number>()
  readonly #changes: Changes
  #seq = 0

  constructor(keep: number, changes: Changes) {
    this.#list = new BoundedList(keep)
    this.#changes = changes
  }

  record(call: Omit<RecordedCall, 'seq'>): RecordedCall {
    const recorded = { seq: ++this.#seq, ...call }
    this.#list.push(recorded)
    this.#counts.set(call.method, this.count(call.method) + 1)
    this.#changes.announce()
    return recorded
  }

  list(method?: string): readonly RecordedCall[] {
    const all = this.#list.entries
    return method === undefined ? [...all] : all.filter((call) => call.method === method)
  }

  /** How often a method was called since the start or the last clearing, forgotten calls included. */
  count(method: string): number {
    return this.#counts.get(method) ?? 0
  }

  clear(): void {
    this.#list.clear()
    this.#counts.clear()
  }

  /** Resolves with the calls of a method as soon as there are `n`; rejects after the limit with what was called. */
  async called(method: string, n = 1, withinMs?: number): Promise<readonly RecordedCall[]> {
    const describe = () => `${n} calls of ${method}; there were ${this.#summary()}`
    await this.#changes.until(() => this.count(method) >= n, describe, withinMs)
    return this.list(method)
  }

  #summary(): string {
    return [...this.#counts].map(([method, count]) => `${count} × ${method}`).join(', ') || 'none at all'
  }
}
