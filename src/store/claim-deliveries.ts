import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type HeldDelivery, heldOf } from './delivery.ts'
import type { LockFree } from './engine.ts'
import { matchesPlace } from './matches-place.ts'
import { platforms as allPlatforms, type Platform } from './platform.ts'
import type { ReferenceKey } from './references.ts'
import type { DeliveryState } from './reminder-tables.ts'
import type { Queries } from './tables.ts'

type Claim = {
  readonly limit: number
  readonly nowMs: number
  readonly leaseMs: number
  /** Only those; all by default. */
  readonly platforms?: readonly Platform[] | undefined
}

// A literal, because SQLite uses a partial index only where it sees that the condition is the index's own.
const pending = sql.lit<DeliveryState>('pending')

/** Leases what is due, in conversations that take messages now. */
export async function claimDue(
  db: Queries,
  lockFree: LockFree,
  { limit, nowMs, leaseMs, platforms = allPlatforms }: Claim,
): Promise<HeldDelivery[]> {
  const rows = await db
    // Chosen once: inside of the condition, PostgreSQL may choose anew for each row.
    .with('due', (eb) =>
      lockFree(
        eb
          .selectFrom('delivery')
          .select('key')
          .where('state', '=', pending)
          .where('next_at', '<=', nowMs)
          .where('platform', 'in', platforms)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('conversation_reference as place')
                  .select('place.platform')
                  .whereRef('place.platform', '=', 'delivery.platform')
                  .whereRef('place.workspace', '=', 'delivery.workspace')
                  .whereRef('place.conversation_id', '=', 'delivery.conversation_id')
                  .where('place.blocked_until', '>', nowMs),
              ),
            ),
          )
          .orderBy('next_at')
          .limit(limit),
      ),
    )
    .updateTable('delivery')
    .set({ state: 'leased', lease_token: randomUUID(), lease_until: nowMs + leaseMs, updated_at: nowMs })
    .where('key', 'in', (eb) => eb.selectFrom('due').select('key'))
    .returningAll()
    .execute()
  return heldOf(rows)
}

/** Leases the rest of what is due in one conversation, whose first was claimed. */
export async function claimDueOf(
  db: Queries,
  lockFree: LockFree,
  place: ReferenceKey,
  { limit, nowMs, leaseMs }: Claim,
): Promise<HeldDelivery[]> {
  const rows = await db
    .with('due', (eb) => {
      const ofPlace = eb.selectFrom('delivery').select('key').where('state', '=', pending).where('next_at', '<=', nowMs)
      return lockFree(ofPlace.where(matchesPlace(place)).orderBy('next_at').limit(limit))
    })
    .updateTable('delivery')
    .set({ state: 'leased', lease_token: randomUUID(), lease_until: nowMs + leaseMs, updated_at: nowMs })
    .where('key', 'in', (eb) => eb.selectFrom('due').select('key'))
    .returningAll()
    .execute()
  return heldOf(rows)
}

export async function releaseHeld(db: Queries, tokens: readonly string[], nowMs: number): Promise<void> {
  if (tokens.length === 0) return
  await db
    .updateTable('delivery')
    .set({ state: 'pending', lease_token: null, lease_until: null, updated_at: nowMs })
    .where('state', '=', 'leased')
    .where('lease_token', 'in', tokens)
    .execute()
}

/** Frees what was leased, and leases to the caller what was begun, where the lease has run out. */
export async function sweepHeld(
  db: Queries,
  lockFree: LockFree,
  { limit, nowMs, leaseMs, platforms = allPlatforms }: Claim,
): Promise<HeldDelivery[]> {
  await db
    .updateTable('delivery')
    .set({ state: 'pending', lease_token: null, lease_until: null, updated_at: nowMs })
    .where('state', '=', 'leased')
    .where('lease_until', '<=', nowMs)
    .execute()
  const rows = await db
    .with('left_behind', (eb) => {
      const begunLongAgo = eb.selectFrom('delivery').select('key').where('state', 'in', ['sending', 'checking'])
      const ours = begunLongAgo.where('lease_until', '<=', nowMs).where('platform', 'in', platforms)
      return lockFree(ours.orderBy('lease_until').limit(limit))
    })
    .updateTable('delivery')
    .set({ state: 'checking', lease_token: randomUUID(), lease_until: nowMs + leaseMs, updated_at: nowMs })
    .where('key', 'in', (eb) => eb.selectFrom('left_behind').select('key'))
    .returningAll()
    .execute()
  return heldOf(rows)
}
