import type { SizeCost } from './knowledge-size.ts'
import { alignTable, formatNumber } from './report.ts'
import { runOwnProgram } from './run-program.ts'

/** Numbers of entries, and every how manieth question is asked: the large ones take long enough with a few. */
const sizes: readonly (readonly [entries: number, everyNth: number])[] = [
  [1_000, 1],
  [10_000, 4],
  [100_000, 16],
]
/** Node's own limit is too low for the largest. */
const heapMegabytes = 16_000

/** The cost of our whole answer with so many entries, each size in a process of its own. */
export function measureGrowth(folder: string): SizeCost[] {
  return sizes.map(([entries, everyNth]) => {
    const args = [folder, String(entries), String(everyNth)]
    return runOwnProgram<SizeCost>('knowledge-size.ts', args, [`--max-old-space-size=${heapMegabytes}`]).printed
  })
}

/** A row for each size; in brackets how many times as much it costs as the first. */
export function formatGrowth(costs: readonly SizeCost[]): string {
  const titles = ['  entries', 'build ms', 'p50 ms', 'p95 ms', 'p99 ms', 'slowest first ms', 'heap MB']
  return alignTable([titles, ...costs.map((cost) => growthCells(cost, costs[0] ?? cost))], [])
}

function growthCells(cost: SizeCost, base: SizeCost): string[] {
  const figures: readonly ((of: SizeCost) => number)[] = [
    ({ entries }) => entries,
    ({ buildMs }) => buildMs,
    ({ latency }) => latency.best.p50,
    ({ latency }) => latency.best.p95,
    ({ latency }) => latency.best.p99,
    ({ first }) => first.pooled.max,
    ({ memory }) => memory.heapBytes / 1e6,
  ]
  return figures.map((of) => `${formatNumber(of(cost))} (x${formatNumber(of(cost) / of(base))})`)
}
