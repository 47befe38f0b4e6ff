import { claimDue, claimDueOf, releaseHeld, sweepHeld } from './claim-deliveries.ts'
import type { DeliveryOutcome, HeldDelivery, WantedDelivery } from './delivery.ts'
import { createDeliveryLists, type DeliveryLists } from './delivery-lists.ts'
import type { Engine } from './engine.ts'
import { beginSending, blockConversation, finishHeld, retryNow } from './finish-delivery.ts'
import type { GroupCommit } from './group-commit.ts'
import { deleteOldDeliveries, KEEP_DELIVERIES_MS } from './old-deliveries.ts'
import { doubtDue, type PlanResult, type PlanScope, planDeliveries } from './plan-deliveries.ts'
import type { Platform } from './platform.ts'
import { createPruning } from './pruning.ts'
import type { ReferenceKey } from './references.ts'

/** So much of a lease must be left when sending begins: longer than the call to the platform may take. */
export const LEAST_LEASE_LEFT_MS = 15_000

/**
 * The ledger of all messages that are sent unasked, which is their queue as well. A key is sent once: it is claimed by one
 * process at a time, and that sending begins is durable before the message goes out, so that after a crash one knows what
 * may have got through. Moments come from the caller.
 */
export type Deliveries = DeliveryLists & {
  /**
   * Makes what is kept equal to what is wanted: adds what is missing, moves what nobody has begun, takes up again what was
   * cancelled, and cancels what is of the scope, not planned since, and not wanted any more. What people wanted to have again,
   * and what was sent, stays, until 90 days after its use.
   * The same plan again changes nothing. Some hundred at a time, so that nobody else waits long.
   */
  plan(wanted: readonly WantedDelivery[], scope: PlanScope, nowMs: number): Promise<PlanResult>
  /**
   * Takes up to `limit` that are due and free, the longest due first, all with one token; no other process gets them.
   * @param platforms only those; all by default
   */
  claim(
    limit: number,
    nowMs: number,
    leaseMs: number,
    platforms?: readonly Platform[],
  ): Promise<readonly HeldDelivery[]>
  /** Takes the rest of what is due and free in one conversation, so that it can be told together. */
  claimOf(conversation: ReferenceKey, limit: number, nowMs: number, leaseMs: number): Promise<readonly HeldDelivery[]>
  /** Durably notes that sending begins. False where it is not held with that token, or too little of the lease is left. */
  begin(key: string, token: string, nowMs: number, leastLeftMs?: number): Promise<boolean>
  /** Notes what became of it and lets go. False, and nothing changes, where it is not held with that token. */
  finish(key: string, token: string, outcome: DeliveryOutcome, nowMs: number): Promise<boolean>
  /** Gives back what was claimed with these tokens and not begun. */
  release(tokens: readonly string[], nowMs: number): Promise<void>
  /**
   * Looks after what its holder left behind: claimed and not begun is free again; begun may be out, so that up to `limit` are
   * handed to the caller to check.
   */
  sweep(
    limit: number,
    nowMs: number,
    leaseMs: number,
    platforms?: readonly Platform[],
  ): Promise<readonly HeldDelivery[]>
  /** Nothing of the conversation is claimed before; an earlier moment than is kept changes nothing. */
  blockConversation(conversation: ReferenceKey, untilMs: number): Promise<void>
  /** The conversation takes messages again, sooner than it seemed: what was refused there is due now. */
  retryNow(conversation: ReferenceKey, nowMs: number): Promise<void>
  /**
   * After going back to a backup, and before anything is claimed: what is due by now may be out already, so that it is swept
   * like what a crash left behind. Returns how many.
   */
  doubt(nowMs: number): Promise<number>
}

export function createDeliveries(engine: Engine, commits: GroupCommit): Deliveries {
  const { db, lockFree } = engine
  const prune = createPruning(KEEP_DELIVERIES_MS, deleteOldDeliveries)
  return {
    ...createDeliveryLists(db),
    plan: async (wanted, scope, nowMs) => {
      // Asked for together, they are committed together.
      const planning = planDeliveries(commits, wanted, scope, nowMs)
      const [result] = await Promise.all([planning, commits.write((tx) => prune(tx, nowMs))])
      return result
    },
    claim: (limit, nowMs, leaseMs, platforms) =>
      commits.write((tx) => claimDue(tx, lockFree, { limit, nowMs, leaseMs, platforms })),
    claimOf: (conversation, limit, nowMs, leaseMs) =>
      commits.write((tx) => claimDueOf(tx, lockFree, conversation, { limit, nowMs, leaseMs })),
    begin: (key, token, nowMs, leastLeftMs = LEAST_LEASE_LEFT_MS) =>
      commits.write((tx) => beginSending(tx, { key, token }, nowMs, leastLeftMs)),
    finish: (key, token, outcome, nowMs) => commits.write((tx) => finishHeld(tx, { key, token }, outcome, nowMs)),
    release: (tokens, nowMs) => commits.write((tx) => releaseHeld(tx, tokens, nowMs)),
    sweep: (limit, nowMs, leaseMs, platforms) =>
      commits.write((tx) => sweepHeld(tx, lockFree, { limit, nowMs, leaseMs, platforms })),
    blockConversation: (conversation, untilMs) => commits.write((tx) => blockConversation(tx, conversation, untilMs)),
    retryNow: (conversation, nowMs) => commits.write((tx) => retryNow(tx, conversation, nowMs)),
    doubt: (nowMs) => commits.write((tx) => doubtDue(tx, nowMs)),
  }
}
