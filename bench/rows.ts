import type { Percentiles, Sides } from './measure.ts'
import type { Phases } from './phases.ts'
import { type Row, under } from './report.ts'
import type { StartUp } from './start-up.ts'

export function phaseRows({ ours, bare }: Sides<Phases>): Row[] {
  const phases: readonly (readonly [string, (phases: Phases) => number])[] = [
    ['Node and imports', ({ importMs }) => importMs],
    ['load: checked YAML, plain JSON', ({ loadMs }) => loadMs],
    ['build: indexes and training, one index', ({ buildMs }) => buildMs],
    ['first answer', ({ firstMs }) => firstMs],
    ['together', ({ importMs, loadMs, buildMs, firstMs }) => importMs + loadMs + buildMs + firstMs],
  ]
  return phases.map(([name, of]) => ({ name, ours: of(ours), bare: of(bare), unit: 'ms' }))
}

export function commandRows({ npmAsk, ask, bare, emptyNode }: StartUp['commands']): Row[] {
  return [
    { name: 'npm run ask', ours: npmAsk, bare, unit: 'ms', remark: under(1000, npmAsk, 'ms') },
    { name: 'the same without npm', ours: ask, bare, unit: 'ms' },
    { name: 'npm run ask, and node -e 0 as bare', ours: npmAsk, bare: emptyNode, unit: 'ms' },
    { name: 'the same without npm', ours: ask, bare: emptyNode, unit: 'ms' },
  ]
}

export function latencyRows({ ours, bare }: Sides<Percentiles>): Row[] {
  const names = ['p50', 'p95', 'p99', 'max'] as const
  return names.map((name) => {
    const remark = name === 'p99' ? `${under(5, ours.p99, 'ms')}; ${under(5, ours.p99 / bare.p99, ': 1')}` : ''
    return { name, ours: ours[name], bare: bare[name], unit: 'ms', remark }
  })
}

export function memoryRows({ ours, bare }: Sides<Phases>): Row[] {
  return [
    { name: 'RSS', ours: ours.memory.rssBytes / 1e6, bare: bare.memory.rssBytes / 1e6, unit: 'MB' },
    { name: 'heap and typed arrays', ours: ours.memory.heapBytes / 1e6, bare: bare.memory.heapBytes / 1e6, unit: 'MB' },
  ]
}
