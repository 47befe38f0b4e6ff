type Window = { readonly most: number; readonly withinMs: number }

/** Of one conversation, as documented. */
const SENDING: readonly Window[] = windows([7, 1], [8, 2], [60, 30], [1800, 3600])
const READING_MEMBERS: readonly Window[] = windows([14, 1])
/** Of the app in the tenant. */
const ALL: readonly Window[] = windows([50, 1])

/** Counts calls as the limits of Teams do. */
export class RateLimits {
  readonly #now: () => number
  readonly #calls = new Map<string, number[]>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Counts a call; if it is one too many, counts nothing and returns how many seconds to wait. */
  take(kind: 'send' | 'members' | 'other', conversation: string): number | undefined {
    const counted = [{ key: 'all', windows: ALL }]
    if (kind === 'send') counted.push({ key: `send ${conversation}`, windows: SENDING })
    if (kind === 'members') counted.push({ key: `members ${conversation}`, windows: READING_MEMBERS })
    const waitMs = Math.max(...counted.map(({ key, windows }) => this.#waitMs(this.#at(key), windows)))
    if (waitMs > 0) return Math.ceil(waitMs / 1000)
    for (const { key } of counted) this.#at(key).push(this.#now())
    return undefined
  }

  #at(key: string): number[] {
    const at = this.#calls.get(key) ?? []
    this.#calls.set(key, at)
    return at
  }

  #waitMs(at: readonly number[], windows: readonly Window[]): number {
    const waits = windows.map(({ most, withinMs }) => (at.at(-most) ?? -Infinity) + withinMs - this.#now())
    return Math.max(0, ...waits)
  }
}

function windows(...pairs: readonly (readonly [most: number, seconds: number])[]): readonly Window[] {
  return pairs.map(([most, seconds]) => ({ most, withinMs: seconds * 1000 }))
}
