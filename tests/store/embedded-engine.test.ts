import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openEmbedded } from '../../src/store/embedded-engine.ts'
import { storeMigrations } from '../../src/store/migrations.ts'
import { openStore, readStore } from '../../src/store/store.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { asOrdinaryUser } from './ordinary-user.ts'
import { aSubscription } from './reminder-builders.ts'
import { startStoreProgram } from './store-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const REFUSED_OUTPUT =
  /^StoreInUseError: .* is in use by another process; stop that one, or set DATA_DIR to another folder$/

describe('the folder', () => {
  test('is created with its files, for the owner only', async () => {
    using parent = temporaryFolder()
    const folder = join(parent.path, 'deep', 'data')
    await using store = await openStore(folder)
    await store.seenEvents.claim('slack', 'Ev1', 0)
    expect(modeOf(folder)).toBe(0o700)
    expect(modeOf(join(folder, '..'))).toBe(0o700)
    const modes = Object.fromEntries(readdirSync(folder).map((file) => [file, modeOf(join(folder, file))]))
    expect(modes).toMatchObject({ lock: 0o600, 'store.sqlite': 0o600, 'store.sqlite-wal': 0o600 })
    expect(new Set(Object.values(modes))).toEqual(new Set([0o600]))
  })

  test('holds the database and the lock, and nothing else, once the store is closed', async () => {
    using folder = temporaryFolder()
    await useStore(folder.path)
    expect(readdirSync(folder.path)).toEqual(['lock', 'store.sqlite'])
  })

  test.for<[string, string]>([
    ['is a file', 'taken'],
    ['would lie in a file', 'taken/data'],
  ])('is refused where it %s', async ([, name]) => {
    using parent = temporaryFolder()
    writeFileSync(join(parent.path, 'taken'), 'text')
    const folder = join(parent.path, name)
    expect(await refusalOf(folder)).toBe(`${folder}: cannot be created as a folder; set DATA_DIR to another folder`)
  })

  test('is refused where nothing can be written', async () => {
    using folder = temporaryFolder()
    chmodSync(folder.path, 0o500)
    await asOrdinaryUser(folder.path, async () => {
      expect(await refusalOf(folder.path)).toBe(
        `${folder.path}/lock: cannot be created; make the folder writable, or set DATA_DIR to another folder`,
      )
    })
  })

  test('is refused where the database cannot be made, and is free again', async () => {
    using folder = temporaryFolder()
    const obstacle = join(folder.path, 'store.sqlite.new')
    mkdirSync(obstacle)
    expect(await refusalOf(folder.path)).toMatch(/: cannot hold the store \(.*\); make sure that it is writable/)
    rmSync(obstacle, { recursive: true })
    await useStore(folder.path)
  })
})

