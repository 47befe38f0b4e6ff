import type { Clock } from '../../adapters/clock.ts'

/** From where a clock starts, and how fast it runs. */
export type ClockScale = { readonly startedAtMs: number; readonly factor: number }

/** A clock that runs faster than the machine's, the same in every process: leases run out in seconds instead of minutes. */
export function scaledClock({ startedAtMs, factor }: ClockScale): Clock {
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(startedAtMs + Math.round((Date.now() - startedAtMs) * factor)),
    sleep: (ms, calledOff) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      if (calledOff?.aborted) return Promise.resolve()
      const timer = setTimeout(resolve, ms / factor)
      calledOff?.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
      return promise
    },
  }
}
