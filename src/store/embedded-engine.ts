import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Engine } from './engine.ts'
import { FolderLock } from './folder-lock.ts'
import { IDENTITY, latestMigration, type Migrations, migrate, storeMigrations } from './migrations.ts'
import { NodeSqliteDialect } from './sqlite-dialect.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

const BUSY_TIMEOUT_MS = 5000
const OTHER_FOLDER = 'set DATA_DIR to another folder'
const RESTORE = `restore it from a backup, or ${OTHER_FOLDER}`

/**
 * Opens the SQLite database in a folder, or creates it in a folder that has never had one.
 * @throws {StoreError} without having changed any file that was there
 */
export async function openEmbedded(folder: string, migrations: Migrations = storeMigrations): Promise<Engine> {
  createFolder(folder)
  const lock = FolderLock.take(folder)
  try {
    const file = join(folder, 'store.sqlite')
    if (existsSync(file)) checkFile(file)
    else await createFile(file, lock, migrations)
    const db = await openFile(file, migrations)
    lock.noteStore()
    // Commits take at most a sixth of the time then.
    return {
      db,
      restAfterCommit: 5,
      lockFree: (query) => query,
      close: () => db.destroy().finally(() => lock.release()),
    }
  } catch (error) {
    lock.release()
    throw asStoreError(error, folder)
  }
}

/**
 * Opens it only to read, also beside a process that has it; changes nothing.
 * @throws {StoreError} where there is none of this version
 */
export function readEmbedded(folder: string): Engine {
  const file = join(folder, 'store.sqlite')
  if (!existsSync(file))
    throw new StoreError(`DATA_DIR: there is no store at ${folder} yet; the service makes it at its start`)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
    checkIdentity(database)
    checkVersion(database)
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
    return { db, restAfterCommit: 0, lockFree: (query) => query, close: () => db.destroy() }
  } catch (cause) {
    database?.close()
    throw new StoreError(
      `${file}: is damaged, or no store of this version (${messageOf(cause)}); a start of the service brings an older one up to date`,
      {
        cause,
      },
    )
  }
}

function createFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StoreError(`${folder}: cannot be created as a folder; ${OTHER_FOLDER}`, { cause })
  }
}

function checkFile(file: string): void {
  const { size } = statSync(file)
  // SQLite would take it for a new database.
  if (size === 0) throw new StoreError(`${file}: is empty; ${RESTORE}`)
  try {
    closeSync(openSync(file, 'r+'))
  } catch (cause) {
    throw new StoreError(`${file}: cannot be read and written; change its permissions, or ${OTHER_FOLDER}`, { cause })
  }
}

/** Appears under its name only when it is complete, so that a start that dies leaves nothing that looks like a store. */
async function createFile(file: string, lock: FolderLock, migrations: Migrations): Promise<void> {
  if (lock.hasHeldStore || existsSync(`${file}-wal`)) {
    throw new StoreError(`${file}: is missing, although this folder has held a store; ${RESTORE}`)
  }
  const draft = `${file}.new`
  for (const leftover of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(leftover, { force: true })
  closeSync(openSync(draft, 'wx', 0o600))
  const db = connect(new DatabaseSync(draft))
  await migrate(db, migrations).finally(() => db.destroy())
  renameSync(draft, file)
  makeDurable(join(file, '..'))
}

async function openFile(file: string, migrations: Migrations): Promise<Kysely<Tables>> {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    checkIdentity(database)
    const db = connect(database)
    await migrate(db, migrations)
    return db
  } catch (cause) {
    database.close()
    throw new StoreError(`${file}: is damaged, or no store of this version (${messageOf(cause)}); ${RESTORE}`, {
      cause,
    })
  }
}

/** Only reads: until this is known, the file may be somebody else's. */
function checkIdentity(database: DatabaseSync): void {
  const row = database.prepare('select value from meta where key = ?').get(IDENTITY.key)
  if (row?.value !== IDENTITY.value) throw new Error(`${IDENTITY.key} is not ${IDENTITY.value}`)
}

function checkVersion(database: DatabaseSync): void {
  const row = database.prepare('select max(name) as name from kysely_migration').get()
  if (row?.name !== latestMigration) throw new Error(`its tables are ${row?.name}, not ${latestMigration}`)
}

function connect(database: DatabaseSync): Kysely<Tables> {
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
}

/** A new name in a folder outlasts a power cut only when the folder itself has been written. */
function makeDurable(folder: string): void {
  // Windows has no such thing.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function asStoreError(cause: unknown, folder: string): StoreError {
  if (cause instanceof StoreError) return cause
  const remedy = `make sure that it is writable and the disk not full, or ${OTHER_FOLDER}`
  return new StoreError(`${folder}: cannot hold the store (${messageOf(cause)}); ${remedy}`, { cause })
}

/** In one line. */
function messageOf(cause: unknown): string {
  return String(cause instanceof Error ? cause.message : cause).replaceAll(/\s+/g, ' ')
}
