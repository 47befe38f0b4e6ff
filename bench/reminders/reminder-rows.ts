import { type Row, under } from '../report.ts'
import { runOwnProgram } from '../run-program.ts'
import type { DrainLoad, DrainRate } from './drain-load.ts'
import type { PlanLoad } from './plan-load.ts'
import type { IdleCost } from './store-idle.ts'

/** What a plan for many people costs, how fast what is due goes out, and what a store costs that has nothing to do. */
export function measureReminders(): Row[] {
  return [...planRows(), ...drainRows(), ...idleRows()]
}

function planRows(): Row[] {
  const { first, again, bare, planned } = runOwnProgram<PlanLoad>('reminders/plan-load.ts', []).printed
  const hold = under(50, Math.max(first.longestHoldMs, again.longestHoldMs), 'ms')
  return [
    { name: `the first plan: ${planned} reminders`, ours: first.ms, bare: bare.ms, unit: 'ms' },
    { name: 'the same plan again', ours: again.ms, bare: bare.ms, unit: 'ms' },
    { name: 'longest hold of the first plan', ours: first.longestHoldMs, unit: 'ms', remark: hold },
    { name: 'longest hold of the plan again', ours: again.longestHoldMs, unit: 'ms' },
  ]
}

function drainRows(): Row[] {
  const { embedded, shared } = runOwnProgram<DrainLoad>('reminders/drain-load.ts', []).printed
  const row = (engine: string, rate: DrainRate): Row => ({ name: `${engine}: reminders sent`, ...rate, unit: '/s' })
  return [row('SQLite', embedded), ...(shared ? [row('PostgreSQL', shared)] : [])]
}

function idleRows(): Row[] {
  const store = runOwnProgram<IdleCost>('reminders/store-idle.ts', ['store']).printed
  const none = runOwnProgram<IdleCost>('reminders/store-idle.ts', ['none']).printed
  const memory = { ours: store.residentMb, bare: none.residentMb }
  return [
    { name: 'SQLite: open a new store', ours: store.ms, unit: 'ms', remark: under(1000, store.ms, 'ms') },
    {
      name: 'SQLite: resident, idle',
      ...memory,
      unit: 'MB',
      remark: under(40, memory.ours - memory.bare, 'MB more'),
    },
  ]
}
