import type { DeleteOlder } from './pruning.ts'

/** Long enough for everybody who asks what became of a reminder; its key names a day that is over by then. */
export const KEEP_DELIVERIES_MS = 90 * 24 * 60 * 60 * 1000

/** By when they were of use last. */
export const deleteOldDeliveries: DeleteOlder = async (db, beforeMs, limit) => {
  const { numDeletedRows } = await db
    .deleteFrom('delivery')
    .where('key', 'in', (eb) => {
      const older = eb.selectFrom('delivery').select('key').where('expires_at', '<', beforeMs)
      return older.orderBy('expires_at').limit(limit)
    })
    .executeTakeFirst()
  return Number(numDeletedRows)
}
