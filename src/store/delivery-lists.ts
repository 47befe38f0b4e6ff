import { sql } from 'kysely'
import { type Delivery, deliveryOf } from './delivery.ts'
import { matchesPlace } from './matches-place.ts'
import type { ReferenceKey } from './references.ts'
import type { DeliveryState } from './reminder-tables.ts'
import type { Queries } from './tables.ts'

/** What people and operators ask about deliveries. */
export type DeliveryLists = {
  find(key: string): Promise<Delivery | undefined>
  /** Those of a conversation that are still to be sent, the next first. */
  upcomingOf(conversation: ReferenceKey, limit: number): Promise<readonly Delivery[]>
  /** Those of a conversation that were sent, or given up, the latest first. */
  lastOf(conversation: ReferenceKey, limit: number): Promise<readonly Delivery[]>
  /** All that are to be sent up to then and wait for their time, the next first. */
  due(untilMs: number, limit: number): Promise<readonly Delivery[]>
  /** All in one state, the latest due first. */
  inState(state: DeliveryState, limit: number): Promise<readonly Delivery[]>
  /** How many there are in each state that any is in. */
  countByState(): Promise<Readonly<Partial<Record<DeliveryState, number>>>>
  /** Of a meeting, what was sent, or may have been, or is being sent. */
  toldOf(meetingId: string): Promise<readonly Delivery[]>
}

export function createDeliveryLists(db: Queries): DeliveryLists {
  const all = () => db.selectFrom('delivery').selectAll()
  const ofConversation = (conversation: ReferenceKey) => all().where(matchesPlace(conversation))
  return {
    find: async (key) => {
      const row = await all().where('key', '=', key).executeTakeFirst()
      return row && deliveryOf(row)
    },
    upcomingOf: async (conversation, limit) => {
      const rows = ofConversation(conversation).where('state', 'in', ['pending', 'leased', 'sending', 'checking'])
      return (await rows.orderBy('due_at').orderBy('key').limit(limit).execute()).map(deliveryOf)
    },
    lastOf: async (conversation, limit) => {
      const rows = ofConversation(conversation).where('state', 'in', ['sent', 'unknown', 'expired', 'failed'])
      return (await rows.orderBy('due_at', 'desc').orderBy('key').limit(limit).execute()).map(deliveryOf)
    },
    due: async (untilMs, limit) => {
      const rows = all().where('state', '=', sql.lit<DeliveryState>('pending')).where('next_at', '<=', untilMs)
      return (await rows.orderBy('next_at').orderBy('key').limit(limit).execute()).map(deliveryOf)
    },
    inState: async (state, limit) => {
      const rows = all().where('state', '=', state).orderBy('due_at', 'desc').orderBy('key')
      return (await rows.limit(limit).execute()).map(deliveryOf)
    },
    countByState: async () => {
      const counted = db.selectFrom('delivery').select(['state', ({ fn }) => fn.countAll<number>().as('count')])
      const rows = await counted.groupBy('state').execute()
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
    },
    toldOf: async (meetingId) => {
      const rows = all().where('meeting_id', '=', meetingId).orderBy('due_at').orderBy('key')
      const told = rows.where('state', 'in', [sql.lit<DeliveryState>('sent'), sql.lit<DeliveryState>('unknown')])
      // Two queries, as each goes through an index of its own; few are held at a time.
      const inFlight = rows.where('lease_until', 'is not', null).where('state', 'in', ['sending', 'checking'])
      const [done, held] = await Promise.all([told.execute(), inFlight.execute()])
      return [...done, ...held].map(deliveryOf)
    },
  }
}
