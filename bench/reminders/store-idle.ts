import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

/** How long it took to have the store, and how much memory the process has then. */
export type IdleCost = { readonly ms: number; readonly residentMb: number }

/** `node bench/reminders/store-idle.ts store|none` opens a new store, or nothing, and prints what that costs as JSON. */
if (import.meta.main) console.log(JSON.stringify(await measure(process.argv[2] === 'store')))

async function measure(withStore: boolean): Promise<IdleCost> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  const start = performance.now()
  await using _store = withStore ? await openNew(folder.path) : undefined
  const ms = performance.now() - start
  await rest(500)
  globalThis.gc?.()
  return { ms, residentMb: process.memoryUsage.rss() / 2 ** 20 }
}

async function openNew(folder: string) {
  const { openStore } = await import('../../src/store/store.ts')
  return await openStore(folder)
}
