import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PostgresServer, skipReason, startPostgres, tellOfSkipping } from '../store/postgres-server.ts'
import { aFolder, aKnowledgeFolder, type TemporaryFolder } from './knowledge-fixture.ts'
import { runProgram } from './run-program.ts'
import { type RunningService, startService } from './running-service.ts'
import type { FakeConnector } from './teams/fake/fake-connector.ts'
import { startFakeConnector } from './teams/fake/start-fake-connector.ts'

tellOfSkipping('tests of the service on a shared store')

describe.skipIf(skipReason !== undefined)('the service on a shared store', () => {
  let server: PostgresServer
  let teams: FakeConnector
  let knowledge: TemporaryFolder
  let unused: TemporaryFolder

  beforeAll(async () => {
    server = await startPostgres()
    teams = await startFakeConnector()
    knowledge = aKnowledgeFolder()
    unused = aFolder()
  })
  afterAll(async () => {
    knowledge[Symbol.dispose]()
    unused[Symbol.dispose]()
    await teams[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  })

  function start(url: string): Promise<RunningService> {
    return startService(knowledge.path, { ...teams.settings, DATABASE_URL: url, DATA_DIR: unused.path })
  }

  async function examine(url: string): Promise<string[]> {
    const env = { ...teams.settings, PORT: '9', FOCAL_POINT_KNOWLEDGE: knowledge.path, DATABASE_URL: url }
    return (await runProgram('doctor.ts', { env })).stdout.split('\n').filter((line) => line.includes('DATABASE_URL'))
  }

  async function readiness({ url }: RunningService): Promise<unknown> {
    const response = await fetch(`${url}/readyz`)
    return { status: response.status, body: await response.json() }
  }

  test('runs several times on one database, and the doctor says how that is', async () => {
    const url = server.database()
    expect(await examine(url)).toEqual([
      'note  DATABASE_URL: the database can be reached; its tables will be made at the start',
    ])
    await using first = await start(url)
    await using second = await start(url)
    for (const service of [first, second])
      expect(await readiness(service)).toMatchObject({ status: 200, body: { checks: { store: { status: 'ok' } } } })
    expect(await examine(url)).toEqual(['ok    DATABASE_URL: the database can be reached and holds the store'])
  })

  test('is not ready while the database is away, and is again when it is back', async () => {
    await using service = await start(server.database())
    await server.stop()
    const reason = 'the database of DATABASE_URL cannot be written; make sure that it runs and can be reached'
    expect(await readiness(service)).toMatchObject({ status: 503, body: { checks: { store: { reason } } } })
    await server.restart()
    expect(await readiness(service)).toMatchObject({ status: 200 })
  })

  test('does not start without the database, and says so without its password', async () => {
    const url = 'postgres://focal:hush@127.0.0.1:9/none'
    const env = { ...teams.settings, PORT: '0', FOCAL_POINT_KNOWLEDGE: knowledge.path, DATABASE_URL: url }
    const { exitCode, stderr } = await runProgram('start.ts', { env })
    expect(stderr).toMatch(/^DATABASE_URL: the database cannot be used \(ECONNREFUSED\)[^\n]*\n$/)
    expect(stderr).not.toContain('hush')
    expect(exitCode).toBe(1)
    expect(await examine(url)).toEqual([
      expect.stringMatching(/^WRONG DATABASE_URL: the database cannot be used \(ECONNREFUSED\)/),
    ])
  })
})
