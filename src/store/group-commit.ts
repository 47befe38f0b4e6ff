import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises'
import type { Engine } from './engine.ts'
import { StoreError } from './store-error.ts'
import type { Queries } from './tables.ts'

// However slow the disk was for once, nobody waits much longer for the next commit.
const LONGEST_REST_MS = 50
// A full transaction stops the event loop for about ten milliseconds.
const MOST_PER_COMMIT = 500

type Write<T> = (db: Queries) => Promise<T>

/** A write that waits for its commit: runs in it, and tells its caller afterwards how it went. */
type Waiting = {
  readonly run: (db: Queries) => Promise<() => void>
  readonly reject: (error: unknown) => void
}

/**
 * Commits writes that come together in one transaction, because a durable commit takes milliseconds however little is in
 * it. A write sees those before it; a failing one takes no other with it.
 */
export class GroupCommit {
  readonly #engine: Engine
  #waiting: Waiting[] = []
  #draining: Promise<void> | undefined
  #isClosed = false

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Resolves once the write is durable. */
  write<T>(write: Write<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new StoreError('the store is closed; nothing can be written any more'))
    return new Promise<T>((resolve, reject) => {
      const run = async (db: Queries) => {
        const result = await write(db)
        return () => resolve(result)
      }
      this.#waiting.push({ run, reject })
      this.#draining ??= this.#drain()
    })
  }

  /** Takes no more writes, and resolves when those taken are durable or have failed. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#draining
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn()
      const startedAt = performance.now()
      await this.#commit(this.#waiting.splice(0, MOST_PER_COMMIT))
      await this.#rest(performance.now() - startedAt)
    }
    this.#draining = undefined
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const settle = await this.#engine.db.transaction().execute((db) => runInOrder(batch, db))
      for (const resolve of settle) resolve()
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error)
      for (const one of batch) await this.#commit([one])
    }
  }

  async #rest(commitMs: number): Promise<void> {
    const restMs = Math.min(commitMs * this.#engine.restAfterCommit, LONGEST_REST_MS)
    if (restMs > 0 && !this.#isClosed) await rest(restMs)
  }
}

async function runInOrder(batch: readonly Waiting[], db: Queries): Promise<(() => void)[]> {
  const settle: (() => void)[] = []
  // One after the other: they share a connection, and the first of two equal claims must win.
  for (const { run } of batch) settle.push(await run(db))
  return settle
}
