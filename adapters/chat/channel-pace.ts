import type { Clock } from '../clock.ts'

/** A channel without trouble for this long is free again. */
const calmMs = 60_000

type Options = {
  readonly clock: Clock
  /** What the platform allows in the long run: one message to a channel in this time. */
  readonly gapMs: number
}

type Waiting = { readonly ticket: number; readonly enter: () => void }

/**
 * When the next message may go to a channel. At once, until the platform limits the channel; from then on one after each
 * gap, in the order in which they came, and other channels go on as before.
 */
export class ChannelPace {
  readonly #options: Options
  readonly #lines = new Map<string, Line>()
  #tickets = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** The place of a message in the order of all. */
  ticket(): number {
    this.#tickets += 1
    return this.#tickets
  }

  /** Whether a message to the channel has to wait. */
  isLimited(channel: string): boolean {
    return this.#lines.get(channel)?.isCalm === false
  }

  /** Resolves when it is this message's turn, which ends with a call of what it resolves to. */
  async turn(channel: string, ticket: number): Promise<() => void> {
    const line = this.#lines.get(channel)
    if (!line || line.isCalm) {
      this.#lines.delete(channel)
      return () => {}
    }
    await line.turn(ticket)
    return () => line.leave()
  }

  /** Notes that the platform takes nothing more for the channel for `waitMs` milliseconds. */
  limit(channel: string, waitMs: number): void {
    const line = this.#lines.get(channel) ?? new Line(this.#options)
    this.#lines.set(channel, line)
    line.close(waitMs)
  }
}

/** The messages that wait for a limited channel: whoever came first goes first, and one at a time. */
class Line {
  readonly #clock: Clock
  readonly #gapMs: number
  #waiting: Waiting[] = []
  #isTaken = false
  /** In milliseconds since the epoch. */
  #opensAt = 0

  constructor({ clock, gapMs }: Options) {
    this.#clock = clock
    this.#gapMs = gapMs
  }

  get isCalm(): boolean {
    return !this.#isTaken && this.#opensAt + calmMs < this.#nowMs
  }

  async turn(ticket: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting = [...this.#waiting, { ticket, enter: resolve }].sort((a, b) => a.ticket - b.ticket)
    if (!this.#isTaken) void this.#callNext()
    await promise
  }

  leave(): void {
    this.close(this.#gapMs)
    this.#isTaken = false
    if (this.#waiting.length > 0) void this.#callNext()
  }

  close(ms: number): void {
    this.#opensAt = Math.max(this.#opensAt, this.#nowMs + ms)
  }

  get #nowMs(): number {
    return this.#clock.now().epochMilliseconds
  }

  async #callNext(): Promise<void> {
    this.#isTaken = true
    // A message that was on its way may meet the limit in the meantime and prolong it.
    while (this.#opensAt > this.#nowMs) await this.#clock.sleep(this.#opensAt - this.#nowMs)
    this.#waiting.shift()?.enter()
  }
}
