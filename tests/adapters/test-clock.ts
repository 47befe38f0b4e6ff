import type { Clock } from '../../adapters/clock.ts'

type Sleep = { readonly ms: number; readonly untilMs: number; readonly wake: () => void }

/** A clock that stands until a test moves it; whoever sleeps wakes when their time has come. */
export class TestClock implements Clock {
  #nowMs: number
  #sleeps: Sleep[] = []
  #watchers: (() => void)[] = []

  constructor(start = Temporal.Instant.from('2026-11-22T09:00:00Z')) {
    this.#nowMs = start.epochMilliseconds
  }

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.#nowMs)
  }

  sleep(ms: number, calledOff?: AbortSignal): Promise<void> {
    if (ms <= 0 || calledOff?.aborted) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    const sleep = { ms, untilMs: this.#nowMs + ms, wake: resolve }
    this.#sleeps.push(sleep)
    calledOff?.addEventListener('abort', () => {
      this.#sleeps = this.#sleeps.filter((other) => other !== sleep)
      resolve()
    })
    for (const look of this.#watchers) look()
    return promise
  }

  /** Lets time pass. */
  advance(ms: number): void {
    this.#nowMs += ms
    const due = this.#sleeps.filter(({ untilMs }) => untilMs <= this.#nowMs)
    this.#sleeps = this.#sleeps.filter((sleep) => !due.includes(sleep))
    for (const { wake } of due) wake()
  }

  /** Waits until somebody sleeps for so long, or for a time that fits, and lets that time pass. Returns how long it was. */
  async passSleepOf(fits: number | ((ms: number) => boolean)): Promise<number> {
    const isIt = typeof fits === 'number' ? (ms: number) => ms === fits : fits
    const { promise, resolve } = Promise.withResolvers<Sleep>()
    const look = () => {
      const found = this.#sleeps.find(({ ms }) => isIt(ms))
      if (found) resolve(found)
    }
    this.#watchers.push(look)
    look()
    const { ms, untilMs } = await promise
    this.#watchers = this.#watchers.filter((other) => other !== look)
    this.advance(Math.max(0, untilMs - this.#nowMs))
    return ms
  }
}
