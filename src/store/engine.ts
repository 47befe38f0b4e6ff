import type { SelectQueryBuilder } from 'kysely'
import type { Queries, Tables } from './tables.ts'

/** An opened database that has all tables. */
export type Engine = {
  readonly db: Queries
  /** The pause after each commit, in multiples of its duration; for engines whose commits stop the event loop. */
  readonly restAfterCommit: number
  /** Locks what a query finds for this transaction, leaving out what another has locked; where there can be another. */
  readonly lockFree: LockFree
  /** Makes everything durable and lets go of the database. Nothing may be in use any more. */
  close(): Promise<void>
}

export type LockFree = <T extends keyof Tables, O>(query: SelectQueryBuilder<Tables, T, O>) => typeof query
