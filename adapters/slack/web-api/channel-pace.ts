import type { Clock } from '../../clock.ts'

/** What Slack allows in the long run (docs.slack.dev, rate limits): one message per second and channel. */
const gapMs = 1000
/** A channel without trouble for this long is free again. */
const calmMs = 60_000

type Waiting = { readonly ticket: number; readonly enter: () => void }

/**
 * When the next message may go to a channel. At once, until Slack limits the channel; from then on one a second, in the
 * order in which they came, and other channels go on as before.
 */
export class ChannelPace {
  readonly #clock: Clock
  readonly #lines = new Map<string, Line>()
  #tickets = 0

  constructor(clock: Clock) {
    this.#clock = clock
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

  /** Notes that Slack takes nothing more for the channel for `waitMs` milliseconds. */
  limit(channel: string, waitMs: number): void {
    const line = this.#lines.get(channel) ?? new Line(this.#clock)
    this.#lines.set(channel, line)
    line.close(waitMs)
  }
}

/** The messages that wait for a limited channel: whoever came first goes first, and one at a time. */
class Line {
  readonly #clock: Clock
  #waiting: Waiting[] = []
  #isTaken = false
  /** In milliseconds since the epoch. */
  #opensAt = 0

  constructor(clock: Clock) {
    this.#clock = clock
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
    this.close(gapMs)
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
