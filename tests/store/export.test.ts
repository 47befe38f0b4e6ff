import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/store/engine.ts'
import { exportStore } from '../../src/store/export.ts'
import { importStore } from '../../src/store/import.ts'
import { movedTables } from '../../src/store/moved-tables.ts'
import { openEngine, type Store, storeOn } from '../../src/store/store.ts'
import { aCount, aNotedQuestion } from './insight-builders.ts'
import { type PostgresServer, skipReason, startPostgres, tellOfSkipping } from './postgres-server.ts'
import {
  aDelivery,
  aMeetingState,
  aReference,
  aSubscription,
  claimOne,
  DAY,
  HOUR,
  MINUTE,
  NOW,
  plan,
} from './reminder-builders.ts'
import { temporaryFolder } from './temporary-folder.ts'

tellOfSkipping('tests of moving to the shared store')

const verdict = { platform: 'slack', workspace: 'T1', answerId: 'a', person: 'U1', verdict: 'down' } as const

/** Fills every table, in a way that pages end within. */
async function fill(store: Store): Promise<void> {
  await store.seenEvents.claim('slack', 'Ev1', NOW)
  await store.keptAnswers.keep({ id: 'a', workspace: 'T1', body: '{"é":"\\n"}' }, NOW)
  await store.feedback.record({ ...verdict, intent: 'role', status: 'answered', language: 'fr' }, NOW)
  await store.references.keep({ ...aReference(), zone: 'Asia/Almaty' }, NOW)
  await store.subscriptions.add(aSubscription({ quiet: { from: '22:00', to: '07:00' } }), NOW)
  await store.meetingStates.keep([aMeetingState()], NOW)
  await store.insights.note([aCount()], [aNotedQuestion()], NOW)
  const many = Array.from({ length: 1100 }, (_, index) => aDelivery({ meetingId: `m${index}`, dueAtMs: NOW + HOUR }))
  await plan(store, [aDelivery(), ...many])
  const { key, leaseToken } = await claimOne(store)
  await store.deliveries.begin(key, leaseToken, NOW)
  await store.deliveries.finish(key, leaseToken, { kind: 'sent', ref: 'ts1' }, NOW)
}

async function filledLines(): Promise<string[]> {
  using folder = temporaryFolder()
  {
    await using store = await storeOn(await openEngine(folder.path))
    await fill(store)
  }
  return await linesOf(await openEngine(folder.path))
}

async function linesOf(engine: Engine): Promise<string[]> {
  const lines = await Array.fromAsync(exportStore(engine, NOW))
  await engine.close()
  return lines
}

function totalOf(lines: readonly string[]): unknown {
  return JSON.parse(lines.at(-1) ?? '')
}

let lines: readonly string[]
beforeAll(async () => {
  lines = await filledLines()
})

describe('an export', () => {
  test('begins with what it is, and ends with what its rows come to', () => {
    expect(JSON.parse(lines[0] ?? '')).toEqual({ store: 'focal-point', tables: '006-insights', exportedAtMs: NOW })
    const rows = { meta: 2, seen_event: 1, feedback: 1, conversation_reference: 1, kept_answer: 1, subscription: 1 }
    const total = {
      rows: { ...rows, delivery: 1101, meeting_state: 1, unanswered: 1, answer_count: 1 },
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    }
    expect(totalOf(lines)).toEqual(total)
    expect(lines).toHaveLength(1111 + 2)
  })

  test('leaves out no table', async () => {
    const migrations = ['migrations.ts', 'reminder-migration.ts', 'insight-migration.ts'].map((file) =>
      readFileSync(new URL(`../../src/store/${file}`, import.meta.url), 'utf8'),
    )
    const tables = [...migrations.join('').matchAll(/createTable\('(\w+)'\)/g)].map((match) => match[1])
    expect(movedTables.map(({ name }) => name).sort()).toEqual(tables.sort())
  })
})

