/** Lets tests wait for something to happen here, without looking again and again. */
export class Changes {
  readonly #waiting = new Set<() => void>()

  /** To be called after each change. */
  announce(): void {
    for (const look of this.#waiting) look()
  }

  /** Resolves as soon as it is reached; rejects after the limit, saying what there was instead. */
  until(isReached: () => boolean, describe: () => string, withinMs = 5000): Promise<void> {
    if (isReached()) return Promise.resolve()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const look = () => {
      if (isReached()) resolve()
    }
    const timer = setTimeout(() => reject(new Error(`not within ${withinMs} ms: ${describe()}`)), withinMs)
    this.#waiting.add(look)
    return promise.finally(() => {
      clearTimeout(timer)
      this.#waiting.delete(look)
    })
  }
}
