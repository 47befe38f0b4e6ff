import { setTimeout } from 'node:timers/promises'

const everyMs = 50
const longestMs = 10_000

/** Waits until something holds that nobody tells us of. @throws when it does not hold within ten seconds */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const endMs = performance.now() + longestMs
  while (!(await holds())) {
    if (performance.now() > endMs) throw new Error(`not within ${longestMs} ms: ${what}`)
    await setTimeout(everyMs)
  }
}
