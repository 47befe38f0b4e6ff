import { type Row, under } from '../report.ts'
import { runOwnProgram } from '../run-program.ts'
import type { ClaimCost, ClaimLoad } from './claim-load.ts'

/** Claiming 50 reminders that are due among a million, and how much more that is than among ten thousand. */
export function measureStore(): Row[] {
  const { embedded, shared } = runOwnProgram<ClaimLoad>('store/claim-load.ts', []).printed
  return [...rowsOf('SQLite', embedded), ...(shared ? rowsOf('PostgreSQL', shared) : [])]
}

function rowsOf(engine: string, [few, many]: readonly ClaimCost[]): Row[] {
  if (!few || !many) throw new Error('the store was not measured at two sizes')
  const { claimMs, idleMs } = many
  const times = claimMs.p50 / few.claimMs.p50
  return [
    {
      name: `${engine}: claim 50, p50`,
      ours: claimMs.p50,
      bare: few.claimMs.p50,
      unit: 'ms',
      remark: under(2, times, ': 1'),
    },
    {
      name: `${engine}: claim 50, p95`,
      ours: claimMs.p95,
      bare: few.claimMs.p95,
      unit: 'ms',
      remark: under(10, claimMs.p95, 'ms'),
    },
    {
      name: `${engine}: nothing due, p95`,
      ours: idleMs.p95,
      bare: few.idleMs.p95,
      unit: 'ms',
      remark: under(5, idleMs.p95, 'ms'),
    },
  ]
}
