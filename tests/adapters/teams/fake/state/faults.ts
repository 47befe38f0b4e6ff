import { z } from 'zod'
import type { Area } from './recorded-calls.ts'

export const faultSchema = z.strictObject({
  area: z.enum(['connector', 'token', 'openid']).optional(),
  method: z.string().optional(),
  /** A part of the path. */
  path: z.string().optional(),
  /** How many matching calls are hit; once by default, -1 for ever. */
  times: z.int().min(-1).optional(),
  /** How many matching calls pass before. */
  skip: z.int().min(0).optional(),
  status: z.int().min(400).max(599).optional(),
  /** The error code in the usual body. */
  code: z.string().optional(),
  /** In place of the usual body. */
  body: z.unknown().optional(),
  /** In seconds. */
  retryAfter: z.number().optional(),
  /** Cuts the connection, before or after the work of the call is done. */
  drop: z.enum(['before', 'after']).optional(),
  /** How long the call waits first. */
  delayMs: z.number().min(0).optional(),
})

/** What goes wrong with calls that match. Without `status` and `drop` they only wait. */
export type Fault = Omit<z.infer<typeof faultSchema>, 'path'> & {
  readonly path?: string | RegExp | undefined
  /** The call waits until this is settled. */
  readonly hold?: Promise<unknown> | undefined
}

type Target = { readonly area: Area; readonly method: string; readonly path: string }
type Armed = { readonly fault: Fault; skip: number; left: number }

/** Faults that wait for the calls they are meant for. The first that matches is taken. */
export class Faults {
  #armed: Armed[] = []

  add(fault: Fault): void {
    const { times = 1, skip = 0 } = fault
    this.#armed.push({ fault, skip, left: times === -1 ? Infinity : times })
  }

  clear(): void {
    this.#armed = []
  }

  /** The faults that have not been used up. */
  list(): readonly Fault[] {
    return this.#armed.map(({ fault }) => fault)
  }

  /** The fault that this call meets, if any, which is thereby used up. */
  take(target: Target): Fault | undefined {
    const armed = this.#armed.filter(({ fault }) => hits(fault, target)).find(hasItsTurn)
    if (!armed) return undefined
    armed.left -= 1
    if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed)
    return armed.fault
  }
}

/** How a fault is named in the record. */
export function nameOf({ status, drop, hold, delayMs }: Fault): string {
  if (drop) return `drop ${drop}`
  if (status !== undefined) return String(status)
  return hold ? 'hold' : `delay ${delayMs ?? 0}`
}

/** Resolves when the call may go on. */
export async function waitFor({ hold, delayMs }: Fault): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (delayMs === undefined) resolve()
  else setTimeout(resolve, delayMs)
  await Promise.allSettled([hold, promise])
}

/** Counts down what is to pass first. */
function hasItsTurn(armed: Armed): boolean {
  if (armed.skip === 0) return true
  armed.skip -= 1
  return false
}

function hits({ area, method, path }: Fault, target: Target): boolean {
  if (area !== undefined && area !== target.area) return false
  if (method !== undefined && method !== target.method) return false
  if (path === undefined) return true
  return typeof path === 'string' ? target.path.includes(path) : path.test(target.path)
}
