import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Engine } from '../../src/store/engine.ts'
import { NodeSqliteDialect } from '../../src/store/sqlite-dialect.ts'
import { openEngine } from '../../src/store/store.ts'
import type { Tables } from '../../src/store/tables.ts'

/** A folder that holds a store, or the address of a database. */
export type SharedPlace = { readonly folder: string } | { readonly url: string }

/** Who is stopped in the middle of a commit holds up all others. */
const longestPauseMs = 30_000

/**
 * Opens a store that other processes have open, too. The service lets one process alone have a folder; here several share
 * the file, which puts the store itself to a harder test.
 */
export async function openShared(place: SharedPlace): Promise<Engine> {
  if ('url' in place) return await openEngine({ DATA_DIR: '', DATABASE_URL: place.url })
  const database = new DatabaseSync(join(place.folder, 'store.sqlite'), { timeout: longestPauseMs })
  database.exec('pragma journal_mode = wal; pragma synchronous = full')
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
  return { db, restAfterCommit: 5, lockFree: (query) => query, close: () => db.destroy() }
}
