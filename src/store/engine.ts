import type { Queries } from './tables.ts'

/** An opened database that has all tables. */
export type Engine = {
  readonly db: Queries
  /** The pause after each commit, in multiples of its duration; for engines whose commits stop the event loop. */
  readonly restAfterCommit: number
  /** Makes everything durable and lets go of the database. Nothing may be in use any more. */
  close(): Promise<void>
}
