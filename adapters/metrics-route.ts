import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { deliveryStates } from '../src/store/reminder-tables.ts'
import type { Store } from '../src/store/store.ts'
import { send } from './http-reply.ts'
import { type Metric, prometheusText } from './prometheus-text.ts'
import type { Route } from './web-server.ts'

type Options = {
  readonly tally: { readonly metrics: readonly Metric[] }
  readonly origin: { readonly knowledge: Knowledge }
  readonly store: Pick<Store, 'canWrite' | 'deliveries'> | undefined
}

/** `GET /metrics`: how the service does, for Prometheus. It holds numbers only, nothing that anybody wrote. */
export function metricsRoute({ tally, origin, store }: Options): Route {
  return {
    method: 'GET',
    path: '/metrics',
    handle: async (_, response) => {
      const metrics = [uptime(), ...tally.metrics, entries(origin.knowledge), ...(store ? await stored(store) : [])]
      send(response, 200, 'text/plain; version=0.0.4; charset=utf-8', prometheusText(metrics))
    },
  }
}

function uptime(): Metric {
  return gauge('focal_point_uptime_seconds', 'How long the process has been running.', [{ value: process.uptime() }])
}

function entries({ entries, topics }: Knowledge): Metric {
  const counts = new Map<string, number>([['topic', topics.size]])
  for (const { kind } of entries.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const samples = [...counts].map(([kind, value]) => ({ labels: { kind }, value }))
  return gauge('focal_point_knowledge_entries', 'Entries that are answered from.', samples)
}

async function stored(store: NonNullable<Options['store']>): Promise<Metric[]> {
  const isWritable = await store.canWrite()
  const writable = gauge('focal_point_store_up', 'Whether the store can be written.', [{ value: isWritable ? 1 : 0 }])
  // Who watches must learn that it is down, and need not wait for what it holds.
  return isWritable ? [writable, await deliveries(store.deliveries)] : [writable]
}

async function deliveries({ countByState }: Store['deliveries']): Promise<Metric> {
  const counts = await countByState()
  const samples = deliveryStates.map((state) => ({ labels: { state }, value: counts[state] ?? 0 }))
  return gauge(
    'focal_point_reminders',
    'Reminders of the last 90 days and those to come, by where they stand.',
    samples,
  )
}

function gauge(name: string, help: string, samples: Metric['samples']): Metric {
  return { name, help, type: 'gauge', samples }
}
