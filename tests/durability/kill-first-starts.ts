import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/store/store.ts'
import { placeOf } from '../store/planned-batches.ts'
import { startStoreProgram } from '../store/store-process.ts'

/** So many starts tell how long one takes. */
export const WARM_UPS = 3

export type FirstStarts = { readonly killed: number; readonly ended: number; readonly broken: number }

/**
 * Kills a process at some moment of its first start, while it makes the tables of the store at a new place, and counts after
 * how many the next start failed.
 * @param places new ones; the first few only tell how long a start takes
 */
export async function killFirstStarts(places: readonly string[]): Promise<FirstStarts> {
  let [ended, broken] = [0, 0]
  const others = places.slice(WARM_UPS)
  const wholeMs = await startTime(places.slice(0, WARM_UPS))
  for (const [index, place] of others.entries()) {
    await using starting = startStoreProgram('open-store.ts', [place])
    await starting.lines(1)
    await wait((index / others.length) * wholeMs)
    if ((await starting.kill()).includes('open')) ended += 1
    if (!(await opens(place))) broken += 1
  }
  return { killed: others.length - ended, ended, broken }
}

/** How many of so many processes that start at once on a new database come to have the store. */
export async function startAtOnce(place: string, count: number): Promise<number> {
  await using processes = new AsyncDisposableStack()
  const started = Array.from({ length: count }, () => processes.use(startStoreProgram('open-store.ts', [place])))
  const lines = await Promise.all(started.map((one) => one.lines(2)))
  return lines.filter((some) => some.includes('open')).length
}

/** The shortest, as the first of all reads much from the disk. */
async function startTime(places: readonly string[]): Promise<number> {
  let shortestMs = Number.POSITIVE_INFINITY
  for (const place of places) {
    await using starting = startStoreProgram('open-store.ts', [place])
    await starting.lines(1)
    const start = performance.now()
    await starting.lines(1)
    shortestMs = Math.min(shortestMs, performance.now() - start)
  }
  return shortestMs
}

async function opens(place: string): Promise<boolean> {
  try {
    await using store = await openStore(placeOf(place))
    return await store.canWrite()
  } catch (error) {
    console.error(error)
    return false
  }
}
