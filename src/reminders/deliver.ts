import type { Deliveries } from '../store/deliveries.ts'
import type { DeliveryOutcome, HeldDelivery } from '../store/delivery.ts'
import type { Sender, SendOutcome } from './sender.ts'

export type Delivering<Content> = {
  readonly deliveries: Pick<Deliveries, 'begin' | 'finish' | 'blockConversation'>
  /** Undefined for a platform that is not configured here. */
  readonly senderFor: (delivery: HeldDelivery) => Sender<Content> | undefined
  /** What is to be said now; undefined where there is nothing to say any more, as the meeting is cancelled or has moved. */
  readonly contentOf: (delivery: HeldDelivery) => Promise<Content | undefined>
  readonly now: () => number
}

/** A message of which it cannot be found out whether it got through is sent once more, and says so. */
const mostAttempts = 2
/** Tries that were refused are tried again after at least this, then longer and longer. */
const leastWaitMs = 5000
const longestWaitMs = 10 * 60_000

/**
 * Sends what is held, once. That it begins is committed before, so that after a crash one knows what may be out.
 * @returns how it ended; undefined where somebody else has it by now
 */
export async function deliver<Content>(
  held: HeldDelivery,
  parts: Delivering<Content>,
): Promise<DeliveryOutcome['kind'] | undefined> {
  const sender = parts.senderFor(held)
  // Another process may have that platform; the lease runs out and it is free again.
  if (!sender) return undefined
  if (held.expiresAtMs <= parts.now()) return await finish(held, { kind: 'expired' }, parts)
  // Said now: "in three hours" is true only now.
  const content = await parts.contentOf(held)
  if (content === undefined) return await finish(held, { kind: 'cancelled' }, parts)
  if (!(await parts.deliveries.begin(held.key, held.leaseToken, parts.now()))) return undefined
  const outcome = await sender.send(held, content)
  if (outcome.kind === 'unknown') return undefined
  return await settle(held, outcome, sender, parts)
}

/**
 * Finds out what became of a message whose sender died, or never heard of it again, and notes it.
 * @returns like `deliver`
 */
export async function check<Content>(
  held: HeldDelivery,
  parts: Delivering<Content>,
): Promise<DeliveryOutcome['kind'] | undefined> {
  const found = (await parts.senderFor(held)?.readBack?.(held)) ?? 'unreadable'
  if (found === 'there') return await finish(held, { kind: 'sent', ref: undefined }, parts)
  const isUncertain = found === 'unreadable'
  if (isUncertain && held.attempt >= mostAttempts) {
    return await finish(held, { kind: 'unknown', error: 'it was never confirmed' }, parts)
  }
  const error = isUncertain ? 'not confirmed, sent again' : 'did not get through'
  return await finish(held, { kind: 'retry', atMs: parts.now(), error, isUncertain }, parts)
}

async function settle<Content>(
  held: HeldDelivery,
  outcome: Exclude<SendOutcome, { readonly kind: 'unknown' }>,
  sender: Sender<Content>,
  parts: Delivering<Content>,
): Promise<DeliveryOutcome['kind'] | undefined> {
  switch (outcome.kind) {
    case 'sent':
      return await finish(held, outcome, parts)
    case 'gone':
      await sender.onGone?.(held, outcome.reason)
      return await finish(held, { kind: 'failed', error: outcome.reason }, parts)
    case 'refused': {
      const atMs = parts.now() + Math.max(outcome.waitMs, waitAfter(held.attempt))
      // All processes hold to it.
      await parts.deliveries.blockConversation(held, parts.now() + outcome.waitMs)
      return await finish(held, { kind: 'retry', atMs, error: outcome.error }, parts)
    }
  }
}

function waitAfter(attempt: number): number {
  return Math.min(leastWaitMs * 2 ** attempt, longestWaitMs)
}

async function finish<Content>(
  held: HeldDelivery,
  outcome: DeliveryOutcome,
  { deliveries, now }: Delivering<Content>,
): Promise<DeliveryOutcome['kind'] | undefined> {
  const isOurs = await deliveries.finish(held.key, held.leaseToken, outcome, now())
  return isOurs ? outcome.kind : undefined
}
