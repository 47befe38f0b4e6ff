import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../adapters/clock.ts'
import { DeliveryLoop } from '../../src/reminders/delivery-loop.ts'
import { unpaced } from '../../src/reminders/pacing.ts'
import { openEngine, openStore, type StorePlace } from '../../src/store/store.ts'
import { skipReason, startPostgres } from '../../tests/store/postgres-server.ts'
import { fillDeliveries } from '../store/fill-deliveries.ts'

const due = 2000

/** How many a second are claimed, begun and finished, and how many single updates a second the same store commits. */
export type DrainRate = { readonly ours: number; readonly bare: number }

/** Undefined for PostgreSQL where it is not installed. */
export type DrainLoad = { readonly embedded: DrainRate; readonly shared: DrainRate | undefined }

/** `node bench/reminders/drain-load.ts` prints how fast what is due is sent by a sender that takes no time, as JSON. */
if (import.meta.main) console.log(JSON.stringify(await measure()))

async function measure(): Promise<DrainLoad> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  const embedded = await measureDrain(folder.path)
  return { embedded, shared: skipReason === undefined ? await measureShared() : undefined }
}

async function measureShared(): Promise<DrainRate> {
  // As durable as in earnest.
  await using server = await startPostgres({ fsync: true })
  return await measureDrain({ DATA_DIR: '', DATABASE_URL: server.database() })
}

async function measureDrain(place: StorePlace): Promise<DrainRate> {
  await fillDeliveries(place, { rows: due, due, nowMs: Date.now() })
  const bare = await updateOneByOne(place)
  return { ours: await drain(place), bare }
}

async function updateOneByOne(place: StorePlace): Promise<number> {
  const { db, close } = await openEngine(place)
  const start = performance.now()
  for (let index = 0; index < due; index += 1) {
    await db.updateTable('delivery').set({ updated_at: index }).where('key', '=', `slack|T1|${index}`).execute()
  }
  const rate = rateSince(start)
  await close()
  return rate
}

async function drain(place: StorePlace): Promise<number> {
  await using store = await openStore(place)
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  let sent = 0
  const loop = new DeliveryLoop<string>({
    deliveries: store.deliveries,
    senders: { slack: { send: async () => ({ kind: 'sent', ref: 'ts' }) } },
    clock: systemClock,
    pacing: unpaced,
    contentOf: async ({ key }) => key,
    combine: ([first = '']) => first,
    onEnd: (_, end) => {
      if (end !== 'sent') reject(new Error(`a delivery ended as ${end}`))
      sent += 1
      if (sent === due) resolve()
    },
    onFailure: reject,
  })
  const start = performance.now()
  loop.start()
  await done
  const rate = rateSince(start)
  await loop.stop()
  return rate
}

function rateSince(start: number): number {
  return (due / (performance.now() - start)) * 1000
}
