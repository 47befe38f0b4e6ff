import { openStore, type Store } from '../../src/store/store.ts'
import { BATCH, batchOf, LANES, placeOf } from './planned-batches.ts'
import { startStoreProgram } from './store-process.ts'

/** What became of batches whose writer was killed. */
export type KillResult = {
  readonly acknowledged: number
  /** Acknowledged, but not there. */
  readonly lost: number
  /** There in part. */
  readonly partial: number
}

/**
 * So many times: lets a process write, kills it without warning while it does, and looks at what is there afterwards. `place`
 * is a folder or the address of a database.
 */
export async function killTrials(place: string, trials: number): Promise<KillResult> {
  const results: KillResult[] = []
  for (let trial = 0; trial < trials; trial += 1)
    results.push(await killOnce(place, `trial-${trial}`, 2 ** (trial % 7)))
  const sum = (of: (result: KillResult) => number) => results.reduce((total, result) => total + of(result), 0)
  return {
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    partial: sum(({ partial }) => partial),
  }
}

async function killOnce(place: string, name: string, atLeast: number): Promise<KillResult> {
  await using writing = startStoreProgram('plan-until-killed.ts', [place, name])
  const lines = [...(await writing.lines(atLeast)), ...(await writing.kill())]
  if (lines.length < atLeast) throw new Error(`the writer ended after ${lines.length} batches`)
  return await lookAfter(place, name, lines)
}

/** What is there of what a writer had acknowledged by these lines, and of what it was writing. */
export async function lookAfter(place: string, name: string, lines: readonly string[]): Promise<KillResult> {
  await using store = await openStore(placeOf(place))
  const counts = await Promise.all(lines.map((line) => countOf(store, name, line)))
  const inFlight = await Promise.all(LANES.map((lane) => countOf(store, name, nextOf(lane, lines))))
  return {
    acknowledged: lines.length,
    lost: counts.filter((count) => count !== BATCH).length,
    partial: [...counts, ...inFlight].filter((count) => count !== BATCH && count !== 0).length,
  }
}

async function countOf(store: Store, name: string, line: string): Promise<number> {
  const [lane = 0, number = 0] = line.split(' ').map(Number)
  const { conversation } = batchOf(name, lane, number)
  return (await store.deliveries.upcomingOf(conversation, 2 * BATCH)).length
}

function nextOf(lane: number, lines: readonly string[]): string {
  return `${lane} ${lines.filter((line) => line.startsWith(`${lane} `)).length}`
}
