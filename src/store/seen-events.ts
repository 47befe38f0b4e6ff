import type { GroupCommit } from './group-commit.ts'
import type { Platform } from './platform.ts'
import { createPruning, type DeleteOlder } from './pruning.ts'
import type { Queries } from './tables.ts'

// Platforms send an event again for minutes, Slack after an outage for hours.
const KEEP_MS = 3 * 24 * 60 * 60 * 1000

/** Events of chat platforms that have been taken on, so that none is answered twice, also after a restart. */
export type SeenEvents = {
  /** True for exactly one caller per platform and key, for at least three days; durable before it resolves. */
  claim(platform: Platform, key: string, nowMs: number): Promise<boolean>
  /** Whether a claim of this event has been committed. */
  has(platform: Platform, key: string): Promise<boolean>
}

export function createSeenEvents(db: Queries, commits: GroupCommit): SeenEvents {
  const prune = createPruning(KEEP_MS, deleteOlder)
  return {
    claim: (platform, key, nowMs) =>
      commits.write(async (tx) => {
        const claimed = await tx
          .insertInto('seen_event')
          .values({ platform, event_key: key, seen_at: nowMs })
          .onConflict((conflict) => conflict.doNothing())
          .returning('event_key')
          .executeTakeFirst()
        await prune(tx, nowMs)
        return claimed !== undefined
      }),
    has: async (platform, key) => {
      const seen = db.selectFrom('seen_event').select('event_key')
      const row = await seen.where('platform', '=', platform).where('event_key', '=', key).executeTakeFirst()
      return row !== undefined
    },
  }
}

const deleteOlder: DeleteOlder = async (db, beforeMs, limit) => {
  const { numDeletedRows } = await db
    .deleteFrom('seen_event')
    .where(({ eb, refTuple, selectFrom }) => {
      const older = selectFrom('seen_event').select(['platform', 'event_key']).where('seen_at', '<', beforeMs)
      return eb(
        refTuple('platform', 'event_key'),
        'in',
        older.orderBy('seen_at').limit(limit).$asTuple('platform', 'event_key'),
      )
    })
    .executeTakeFirst()
  return Number(numDeletedRows)
}
