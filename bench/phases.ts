/** What a program of this folder measures of itself from its start to its first answer. */
export type Phases = {
  /** Starting Node and importing all modules. */
  readonly importMs: number
  readonly loadMs: number
  readonly buildMs: number
  readonly firstMs: number
  readonly memory: Memory
}

export type Memory = { readonly rssBytes: number; readonly heapBytes: number }

/** After a collection, if the program was started with `--expose-gc`. Typed arrays live outside the heap and are counted too. */
export function readMemory(): Memory {
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rssBytes: rss, heapBytes: heapUsed + external }
}
