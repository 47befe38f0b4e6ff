import { setImmediate } from 'node:timers/promises'
import type { TestClock } from './test-clock.ts'

/** Time passes as fast as it can until all is done. */
export async function passTime<T>(clock: TestClock, doing: Promise<T>): Promise<T> {
  let isDone = false
  const done = doing.finally(() => {
    isDone = true
  })
  while (!isDone) {
    clock.advance(100)
    await setImmediate()
  }
  return done
}
