/** The same measure of this project and of plain search. */
export type Sides<T> = { readonly ours: T; readonly bare: T }

export type Percentiles = { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number }

/** Nearest-rank percentiles: each is a value that was measured. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function medianOf(values: readonly number[]): number {
  return percentilesOf(values).p50
}

/** The medians of what several rounds have measured of both sides. */
export function mediansOf<T>(rounds: readonly Sides<T>[], of: (measured: T) => number): Sides<number> {
  return { ours: medianOf(rounds.map(({ ours }) => of(ours))), bare: medianOf(rounds.map(({ bare }) => of(bare))) }
}

/** What some work gives, and how long it takes in milliseconds. */
export function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now()
  const value = work()
  return { value, ms: performance.now() - start }
}
