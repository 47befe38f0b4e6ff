import { type Expression, sql } from 'kysely'
import { AGAIN, rowOf, type WantedDelivery } from './delivery.ts'
import type { GroupCommit } from './group-commit.ts'
import { matchesPlace } from './matches-place.ts'
import type { ReferenceKey } from './references.ts'
import type { Queries, Tables } from './tables.ts'

// A statement of so many takes a few milliseconds.
const SLICE = 200

/** In which rows a plan says all that is wanted, so that others that nobody has begun are cancelled. */
export type PlanScope = {
  readonly conversations: readonly ReferenceKey[]
  readonly kinds: readonly Tables['delivery']['kind'][]
}

/** How many deliveries were added, moved or taken up again, and how many cancelled. */
export type PlanResult = { readonly planned: number; readonly cancelled: number }

export async function planDeliveries(
  commits: GroupCommit,
  wanted: readonly WantedDelivery[],
  scope: PlanScope,
  nowMs: number,
): Promise<PlanResult> {
  const byKey = new Map(wanted.map((one) => [one.key, one]))
  const slices = slicesOf([...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)))
  const planned = await Promise.all(slices.map((slice) => commits.write((tx) => planSlice(tx, slice, nowMs))))
  const cancelled = await Promise.all(
    scope.conversations.map((place) => commits.write((tx) => cancelOthers(tx, place, scope.kinds, byKey, nowMs))),
  )
  return { planned: sum(planned), cancelled: sum(cancelled) }
}

/** Treats what is due as if its sender had died in the middle. */
export async function doubtDue(db: Queries, nowMs: number): Promise<number> {
  const doubted = await db
    .updateTable('delivery')
    .set((eb) => ({
      state: 'sending',
      lease_token: 'lost',
      lease_until: nowMs,
      send_started_at: eb.ref('next_at'),
      updated_at: nowMs,
    }))
    .where('state', 'in', ['pending', 'leased'])
    .where('next_at', '<=', nowMs)
    .returning('key')
    .execute()
  return doubted.length
}

/** Adds what is missing, and changes what differs and was not begun. */
async function planSlice(db: Queries, wanted: readonly WantedDelivery[], nowMs: number): Promise<number> {
  const planned = await db
    .insertInto('delivery')
    .values(wanted.map((one) => rowOf(one, nowMs)))
    .onConflict((conflict) => conflict.column('key').doUpdateSet(planAnew).where(isToChange))
    .returning('key')
    .execute()
  return planned.length
}

const isOpen = sql<boolean>`delivery.state in ('pending', 'leased')`
/** Due at another time, or put off to one, as long as nobody has tried. */
const isMoved = sql<boolean>`(delivery.due_at <> excluded.due_at
  or delivery.attempt = 0 and delivery.next_at <> excluded.next_at)`
/** Cancelled in an earlier plan; or too late then, and put off since. */
const isTakenUp = sql<boolean>`(delivery.state = 'cancelled'
  or delivery.state = 'expired' and excluded.due_at > delivery.due_at)`
const isToChange = sql<boolean>`(${isTakenUp} or ${isOpen} and (${isMoved}
  or delivery.expires_at <> excluded.expires_at or delivery.subscription_ids <> excluded.subscription_ids))`

/** What only concerns other subscriptions leaves alone who holds it, and when it is tried again. */
const planAnew = {
  subscription_ids: excluded('subscription_ids'),
  due_at: excluded('due_at'),
  expires_at: excluded('expires_at'),
  updated_at: excluded('updated_at'),
  state: whereAnew(excluded('state'), 'state'),
  attempt: whereAnew(excluded('attempt'), 'attempt'),
  next_at: whereAnew(excluded('next_at'), 'next_at'),
  lease_token: whereAnew(excluded('lease_token'), 'lease_token'),
  lease_until: whereAnew(excluded('lease_until'), 'lease_until'),
  last_error: whereAnew(excluded('last_error'), 'last_error'),
}

type Row = Tables['delivery']

function excluded<C extends keyof Row & string>(column: C): Expression<Row[C]> {
  return sql<Row[C]>`${sql.ref(`excluded.${column}`)}`
}

function whereAnew<C extends keyof Row & string>(value: Expression<Row[C]>, column: C): Expression<Row[C]> {
  return sql<Row[C]>`case when ${isMoved} or ${isTakenUp} then ${value} else ${sql.ref(`delivery.${column}`)} end`
}

async function cancelOthers(
  db: Queries,
  place: ReferenceKey,
  kinds: PlanScope['kinds'],
  wanted: ReadonlyMap<string, WantedDelivery>,
  nowMs: number,
): Promise<number> {
  const open = await db
    .selectFrom('delivery')
    .select('key')
    .where(matchesPlace(place))
    .where('kind', 'in', kinds)
    .where('lead', '<>', AGAIN)
    .where('state', 'in', ['pending', 'leased'])
    // Who has planned since then knew better what is wanted.
    .where((eb) => eb.or([eb('state', '=', 'leased'), eb('updated_at', '<=', nowMs)]))
    .orderBy('key')
    .execute()
  const others = open.map(({ key }) => key).filter((key) => !wanted.has(key))
  const cancelled = await Promise.all(slicesOf(others).map((keys) => cancel(db, keys, nowMs)))
  return sum(cancelled)
}

async function cancel(db: Queries, keys: readonly string[], nowMs: number): Promise<number> {
  const cancelled = await db
    .updateTable('delivery')
    .set({ state: 'cancelled', lease_token: null, lease_until: null, updated_at: nowMs })
    .where('key', 'in', keys)
    // One that another process began in the meantime is out of reach.
    .where('state', 'in', ['pending', 'leased'])
    .returning('key')
    .execute()
  return cancelled.length
}

function slicesOf<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / SLICE)
  return Array.from({ length: count }, (_, index) => all.slice(index * SLICE, (index + 1) * SLICE))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
