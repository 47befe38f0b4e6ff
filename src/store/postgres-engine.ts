import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { Engine } from './engine.ts'
import { IDENTITY, type Migrations, migrate, storeMigrations } from './migrations.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/** The type of whole numbers of eight bytes; ours are moments in milliseconds, which a number holds exactly. */
const BIGINT = types.builtins.INT8
const CONNECT_TIMEOUT_MS = 5000
/** A statement that takes longer has lost its server or waits for somebody who will not come back. */
const STATEMENT_TIMEOUT_MS = 30_000
const MOST_CONNECTIONS = 10

/**
 * Opens the store in a PostgreSQL database (15 or newer), or creates its tables in an empty one. Any number of processes may
 * have it at a time.
 * @throws {StoreError} one line that names `DATABASE_URL` and the remedy, never the address, which holds a password
 */
export async function openPostgres(url: string, migrations: Migrations = storeMigrations): Promise<Engine> {
  const pool = createPool(url)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await checkIdentity(pool)
    // Kysely holds a lock of the database meanwhile, so of many that start at once one creates the tables.
    await migrate(db, migrations)
    // Commits stop nobody here: the server does them.
    return {
      db,
      restAfterCommit: 0,
      lockFree: (query) => query.forUpdate().skipLocked(),
      close: () => db.destroy(),
    }
  } catch (error) {
    await db.destroy()
    throw asStoreError(error)
  }
}

/**
 * Whether the database can be reached and is ours, without changing anything in it.
 * @throws {StoreError} like `openPostgres`
 */
export async function examinePostgres(url: string): Promise<'empty' | 'store'> {
  const pool = createPool(url)
  try {
    return (await checkIdentity(pool)) ? 'store' : 'empty'
  } catch (error) {
    throw asStoreError(error)
  } finally {
    await pool.end()
  }
}

function createPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'focal-point',
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === BIGINT ? Number : types.getTypeParser(id, format),
    },
  })
  // Broken connections are replaced. Unheard, one that breaks between two queries would end the process: the pool listens
  // only to those that nobody has taken.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Only reads: tables of somebody else must not be mixed with ours. False where there are none yet. */
async function checkIdentity(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(tablesOf)
  const names = rows.map(({ table_name }: { table_name: string }) => table_name)
  // Kysely's own tables come first, so that a start that dies then leaves them alone.
  if (names.every((name) => name.startsWith('kysely_'))) return false
  if (!names.includes('meta')) throw new StoreError(refusal('holds tables of something else'))
  const identity = await pool.query('select value from meta where key = $1', [IDENTITY.key])
  if (identity.rows[0]?.value !== IDENTITY.value) throw new StoreError(refusal('holds tables of something else'))
  return true
}

const tablesOf = 'select table_name from information_schema.tables where table_schema = current_schema()'

function refusal(reason: string): string {
  return `DATABASE_URL: the database ${reason}; name an empty one, or that of this service`
}

function asStoreError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  return new StoreError(
    `DATABASE_URL: the database cannot be used (${code}); make sure that it runs, and that user, password and rights are right`,
    { cause },
  )
}
