import type { Deliveries } from '../store/deliveries.ts'
import type { HeldDelivery } from '../store/delivery.ts'
import { type Platform, platforms } from '../store/platform.ts'
import { needsRest, sortOut } from './catch-up.ts'
import { check, type Delivering, deliver, finishAll } from './deliver.ts'
import { createPacing, type Pacing } from './pacing.ts'

/** Time from outside, as the adapters have it. */
export type Clock = { now(): Temporal.Instant; sleep(ms: number, calledOff?: AbortSignal): Promise<void> }

export type LoopOptions<Content> = Omit<Delivering<Content>, 'deliveries' | 'now'> & {
  readonly deliveries: Deliveries
  readonly clock: Clock
  /** How fast messages follow each other; as fast as the platforms take them where it is left out. */
  readonly pacing?: Pacing | undefined
}

/** So many are in hand at a time: few enough that a slow workspace gets to the last one while its lease lasts. */
const mostInHand = 16
const leaseMs = 60_000
/** Between two looks for what is due, and between two looks for what somebody left behind. */
const lookMs = 1000
const sweepMs = 20_000
/** So many may be told of together. */
const mostOfConversation = 200

/** What goes to one conversation, one after the other. */
type Line = {
  readonly held: HeldDelivery[]
  /** The platform takes nothing for it before. */
  freeAtMs: number
}

/**
 * Sends what is due until it is stopped, in as many processes as there are: claims it, sends it, and looks after what another
 * process left behind. One message after the other to a conversation; no conversation waits for another.
 */
export class DeliveryLoop<Content> {
  readonly #options: LoopOptions<Content>
  readonly #pacing: Pacing
  readonly #platforms: readonly Platform[]
  readonly #stopped = new AbortController()
  readonly #lines = new Map<string, Line>()
  readonly #work = new Set<Promise<void>>()
  #nap = new AbortController()
  #inHand = 0
  #sweptAtMs = Number.NEGATIVE_INFINITY
  #running: Promise<void> | undefined

  constructor(options: LoopOptions<Content>) {
    this.#options = options
    this.#pacing = options.pacing ?? createPacing()
    this.#platforms = platforms.filter((platform) => options.senders[platform])
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Claims nothing more, finishes what is being sent, and gives back the rest. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    this.#nap.abort()
    await this.#running
    await this.#allWork()
  }

  /** One look for what is due, and all that follows from it. */
  async round(): Promise<void> {
    await this.#look()
    await this.#allWork()
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      this.#nap = new AbortController()
      // One failure must not end all reminders.
      const found = await this.#look().catch((error: unknown) => {
        this.#options.onFailure(error)
        return 0
      })
      if (found === 0 && !this.#isStopped) await this.#options.clock.sleep(lookMs, this.#nap.signal)
    }
  }

  /** Takes in hand what is due; returns how many those are. */
  async #look(): Promise<number> {
    if (this.#nowMs - this.#sweptAtMs >= sweepMs) await this.#sweep()
    const room = mostInHand - this.#inHand
    if (room < mostInHand / 2) return 0
    const held = await this.#options.deliveries.claim(room, this.#nowMs, leaseMs, this.#platforms)
    for (const one of held) this.#lineUp(one)
    return held.length
  }

  async #sweep(): Promise<void> {
    this.#sweptAtMs = this.#nowMs
    const left = await this.#options.deliveries.sweep(mostInHand, this.#nowMs, leaseMs, this.#platforms)
    for (const one of left) this.#follow(check(one, this.#parts))
  }

  #lineUp(held: HeldDelivery): void {
    this.#inHand += 1
    const name = JSON.stringify([held.platform, held.workspace, held.conversationId])
    const line = this.#lines.get(name)
    if (line) line.held.push(held)
    else this.#follow(this.#workOff(name, { held: [held], freeAtMs: 0 }))
  }

  async #workOff(name: string, line: Line): Promise<void> {
    this.#lines.set(name, line)
    // The rest of a claim joins the line first.
    await undefined
    while (line.held.length > 0) {
      const all = line.held.splice(0)
      await this.#sendInTurn(all, line).catch(this.#options.onFailure)
      this.#inHand -= all.length
      if (this.#inHand <= mostInHand / 2) this.#nap.abort()
    }
    this.#lines.delete(name)
  }

  async #sendInTurn(all: readonly HeldDelivery[], line: Line): Promise<void> {
    const { combine, onFailure } = this.#options
    const held = combine ? await this.#withRest(all) : all
    const { messages, superseded } = sortOut(held, this.#nowMs)
    await finishAll(superseded, { kind: 'superseded' }, this.#parts)
    for (const message of combine ? messages : messages.flat().map((one) => [one])) {
      await this.#sendOne(message, line).catch(onFailure)
    }
  }

  /** What is told together must be held together. */
  async #withRest(all: readonly HeldDelivery[]): Promise<readonly HeldDelivery[]> {
    const [first] = all
    if (!first || !needsRest(all, this.#nowMs)) return all
    const rest = await this.#options.deliveries.claimOf(first, mostOfConversation, this.#nowMs, leaseMs)
    return [...all, ...rest]
  }

  async #sendOne(message: readonly HeldDelivery[], line: Line): Promise<void> {
    const [first] = message
    if (!first) return
    if (line.freeAtMs > this.#nowMs) {
      const outcome = { kind: 'retry', atMs: line.freeAtMs, error: 'another message there was refused' } as const
      return await finishAll(message, outcome, this.#parts)
    }
    if (!this.#isStopped) {
      await this.#options.clock.sleep(this.#pacing.reserve(first, this.#nowMs), this.#stopped.signal)
    }
    if (!this.#isStopped) {
      line.freeAtMs = (await deliver(message, this.#parts)) ?? 0
      return
    }
    const tokens = [...new Set(message.map(({ leaseToken }) => leaseToken))]
    await this.#options.deliveries.release(tokens, this.#nowMs)
  }

  #follow(work: Promise<void>): void {
    const followed = work.catch(this.#options.onFailure).finally(() => this.#work.delete(followed))
    this.#work.add(followed)
  }

  async #allWork(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work)
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
