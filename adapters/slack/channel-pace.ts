import type { Clock } from '../clock.ts'

/** What Slack allows in the long run (docs.slack.dev, rate limits): one message per second and channel. */
const gapMs = 1000
/** A channel without trouble for this long is free again. */
const calmMs = 60_000

/**
 * When the next message may go to a channel. At once, until Slack limits the channel; from then on one a second, in the
 * order in which they came, and other channels go on as before.
 */
export class ChannelPace {
  readonly #clock: Clock
  /** Channel → when its next message may go, in milliseconds since the epoch. */
  readonly #limited = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Resolves when it is this message's turn. */
  async turn(channel: string): Promise<void> {
    const next = this.#limited.get(channel)
    if (next === undefined) return
    const now = this.#clock.now().epochMilliseconds
    if (next + calmMs < now) {
      this.#limited.delete(channel)
      return
    }
    const at = Math.max(next, now)
    this.#limited.set(channel, at + gapMs)
    if (at > now) await this.#clock.sleep(at - now)
  }

  /** Notes that Slack takes nothing more for the channel for `waitMs` milliseconds. */
  limit(channel: string, waitMs: number): void {
    const at = this.#clock.now().epochMilliseconds + waitMs
    this.#limited.set(channel, Math.max(at, this.#limited.get(channel) ?? 0))
  }
}
