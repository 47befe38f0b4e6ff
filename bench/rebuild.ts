import { formatNumber, type Row } from './report.ts'
import { runOwnProgram } from './run-program.ts'
import type { Rebuild } from './service-rebuild.ts'

/** What people notice of it when the service takes changed files in. */
export function measureRebuild(folder: string): Row[] {
  const { rebuildMs, delayMs, askMs, answered } = runOwnProgram<Rebuild>('service-rebuild.ts', [folder]).printed
  return [
    { name: 'change to new answers', ours: rebuildMs, unit: 'ms' },
    { name: 'event-loop delay p99', ours: delayMs.p99, unit: 'ms' },
    { name: 'event-loop delay max', ours: delayMs.max, unit: 'ms' },
    { name: 'a question p50', ours: askMs.p50, unit: 'ms', remark: `${formatNumber(answered)} answered meanwhile` },
    { name: 'a question p99', ours: askMs.p99, unit: 'ms' },
    { name: 'a question max', ours: askMs.max, unit: 'ms' },
  ]
}
