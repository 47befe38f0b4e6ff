import type { Check } from './health.ts'
import { describeError, type Log } from './log.ts'

/**
 * From here on a promise that nobody waits for does not end the process. That one failed is a defect of ours or of a
 * package, so the service goes on, but says until its end that it is not well.
 */
export function surviveUnhandledRejections(log: Log): () => Check {
  let count = 0
  process.on('unhandledRejection', (error) => {
    count += 1
    log.error('unhandled rejection', describeError(error))
  })
  return () =>
    count === 0
      ? { status: 'ok' }
      : { status: 'failed', reason: `${count} unhandled rejections, see the log`, problems: [] }
}
