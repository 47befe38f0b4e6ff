import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { openEmbedded } from '../../src/store/embedded-engine.ts'
import { GroupCommit } from '../../src/store/group-commit.ts'
import type { Queries } from '../../src/store/tables.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('commits together what comes together', async () => {
  await using opened = await openCounted()
  const commits = new GroupCommit(opened.engine)
  await Promise.all(Array.from({ length: 100 }, (_, index) => commits.write((db) => add(db, `key-${index}`))))
  expect(opened.commits()).toBe(1)
})

test('spreads a flood over several commits, so that the event loop goes on in between', async () => {
  await using opened = await openCounted()
  const commits = new GroupCommit(opened.engine)
  await Promise.all(Array.from({ length: 1200 }, (_, index) => commits.write((db) => add(db, `key-${index}`))))
  expect(opened.commits()).toBe(3)
})

test('takes what comes during a commit into the next', async () => {
  await using opened = await openCounted()
  const commits = new GroupCommit(opened.engine)
  let second: Promise<void> | undefined
  await commits.write(async (db) => {
    second = commits.write((later) => add(later, 'second'))
    await add(db, 'first')
  })
  await second
  expect(opened.commits()).toBe(2)
})

test('fails the write that fails, and undoes all of it', async () => {
  await using opened = await openCounted()
  const commits = new GroupCommit(opened.engine)
  const outcomes = await Promise.allSettled([
    commits.write((db) => add(db, 'first')),
    commits.write(async (db) => {
      await add(db, 'half')
      throw new Error('changed its mind')
    }),
    commits.write((db) => add(db, 'last')),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await keysIn(opened.engine.db)).toEqual(['first', 'last'])
})

test('goes on after a failure', async () => {
  await using opened = await openCounted()
  const commits = new GroupCommit(opened.engine)
  const failing = commits.write((db) => sql`insert into nowhere values (1)`.execute(db))
  await expect(failing).rejects.toThrow('no such table')
  await commits.write((db) => add(db, 'next'))
  expect(await keysIn(opened.engine.db)).toEqual(['next'])
})

/** An embedded engine that counts its transactions. */
async function openCounted() {
  const folder = temporaryFolder()
  const engine = await openEmbedded(folder.path)
  const transactions = vi.spyOn(engine.db, 'transaction')
  return {
    engine,
    commits: () => transactions.mock.calls.length,
    async [Symbol.asyncDispose]() {
      await engine.close()
      folder[Symbol.dispose]()
    },
  }
}

async function add(db: Queries, key: string): Promise<void> {
  await db.insertInto('seen_event').values({ platform: 'slack', event_key: key, seen_at: 0 }).execute()
}

async function keysIn(db: Queries): Promise<string[]> {
  const rows = await db.selectFrom('seen_event').select('event_key').orderBy('event_key').execute()
  return rows.map(({ event_key }) => event_key)
}
