import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeMigrations } from '../../src/store/migrations.ts'
import { movedTables } from '../../src/store/moved-tables.ts'
import { openPostgres } from '../../src/store/postgres-engine.ts'
import { type Store, storeOn } from '../../src/store/store.ts'
import { killTrials } from './kill-trials.ts'
import { type PostgresServer, skipReason, startPostgres, tellOfSkipping } from './postgres-server.ts'
import { queryPlans } from './query-plans.ts'
import { aDelivery, MINUTE, NOW, plan } from './reminder-builders.ts'
import { storeConformance } from './store-conformance.ts'
import { startStoreProgram } from './store-process.ts'

tellOfSkipping('tests of the shared store')

describe.skipIf(skipReason !== undefined)('a shared store', () => {
  let server: PostgresServer
  let shared: string
  beforeAll(async () => {
    server = await startPostgres()
    shared = server.database()
  })
  afterAll(() => server[Symbol.asyncDispose]())

  async function open(url = server.database()): Promise<Store> {
    return await storeOn(await openPostgres(url))
  }

  storeConformance(async () => {
    // Much faster than a database for each test.
    const engine = await openPostgres(shared)
    const tables = movedTables.map(({ name }) => name).filter((name) => name !== 'meta')
    await sql`truncate table ${sql.join(tables.map((name) => sql.table(name)))}`.execute(engine.db)
    return await storeOn(engine)
  })

  queryPlans({ open: () => openPostgres(server.database()), explain: 'explain', analyze: 'analyze delivery' })

  test('hands each delivery to one of several processes that claim at once', async () => {
    const url = server.database()
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(url)))
    const wanted = Array.from({ length: 400 }, (_, index) => aDelivery({ meetingId: `meeting-${index}` }))
    await Promise.all(stores.map((store) => plan(store, wanted)))
    const claimed = await Promise.all(stores.map(claimAll))
    const keys = claimed.flat()
    expect([keys.length, new Set(keys).size]).toEqual([400, 400])
    expect(claimed.filter((some) => some.length > 0).length, 'how many got any').toBeGreaterThan(1)
    await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()))
  })

  test('is created once when many processes start at once', async () => {
    const url = server.database()
    const stores = await Promise.all(Array.from({ length: 8 }, () => open(url)))
    const claims = await Promise.all(stores.map((store) => store.seenEvents.claim('slack', 'Ev1', 1)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()))
  })

  test.for([...Object.keys(storeMigrations), '999-dies'])(
    'is opened as before after a start that died in the step %s',
    async (step) => {
      const url = server.database()
      await using dying = startStoreProgram('die-in-migration.ts', [url, step])
      expect(await dying.lines(2)).toEqual(['migrating'])
      await using store = await open(url)
      expect(await store.canWrite()).toBe(true)
    },
  )

  test('loses nothing acknowledged, and keeps nothing by halves, when its client is killed', async () => {
    const { acknowledged, ...faults } = await killTrials(server.database(), 3)
    expect(acknowledged).toBeGreaterThan(3)
    expect(faults).toEqual({ lost: 0, partial: 0 })
  })

  test('survives a restart of its server', async () => {
    await using store = await open()
    await store.seenEvents.claim('slack', 'Ev1', 1)
    await server.restart()
    // The first query finds the old connection broken.
    await store.seenEvents.has('slack', 'Ev1').catch(() => undefined)
    expect(await store.seenEvents.has('slack', 'Ev1')).toBe(true)
  })

  test('refuses a database with tables of somebody else, and leaves them alone', async () => {
    const url = server.database()
    const { Client } = await import('pg')
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query('create table invoice (id int)')
    await expect(openPostgres(url)).rejects.toThrow(/^DATABASE_URL: .*something else; name an empty one/)
    const { rows } = await client.query(
      "select table_name from information_schema.tables where table_schema = 'public'",
    )
    expect(rows).toEqual([{ table_name: 'invoice' }])
    await client.end()
  })

  test('refuses a server that is not there in one line without the password', async () => {
    const opening = openPostgres('postgres://focal:hush@127.0.0.1:9/none')
    await expect(opening).rejects.toThrow(/^DATABASE_URL: the database cannot be used \(ECONNREFUSED\)[^\n]*$/)
    await expect(opening).rejects.not.toThrow(/hush/)
  })
})

/** Claims until nothing is left. */
async function claimAll(store: Store): Promise<string[]> {
  const keys: string[] = []
  for (;;) {
    const claimed = await store.deliveries.claim(20, NOW, MINUTE)
    if (claimed.length === 0) return keys
    keys.push(...claimed.map(({ key }) => key))
  }
}
