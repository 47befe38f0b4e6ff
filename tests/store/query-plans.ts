import { CompiledQuery, type KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { claimDue, claimDueOf, sweepHeld } from '../../src/store/claim-deliveries.ts'
import { rowOf } from '../../src/store/delivery.ts'
import { createDeliveryLists } from '../../src/store/delivery-lists.ts'
import type { Engine } from '../../src/store/engine.ts'
import type { Queries } from '../../src/store/tables.ts'
import { aDelivery, NOW, place } from './reminder-builders.ts'

type Explaining = {
  /** Opens an empty store. */
  readonly open: () => Promise<Engine>
  /** What makes an explanation of a statement. */
  readonly explain: string
  /** What the engine needs to know its rows. */
  readonly analyze: string
}

const claim = { limit: 50, nowMs: NOW, leaseMs: 60_000 }

/** Looking for work must cost the same however much is done already, so that it must go through the partial indexes. */
export function queryPlans({ open, explain, analyze }: Explaining): void {
  test.for<[string, readonly string[], (db: Queries, engine: Engine) => Promise<unknown>]>([
    ['a claim', ['delivery_pending'], (db, { lockFree }) => claimDue(db, lockFree, claim)],
    ['the rest of a conversation', ['delivery_'], (db, { lockFree }) => claimDueOf(db, lockFree, place, claim)],
    ['a sweep', ['delivery_held', 'delivery_held'], (db, { lockFree }) => sweepHeld(db, lockFree, claim)],
    ['what is due', ['delivery_pending'], (db) => createDeliveryLists(db).due(NOW, 10)],
    ['who was told', ['delivery_told', 'delivery_held'], (db) => createDeliveryLists(db).toldOf('meeting-7')],
    ['what comes', ['delivery_by_conversation'], (db) => createDeliveryLists(db).upcomingOf(place, 10)],
  ])('%s goes through the indexes %j', async ([, indexes, run]) => {
    const engine = await open()
    await fill(engine.db)
    await engine.db.executeQuery(CompiledQuery.raw(analyze))
    const statements = await statementsOf(engine.db, (db) => run(db, engine))
    const plans = await Promise.all(statements.map((statement) => planOf(engine.db, explain, statement)))
    expect(plans).toEqual(indexes.map((index) => expect.stringContaining(index)))
    await engine.close()
  })
}

/** Mostly what is done, and a little of everything else. */
async function fill(db: Queries): Promise<void> {
  const states = ['pending', 'leased', 'sending', 'unknown'] as const
  for (let start = 0; start < 4000; start += 500) {
    const rows = Array.from({ length: 500 }, (_, index) => {
      const number = start + index
      const row = rowOf(aDelivery({ meetingId: `meeting-${number % 400}`, lead: `${number}` }), NOW - number)
      const conversation_id = `C${number % 400}`
      const state = states[number % 200] ?? ('sent' as const)
      const lease_until = state === 'leased' || state === 'sending' ? NOW - number : null
      return { ...row, conversation_id, state, lease_until }
    })
    await db.insertInto('delivery').values(rows).execute()
  }
}

/** The statements that run. */
async function statementsOf(db: Queries, run: (db: Queries) => Promise<unknown>): Promise<CompiledQuery[]> {
  const statements: CompiledQuery[] = []
  const recorder: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await run(db.withPlugin(recorder))
  return statements
}

async function planOf(db: Queries, explain: string, { sql, parameters }: CompiledQuery): Promise<string> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(`${explain} ${sql}`, [...parameters]))
  return JSON.stringify(rows)
}
