import type { Deliveries } from '../store/deliveries.ts'
import type { HeldDelivery } from '../store/delivery.ts'
import { check, type Delivering, deliver } from './deliver.ts'

/** Time from outside, as the adapters have it. */
type Clock = { now(): Temporal.Instant; sleep(ms: number, calledOff?: AbortSignal): Promise<void> }

/** A failure that is no outcome of sending: a store that cannot be written, or a defect. */
type OnFailure = (error: unknown) => void

export type LoopOptions<Content> = Omit<Delivering<Content>, 'deliveries' | 'now'> & {
  readonly deliveries: Deliveries
  readonly clock: Clock
  readonly onFailure: OnFailure
}

const claimed = 50
const leaseMs = 60_000
/** Between two looks for what is due, and between two looks for what somebody left behind. */
const lookMs = 1000
const sweepMs = 20_000
/** Slack takes one message a second in a conversation in the long run; Teams takes more. */
const gapMs = 1000
/** So many conversations are written to at a time. */
const atATime = 8

/**
 * Sends what is due until it is stopped, in as many processes as there are: claims it, sends it, and looks after what another
 * process left behind. One message after the other to a conversation, to several at a time.
 */
export class DeliveryLoop<Content> {
  readonly #options: LoopOptions<Content>
  readonly #stopped = new AbortController()
  #running: Promise<void> | undefined
  #sweptAtMs = Number.NEGATIVE_INFINITY

  constructor(options: LoopOptions<Content>) {
    this.#options = options
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Claims nothing more, finishes what is being sent, and gives back the rest. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    const { clock, onFailure } = this.#options
    while (!this.#isStopped) {
      // One failure must not end all reminders.
      const count = await this.round().catch((error: unknown) => {
        onFailure(error)
        return 0
      })
      if (count < claimed) await clock.sleep(lookMs, this.#stopped.signal)
    }
  }

  /** One look for what is due; returns how many were claimed. */
  async round(): Promise<number> {
    const { deliveries } = this.#options
    if (this.#nowMs - this.#sweptAtMs >= sweepMs) {
      this.#sweptAtMs = this.#nowMs
      const left = await deliveries.sweep(claimed, this.#nowMs, leaseMs)
      await this.#forEach(left, (held) => check(held, this.#parts))
    }
    const held = await deliveries.claim(claimed, this.#nowMs, leaseMs)
    await this.#forEach(held, (one) => deliver(one, this.#parts))
    return held.length
  }

  async #forEach(all: readonly HeldDelivery[], work: (held: HeldDelivery) => Promise<unknown>): Promise<void> {
    const conversations = [...Map.groupBy(all, conversationOf).values()]
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        for (let next = conversations.shift(); next; next = conversations.shift()) await this.#inTurn(next, work)
      }),
    )
  }

  async #inTurn(line: readonly HeldDelivery[], work: (held: HeldDelivery) => Promise<unknown>): Promise<void> {
    const { clock, deliveries, onFailure } = this.#options
    for (const [position, held] of line.entries()) {
      if (position > 0) await clock.sleep(gapMs, this.#stopped.signal)
      if (this.#isStopped) {
        await deliveries.release([held.leaseToken], this.#nowMs)
        return
      }
      await work(held).catch(onFailure)
    }
  }

  get #parts(): Delivering<Content> {
    return { ...this.#options, now: () => this.#nowMs }
  }

  get #nowMs(): number {
    return this.#options.clock.now().epochMilliseconds
  }

  get #isStopped(): boolean {
    return this.#stopped.signal.aborted
  }
}

function conversationOf({ platform, workspace, conversationId }: HeldDelivery): string {
  return `${platform}|${workspace}|${conversationId}`
}
