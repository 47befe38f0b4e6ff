/** Time from outside, so that tests can pass their own. */
export type Clock = {
  now(): Temporal.Instant
  /** Resolves after `ms` milliseconds, or at once when it is called off. */
  sleep(ms: number, calledOff?: AbortSignal): Promise<void>
}

export const systemClock: Clock = { now: () => Temporal.Now.instant(), sleep }

/** What the promise resolves to, or undefined when it takes longer than `ms` milliseconds. */
export async function within<T>(ms: number, promise: Promise<T>, clock: Clock): Promise<T | undefined> {
  const done = new AbortController()
  try {
    return await Promise.race([promise, clock.sleep(ms, done.signal).then(() => undefined)])
  } finally {
    // With a reason of ours, as the usual one is an error whose stack nobody reads and everybody pays for.
    done.abort('done')
  }
}

function sleep(ms: number, calledOff?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (calledOff?.aborted) return Promise.resolve()
  const timer = setTimeout(end, ms)
  calledOff?.addEventListener('abort', end)
  function end(): void {
    clearTimeout(timer)
    calledOff?.removeEventListener('abort', end)
    resolve()
  }
  return promise
}
