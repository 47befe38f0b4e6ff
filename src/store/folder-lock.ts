import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError, StoreInUseError } from './store-error.ts'

// https://www.sqlite.org/rescode.html#busy
const SQLITE_BUSY = 5

/**
 * Keeps a folder for one process. The lock is one that the operating system holds for the process, so that it is free
 * again after any kind of death; and it remembers whether the folder has ever held a store.
 */
export class FolderLock {
  readonly #database: DatabaseSync

  private constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** @throws {StoreError} at once if another process, or this one, has the folder */
  static take(folder: string): FolderLock {
    const file = join(folder, 'lock')
    createLockFile(file)
    try {
      return new FolderLock(lockDatabase(file))
    } catch (error) {
      throw refusal(folder, file, error)
    }
  }

  get hasHeldStore(): boolean {
    return this.#database.prepare('pragma user_version').get()?.user_version === 1
  }

  noteStore(): void {
    if (!this.hasHeldStore) this.#database.exec('pragma user_version = 1; commit; begin exclusive')
  }

  release(): void {
    this.#database.close()
  }
}

function createLockFile(file: string): void {
  try {
    // Never opened when it is there: closing it again would free the lock that this process may hold.
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw new StoreError(`${file}: cannot be created; make the folder writable, or set DATA_DIR to another folder`, {
      cause: error,
    })
  }
}

function lockDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    // With this mode the lock outlasts the commit in `noteStore`.
    database.exec('pragma locking_mode = exclusive; begin exclusive')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function refusal(folder: string, file: string, cause: unknown): StoreError {
  if (cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY) {
    const remedy = 'stop that one, or set DATA_DIR to another folder'
    return new StoreInUseError(`${folder}: is in use by another process; ${remedy}`, { cause })
  }
  const remedy = 'make it writable or delete it, or set DATA_DIR to another folder'
  return new StoreError(`${file}: cannot be used as a lock; ${remedy}`, { cause })
}
