import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openStore, type Store, type StorePlace } from '../../src/store/store.ts'
import { skipReason, startPostgres } from '../../tests/store/postgres-server.ts'
import { type Percentiles, percentilesOf } from '../measure.ts'
import { fillDeliveries } from './fill-deliveries.ts'

const sizes = [10_000, 1_000_000]
const warmUpRuns = 20
const runs = 40
const batch = 50
const leaseMs = 60_000
/** Between two commits the store leaves the event loop to others, which is not to be measured. */
const restMs = 60

export type ClaimCost = { readonly rows: number; readonly claimMs: Percentiles; readonly idleMs: Percentiles }

/** What claims cost at each size; undefined for PostgreSQL where it is not installed. */
export type ClaimLoad = { readonly embedded: readonly ClaimCost[]; readonly shared: readonly ClaimCost[] | undefined }

/** `node bench/store/claim-load.ts` prints what it costs to claim deliveries among few and among many, as JSON. */
if (import.meta.main) console.log(JSON.stringify(await measure()))

async function measure(): Promise<ClaimLoad> {
  const embedded: ClaimCost[] = []
  for (const rows of sizes) {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
    embedded.push(await measureClaims(folder.path, rows))
  }
  return { embedded, shared: skipReason === undefined ? await measureShared() : undefined }
}

async function measureShared(): Promise<ClaimCost[]> {
  // As durable as in earnest.
  await using server = await startPostgres({ fsync: true })
  const shared: ClaimCost[] = []
  for (const rows of sizes) shared.push(await measureClaims({ DATA_DIR: '', DATABASE_URL: server.database() }, rows))
  return shared
}

async function measureClaims(place: StorePlace, rows: number): Promise<ClaimCost> {
  const nowMs = Date.UTC(2027, 2, 3)
  await fillDeliveries(place, { rows, due: (warmUpRuns + runs) * batch, nowMs })
  await using store = await openStore(place)
  await claimTimes(store, nowMs, warmUpRuns)
  const claimMs = await claimTimes(store, nowMs, runs)
  return { rows, claimMs, idleMs: await claimTimes(store, nowMs, runs, 0) }
}

async function claimTimes(store: Store, nowMs: number, times: number, expected = batch): Promise<Percentiles> {
  const taken: number[] = []
  for (let run = 0; run < times; run += 1) {
    const start = performance.now()
    const claimed = await store.deliveries.claim(batch, nowMs, leaseMs)
    taken.push(performance.now() - start)
    if (claimed.length !== expected) throw new Error(`claimed ${claimed.length}, expected ${expected}`)
    await rest(restMs)
  }
  return percentilesOf(taken)
}
