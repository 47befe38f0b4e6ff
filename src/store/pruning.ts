import type { Queries } from './tables.ts'

const IDLE_MS = 60_000
const BUSY_MS = 100
// A slice takes about two milliseconds, and ten a second keep up with more writes than ever come.
const SLICE = 200

/** Deletes up to `limit` rows older than `beforeMs`; returns how many. */
export type DeleteOlder = (db: Queries, beforeMs: number, limit: number) => Promise<number>

/**
 * Returns what each write calls to delete rows that have outlived `keepMs`: a slice at a time, so that no commit takes
 * long, and once a minute where little is left.
 */
export function createPruning(keepMs: number, deleteOlder: DeleteOlder): (db: Queries, nowMs: number) => Promise<void> {
  let dueMs = 0
  return async (db, nowMs) => {
    if (nowMs < dueMs) return
    const deleted = await deleteOlder(db, nowMs - keepMs, SLICE)
    dueMs = nowMs + (deleted < SLICE ? IDLE_MS : BUSY_MS)
  }
}
