import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Args } from './recorded-calls.ts'

/** What goes wrong. `hang` waits for `release()`; `reset-after-work` does the work and loses the answer. */
export type Failure = z.infer<typeof failureSchema>

export const failureSchema = z.union([
  z.strictObject({ status: z.int().min(400).max(599), retryAfter: z.number().optional() }),
  z.strictObject({ error: z.string() }),
  z.strictObject({ delayMs: z.number().min(0) }),
  z.enum(['hang', 'reset', 'reset-after-work', 'html']),
])

export type Fault = {
  /** A Web API method, `*` for all of them, `websocket` for the upgrade, or `response_url`. */
  readonly on: string
  readonly fail: Failure
  /** How many matching requests are hit; once by default. */
  readonly times?: number | 'always' | undefined
  /** Only requests with these arguments, or for which this holds. */
  readonly match?: Args | ((args: Args) => boolean) | undefined
}

/** What an upgrade can suffer from: it has no answer to falsify. */
const UPGRADE_FAILURES = ['reset', 'hang']

type Armed = { readonly fault: Fault; left: number }

/** Faults that wait for the requests they are meant for. The first that matches is taken. */
export class Faults {
  #armed: Armed[] = []
  #held: (() => void)[] = []

  add(fault: Fault): void {
    if (fault.on === 'websocket' && !canHitUpgrade(fault.fail)) {
      throw new Error(`websocket: ${nameOf(fault.fail)} cannot hit an upgrade; a status, delayMs, reset or hang can`)
    }
    this.#armed.push({ fault, left: fault.times === 'always' ? Infinity : (fault.times ?? 1) })
  }

  /** Takes away all faults and lets go what hangs. */
  clear(): void {
    this.#armed = []
    this.release()
  }

  /** Lets go on whatever a fault `hang` holds now. */
  release(): void {
    for (const letGo of this.#held.splice(0)) letGo()
  }

  /** The faults that have not been used up. */
  list(): readonly Fault[] {
    return this.#armed.map(({ fault }) => fault)
  }

  /** The failure that this request meets, if any, which is thereby used up. */
  take(target: string, args: Args): Failure | undefined {
    if (this.#armed.length === 0) return undefined
    const armed = this.#armed.find(({ fault }) => hits(fault, target, args))
    if (!armed) return undefined
    armed.left -= 1
    if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed)
    return armed.fault.fail
  }

  /** Resolves when a delay is over or a hang is released; at once for other failures. */
  async hold(failure: Failure): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    if (failure === 'hang') this.#held.push(resolve)
    else if (typeof failure === 'object' && 'delayMs' in failure) setTimeout(resolve, failure.delayMs)
    else resolve()
    await promise
  }
}

/** How a failure is named in the record. */
export function nameOf(failure: Failure): string {
  return typeof failure === 'string' ? failure : JSON.stringify(failure)
}

/** True for what only makes a request wait. */
export function isWait(failure: Failure): boolean {
  return failure === 'hang' || (typeof failure === 'object' && 'delayMs' in failure)
}

function canHitUpgrade(failure: Failure): boolean {
  return typeof failure === 'string' ? UPGRADE_FAILURES.includes(failure) : !('error' in failure)
}

function hits({ on, match }: Fault, target: string, args: Args): boolean {
  const isMethod = target !== 'websocket' && target !== 'response_url'
  if (on !== target && !(on === '*' && isMethod)) return false
  if (typeof match === 'function') return match(args)
  return Object.entries(match ?? {}).every(([key, value]) => isDeepStrictEqual(args[key], value))
}
