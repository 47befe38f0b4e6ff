import { sql } from 'kysely'
import type { DeleteOlder } from './pruning.ts'

/** A year can be compared with the one before it in part. */
export const KEEP_INSIGHTS_MS = 400 * 24 * 60 * 60 * 1000
/** Whoever writes nonsense to a public page must not fill the disk. */
const MOST_QUESTIONS = 5000

/** Counts and questions by the day on which there were any last; and of questions those that are too many. */
export const deleteOldInsights: DeleteOlder = async (db, beforeMs, limit) => {
  const before = Temporal.Instant.fromEpochMilliseconds(beforeMs).toString().slice(0, 10)
  const slice = sql.lit(limit)
  const counts = await sql`delete from answer_count where day in
    (select distinct day from answer_count where day < ${before} order by day limit 1)`.execute(db)
  const old = await sql`delete from unanswered where key in
    (select key from unanswered where last_day < ${before} order by last_day limit ${slice})`.execute(db)
  const many = await sql`delete from unanswered where key in
    (select key from unanswered order by last_day desc, asked desc, key limit ${slice} offset ${sql.lit(MOST_QUESTIONS)})`.execute(
    db,
  )
  const deleted = [counts, old, many].map(({ numAffectedRows }) => Number(numAffectedRows ?? 0))
  return deleted.some((rows) => rows > 0) ? limit : 0
}
