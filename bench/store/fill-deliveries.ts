import { sql } from 'kysely'
import { rowOf } from '../../src/store/delivery.ts'
import { openEngine, type StorePlace } from '../../src/store/store.ts'

const slice = 50_000
const conversations = 2000
const dayMs = 24 * 60 * 60 * 1000

type Filling = { readonly rows: number; readonly due: number; readonly nowMs: number }

/** Makes a store with so many deliveries: nine of ten were sent, `due` are due, the others come in the next days. */
export async function fillDeliveries(place: StorePlace, { rows, due, nowMs }: Filling): Promise<void> {
  const engine = await openEngine(place)
  const { db } = engine
  const { key, conversation_id, due_at, next_at, state, ...same } = rowOf(aDelivery(nowMs), nowMs)
  const columns = Object.entries(same)
  for (let from = 0; from < rows; from += slice) {
    await sql`
      insert into delivery (key, conversation_id, due_at, next_at, state, ${sql.join(columns.map(([name]) => sql.ref(name)))})
      with recursive n (i) as (
        select cast(${from} as integer) union all select i + 1 from n where i < ${Math.min(from + slice, rows) - 1}
      )
      select 'slack|T1|' || i, 'C' || (i % ${sql.lit(conversations)}), at, at, state,
        ${sql.join(columns.map(([, value]) => sql.lit(value)))}
      from (
        select i,
          case when i < ${sql.lit(due)} then ${sql.lit(nowMs)} - i else ${sql.lit(nowMs)} + 1 + i * 100 end as at,
          case when i < ${sql.lit(due)} or i % 10 = 0 then 'pending' else 'sent' end as state
        from n
      ) as made`.execute(db)
  }
  await sql`analyze delivery`.execute(db)
  await engine.close()
}

function aDelivery(nowMs: number) {
  const place = { platform: 'slack', workspace: 'T1', conversationId: '' } as const
  const rest = { meetingId: 'almaty-process-2027@2027-03-03', kind: 'reminder', lead: 'PT1H' } as const
  const id = '01a22f2c-a705-7f8d-b0ed-29adfad93be1'
  return { ...place, ...rest, key: '', subscriptionIds: [id], dueAtMs: nowMs, expiresAtMs: nowMs + dayMs }
}