describe('the database file', () => {
  test.for<[string, (file: string) => void, RegExp]>([
    ['of no length', (file) => truncateSync(file, 0), /: is empty; restore it/],
    [
      'of text',
      (file) => writeFileSync(file, 'Buy milk.\n'.repeat(1000)),
      /: is damaged, or no store .*not a database/,
    ],
    ['of a few letters', (file) => writeFileSync(file, 'milk'), /: is damaged, or no store/],
    ['cut in the middle', (file) => truncateSync(file, statSync(file).size / 2), /: is damaged, .*malformed/],
    ['cut in its first page', (file) => truncateSync(file, 1000), /: is damaged, or no store/],
    ['of another program', replaceByForeignDatabase, /: is damaged, or no store .*no such table: meta/],
    ['of another program with such a table', replaceByCousin, /: is damaged, or no store .*application is not/],
  ])('%s is refused and left alone', async ([, spoil, reason]) => {
    using folder = temporaryFolder()
    const file = join(folder.path, 'store.sqlite')
    await useStore(folder.path)
    spoil(file)
    const before = readFileSync(file)
    const refusal = await refusalOf(folder.path)
    expect(refusal).toMatch(reason)
    expect(refusal.startsWith(`${file}: `)).toBe(true)
    expect(refusal).toContain('; restore it from a backup, or set DATA_DIR to another folder')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('that may not be written is refused', async () => {
    using folder = temporaryFolder()
    const file = join(folder.path, 'store.sqlite')
    await useStore(folder.path)
    chmodSync(file, 0o400)
    await asOrdinaryUser(folder.path, async () => {
      expect(await refusalOf(folder.path)).toBe(
        `${file}: cannot be read and written; change its permissions, or set DATA_DIR to another folder`,
      )
    })
  })

  test('that is missing is refused in a folder that has held a store, and made in any other', async () => {
    using folder = temporaryFolder()
    const file = join(folder.path, 'store.sqlite')
    await useStore(folder.path)
    rmSync(file)
    expect(await refusalOf(folder.path)).toMatch(
      `${file}: is missing, although this folder has held a store; restore it`,
    )
    expect(readdirSync(folder.path)).toEqual(['lock'])
    rmSync(join(folder.path, 'lock'))
    await useStore(folder.path)
  })

  test('opens without its lock file, as when restored from a backup', async () => {
    using folder = temporaryFolder()
    await useStore(folder.path)
    rmSync(join(folder.path, 'lock'))
    await useStore(folder.path)
  })

  test('of a later version is refused', async () => {
    using folder = temporaryFolder()
    await migrateLater(folder.path)
    expect(await refusalOf(folder.path)).toMatch(/: is damaged, or no store of this version \(.*999-later is missing\)/)
  })
})

describe('the lock', () => {
  test('keeps a second process out until the first has been killed', async () => {
    using folder = temporaryFolder()
    await using first = startStoreProgram('hold-store.ts', [folder.path])
    expect(await first.lines(1)).toEqual(['open'])
    expect(await refusalOf(folder.path)).toBe(
      `${folder.path}: is in use by another process; stop that one, or set DATA_DIR to another folder`,
    )
    await first.kill()
    await useStore(folder.path)
  })

  test('keeps out a second opening by the same process', async () => {
    using folder = temporaryFolder()
    {
      await using _store = await openStore(folder.path)
      expect(await refusalOf(folder.path)).toMatch('is in use by another process')
      await using second = startStoreProgram('hold-store.ts', [folder.path])
      expect(await second.lines(1), 'still locked after the refusal').toEqual([expect.stringMatching(REFUSED_OUTPUT)])
    }
    await useStore(folder.path)
  })

  test('lets one of several processes in that start at once in a new folder', async () => {
    using folder = temporaryFolder()
    await using processes = new AsyncDisposableStack()
    const started = Array.from({ length: 8 }, () => processes.use(startStoreProgram('hold-store.ts', [folder.path])))
    const outcomes = (await Promise.all(started.map((one) => one.lines(1)))).flat().sort()
    expect(outcomes).toEqual([...Array(7).fill(expect.stringMatching(REFUSED_OUTPUT)), 'open'])
  })

  test.for<[string, (file: string) => void]>([
    ['a text', (file) => writeFileSync(file, 'a text of another program\n'.repeat(50))],
    ['a folder', (file) => mkdirSync(file)],
  ])('that is %s is refused', async ([, occupy]) => {
    using folder = temporaryFolder()
    const file = join(folder.path, 'lock')
    occupy(file)
    expect(await refusalOf(folder.path)).toBe(
      `${file}: cannot be used as a lock; make it writable or delete it, or set DATA_DIR to another folder`,
    )
  })
})

describe('to read only', () => {
  test('a store can be opened while another process has it, and cannot be written', async () => {
    using folder = temporaryFolder()
    await using store = await openStore(folder.path)
    const { id } = await store.subscriptions.add(aSubscription(), 0)
    await using reading = await readStore(folder.path)
    expect(await reading.subscriptions.find(id)).toMatchObject({ id })
    await expect(reading.subscriptions.remove(id)).rejects.toThrow(/readonly/)
  })

  test('a store keeps nobody from opening it', async () => {
    using folder = temporaryFolder()
    await useStore(folder.path)
    await using _reading = await readStore(folder.path)
    await useStore(folder.path)
  })

  test.for<[string, (folder: string) => Promise<void>, RegExp]>([
    ['there is none', async () => {}, /^DATA_DIR: there is no store at .* yet; the service makes it/],
    ['it is of a later version', migrateLater, /its tables are 999-later, not 006/],
    ['it is none', async (folder) => writeFileSync(join(folder, 'store.sqlite'), 'milk'), /is damaged, or no store/],
  ])('is refused where %s', async ([, prepare, reason]) => {
    using folder = temporaryFolder()
    await prepare(folder.path)
    const before = readdirSync(folder.path)
    await expect(readStore(folder.path)).rejects.toThrow(reason)
    // SQLite may leave its empty ones behind.
    expect(readdirSync(folder.path).filter((file) => !/-(shm|wal)$/.test(file))).toEqual(before)
  })
})

describe('a migration that is killed', () => {
  test.for([
    ...Object.keys(storeMigrations).map((step) => ['the first start', step, async () => {}] as const),
    ['a later start', '999-dies', useStore],
  ] as const)('leaves no trace at %s, in the step %s', async ([, step, prepare]) => {
    using folder = temporaryFolder()
    await prepare(folder.path)
    await using dying = startStoreProgram('die-in-migration.ts', [folder.path, step])
    expect(await dying.lines(2)).toEqual(['migrating'])
    await useStore(folder.path)
    using database = new DatabaseSync(join(folder.path, 'store.sqlite'))
    expect(database.prepare("select name from sqlite_master where name = 'half_done'").all()).toEqual([])
    expect(readdirSync(folder.path).filter((file) => file.includes('.new'))).toEqual([])
  })
})

async function migrateLater(folder: string): Promise<void> {
  const later = await openEmbedded(folder, { ...storeMigrations, '999-later': { up: async () => {} } })
  await later.close()
}

async function useStore(folder: string): Promise<void> {
  await using store = await openStore(folder)
  await store.seenEvents.claim('slack', 'Ev1', 0)
}

/** The one line with which a folder is refused. */
async function refusalOf(folder: string): Promise<string> {
  const error = await openStore(folder).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof StoreError)) throw new Error(`${folder} was not refused with a StoreError`, { cause: error })
  expect(error.message).not.toContain('\n')
  return error.message
}

function replaceByForeignDatabase(file: string): void {
  rmSync(file)
  using database = new DatabaseSync(file)
  database.exec('create table shopping (item text)')
}

function replaceByCousin(file: string): void {
  rmSync(file)
  using database = new DatabaseSync(file)
  database.exec("create table meta (key text, value text); insert into meta values ('application', 'shopping')")
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}