describe('an import', () => {
  test('makes a store that knows all that the other knew', async () => {
    using folder = temporaryFolder()
    const engine = await openEngine(folder.path)
    expect(await importStore(engine, lines)).toEqual({ ...Object(totalOf(lines)), exportedAtMs: NOW })
    await using store = await storeOn(engine)
    await checkFilled(store)
  })

  test('is refused by a store that is not empty, which stays as it is', async () => {
    using folder = temporaryFolder()
    {
      await using store = await storeOn(await openEngine(folder.path))
      await store.seenEvents.claim('slack', 'Ev9', NOW)
    }
    const engine = await openEngine(folder.path)
    await expect(importStore(engine, lines)).rejects.toThrow(/^the store is not empty \(seen_event has rows\); import/)
    await using store = await storeOn(engine)
    expect(await store.seenEvents.has('slack', 'Ev9')).toBe(true)
  })

  test.for<[string, (lines: readonly string[]) => string[], RegExp]>([
    ['that is cut off', (all) => all.slice(0, -1), /^the export is cut off/],
    ['of nothing', () => [], /^the export is cut off/],
    ['without its beginning', (all) => all.slice(1), /^line 1: is not where it belongs/],
    ['with a row missing', (all) => all.toSpliced(5, 1), /^the export was changed/],
    ['with a row changed', (all) => all.map((line) => line.replace('"m700"', '"m7000"')), /^the export was changed/],
    ['that goes on', (all) => [...all, all[1] ?? ''], /^line 1114: is not where it belongs/],
    ['that is something else', () => ['<html>'], /^line 1: is no line of an export/],
    ['of a table that there is not', (all) => all.with(1, '{"table":"x","row":{}}'), /^line 2: is no line/],
    [
      'of another version',
      (all) => all.map((line) => line.replace('006-', '005-')),
      /of another version.*005-insights/,
    ],
  ])('of an export %s is refused and leaves nothing', async ([, spoil, reason]) => {
    using folder = temporaryFolder()
    const engine = await openEngine(folder.path)
    await expect(importStore(engine, spoil(lines))).rejects.toThrow(reason)
    expect(await importStore(engine, lines)).toMatchObject({ exportedAtMs: NOW })
    await engine.close()
  })

  test('of a backup sends nothing again, and has checked what may be out since', async () => {
    using folder = temporaryFolder()
    const engine = await openEngine(folder.path)
    await importStore(engine, lines)
    await using store = await storeOn(engine)
    const later = NOW + DAY
    expect(await store.deliveries.doubt(later)).toBe(1100)
    expect(await store.deliveries.claim(50, later, MINUTE)).toEqual([])
    expect(await store.deliveries.sweep(2000, later, MINUTE)).toHaveLength(1100)
    expect(await store.deliveries.find(aDelivery().key)).toMatchObject({ state: 'sent', providerRef: 'ts1' })
  })
})

describe.skipIf(skipReason !== undefined)('a move', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server[Symbol.asyncDispose]())

  test('to PostgreSQL and back keeps every row', async () => {
    const url = server.database()
    const shared = await openEngine({ DATA_DIR: '', DATABASE_URL: url })
    expect(await importStore(shared, lines)).toMatchObject(Object(totalOf(lines)))
    const moved = await linesOf(shared)
    expect(totalOf(moved)).toEqual(totalOf(lines))
    using folder = temporaryFolder()
    const back = await openEngine(folder.path)
    await importStore(back, moved)
    expect(totalOf(await linesOf(back))).toEqual(totalOf(lines))
    await using store = await storeOn(await openEngine({ DATA_DIR: '', DATABASE_URL: url }))
    await checkFilled(store)
  })

  test('takes a database that is in use as of one moment', async () => {
    const url = server.database()
    const engine = await openEngine({ DATA_DIR: '', DATABASE_URL: url })
    await importStore(engine, lines)
    await using store = await storeOn(await openEngine({ DATA_DIR: '', DATABASE_URL: url }))
    const taken: string[] = []
    for await (const line of exportStore(engine, NOW)) {
      taken.push(line)
      if (taken.length === 2) await store.meetingStates.keep([aMeetingState({ meetingId: 'later' })], NOW)
    }
    await engine.close()
    expect(totalOf(taken)).toEqual(totalOf(lines))
    expect((await store.meetingStates.find(['later'])).size).toBe(1)
  })

  test('leaves each pending reminder to be sent once', async () => {
    const url = server.database()
    const shared = await openEngine({ DATA_DIR: '', DATABASE_URL: url })
    await importStore(shared, lines)
    await shared.close()
    await using store = await storeOn(await openEngine({ DATA_DIR: '', DATABASE_URL: url }))
    const claimed = [
      await store.deliveries.claim(2000, NOW + HOUR, MINUTE),
      await store.deliveries.claim(2000, NOW + HOUR, MINUTE),
    ]
    expect(claimed.map((some) => some.length)).toEqual([1100, 0])
  })
})

async function checkFilled(store: Store): Promise<void> {
  expect(await store.seenEvents.claim('slack', 'Ev1', NOW)).toBe(false)
  expect(await store.keptAnswers.find('a', 'T1')).toBe('{"é":"\\n"}')
  expect(await store.feedback.addReason(verdict, 'old', NOW), 'knows the person').toBe(true)
  expect(await store.references.find(aReference())).toMatchObject({ zone: 'Asia/Almaty' })
  expect(await store.subscriptions.listOf(aReference())).toMatchObject([
    aSubscription({ quiet: { from: '22:00', to: '07:00' } }),
  ])
  expect((await store.meetingStates.find(['meeting-1'])).size).toBe(1)
  expect(await store.insights.countsSince('2027-03-03')).toEqual([aCount()])
  expect(await store.insights.unanswered(1)).toMatchObject([{ nearest: aNotedQuestion().nearest }])
  expect(await store.deliveries.find(aDelivery().key)).toMatchObject({ state: 'sent', providerRef: 'ts1' })
}
