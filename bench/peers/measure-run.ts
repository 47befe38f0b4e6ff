import { type Percentiles, percentilesOf } from '../measure.ts'
import { type Memory, readMemory } from '../phases.ts'

/** What one engine needs for all questions, and what it says to each. */
export type MeasuredRun<Said> = {
  readonly buildMs: number
  readonly memory: Memory
  readonly latency: Percentiles
  readonly said: readonly Said[]
}

/** A first round as slow as this is timed itself; of a faster one the second is. */
const slowRoundMs = 10_000

/** Builds an engine, asks it everything, and reads the memory that it holds then. */
export async function measureRun<Said>(
  build: () => Promise<(question: string) => Said | Promise<Said>>,
  questions: readonly string[],
): Promise<MeasuredRun<Said>> {
  const start = performance.now()
  const ask = await build()
  const buildMs = performance.now() - start
  const first = await askAll(ask, questions)
  const isSlow = first.times.reduce((sum, ms) => sum + ms, 0) > slowRoundMs
  const { times } = isSlow ? first : await askAll(ask, questions)
  return { buildMs, memory: readMemory(), latency: percentilesOf(times), said: first.said }
}

async function askAll<Said>(
  ask: (question: string) => Said | Promise<Said>,
  questions: readonly string[],
): Promise<{ readonly said: Said[]; readonly times: number[] }> {
  const said: Said[] = []
  const times: number[] = []
  for (const question of questions) {
    const start = performance.now()
    said.push(await ask(question))
    times.push(performance.now() - start)
  }
  return { said, times }
}
