import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { Engine } from '../../src/store/engine.ts'
import { openEngine, openStore, type Store } from '../../src/store/store.ts'
import { killTrials } from './kill-trials.ts'
import { queryPlans } from './query-plans.ts'
import { storeConformance } from './store-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

const NOW = Date.UTC(2027, 2, 3, 8)

describe('an embedded store', () => {
  storeConformance(openInNewFolder)
  queryPlans({ open: openEngineInNewFolder, explain: 'explain query plan', analyze: 'analyze' })
})

test('remembers everything when it is opened again', async () => {
  using folder = temporaryFolder()
  const verdict = { platform: 'slack', workspace: 'T1', answerId: 'a', person: 'U1', verdict: 'down' } as const
  {
    await using store = await openStore(folder.path)
    await store.seenEvents.claim('slack', 'Ev1', NOW)
    await store.keptAnswers.keep({ id: 'a', workspace: 'T1', body: '{}' }, NOW)
    await store.feedback.record({ ...verdict, intent: 'role', status: 'answered', language: 'fr' }, NOW)
  }
  await using store = await openStore(folder.path)
  expect(await store.seenEvents.claim('slack', 'Ev1', NOW)).toBe(false)
  expect(await store.keptAnswers.find('a', 'T1')).toBe('{}')
  expect(await store.feedback.addReason(verdict, 'old', NOW)).toBe(true)
})

test('holds nobody’s name', async () => {
  using folder = temporaryFolder()
  {
    await using store = await openStore(folder.path)
    const about = { platform: 'slack', workspace: 'T1', intent: 'role', status: 'answered', language: 'fr' } as const
    for (const answerId of ['kept-word', 'other'])
      await store.feedback.record({ ...about, answerId, person: 'U0PERSON', verdict: 'up' }, NOW)
  }
  const bytes = readdirSync(folder.path).map((file) => readFileSync(join(folder.path, file), 'latin1'))
  expect(bytes.join('')).toContain('kept-word')
  expect(bytes.join('')).not.toContain('U0PERSON')
  using database = new DatabaseSync(join(folder.path, 'store.sqlite'))
  const hashes = database.prepare('select distinct person_hash from feedback').all()
  expect(hashes, 'one person on two answers cannot be recognised').toHaveLength(2)
})

test('loses nothing acknowledged, and keeps nothing by halves, when its process is killed', async () => {
  using folder = temporaryFolder()
  const { acknowledged, ...faults } = await killTrials(folder.path, 8)
  expect(acknowledged).toBeGreaterThan(8)
  expect(faults).toEqual({ lost: 0, partial: 0 })
  using database = new DatabaseSync(join(folder.path, 'store.sqlite'))
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
}, 60_000)

async function openInNewFolder(): Promise<Store> {
  const folder = temporaryFolder()
  const store = await openStore(folder.path)
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

async function openEngineInNewFolder(): Promise<Engine> {
  const folder = temporaryFolder()
  const engine = await openEngine(folder.path)
  return { ...engine, close: () => engine.close().finally(() => folder[Symbol.dispose]()) }
}
