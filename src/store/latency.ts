/** Up to how many milliseconds answers are counted together; what takes longer is counted with the last. */
export const latencyBoundsMs = [1, 2, 5, 10, 20, 50, 100, 250, 500, 1000, 5000, 30_000] as const

const last = latencyBoundsMs[latencyBoundsMs.length - 1] ?? 0

/** With which bound an answer is counted. */
export function latencyBound(ms: number): number {
  return latencyBoundsMs.find((bound) => ms <= bound) ?? last
}

/** Within how many milliseconds this share of the answers came; undefined where there are none. */
export function latencyQuantile(counts: ReadonlyMap<number, number>, share: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const bound of latencyBoundsMs) {
    seen += counts.get(bound) ?? 0
    if (total > 0 && seen >= total * share) return bound
  }
  return undefined
}
