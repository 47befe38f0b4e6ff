import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PostgresServer, skipReason, startPostgres, tellOfSkipping } from '../store/postgres-server.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { runTrial, type Trial } from './crash-trial.ts'

/** The short form of `npm run test:crash`. */
const short: Omit<Trial, 'place'> = {
  mode: 'read-back',
  due: 2000,
  workers: 4,
  kills: 8,
  pauses: 1,
  factor: 20,
}
const right = { lost: 0, duplicates: 0, unknown: 0 }

describe.concurrent('of two thousand reminders, although processes are killed and paused, none is lost and none comes twice', () => {
  let server: PostgresServer | undefined

  beforeAll(async () => {
    tellOfSkipping('the crash test on PostgreSQL')
    if (skipReason === undefined) server = await startPostgres()
  })
  afterAll(async () => await server?.[Symbol.asyncDispose]())

  test('on SQLite', async () => {
    using folder = temporaryFolder()
    expect(await runTrial({ ...short, place: { folder: folder.path } })).toMatchObject(right)
  }, 60_000)

  test.skipIf(skipReason !== undefined)(
    'on PostgreSQL',
    async () => {
      expect(await runTrial({ ...short, place: { url: server?.database() ?? '' } })).toMatchObject(right)
    },
    60_000,
  )
})
