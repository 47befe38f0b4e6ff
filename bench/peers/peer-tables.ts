import { alignTable, formatNumber } from '../report.ts'
import type { Compared } from './compare-peers.ts'
import type { ComparedTopics } from './compare-topics.ts'

/** A row for each engine: what it gets right, and what that costs. Shares are in percent of the questions it was asked. */
export function formatPeers(compared: readonly Compared[]): string {
  const titles = [
    ...[
      '  engine',
      'asked',
      'right',
      'wrong',
      'declined',
      'held: right',
      'not held: declined',
      'right without a threshold',
    ],
    ...['p50 ms', 'p95 ms', 'p99 ms', 'build ms', 'heap MB', 'RSS MB'],
  ]
  return alignTable([titles, ...compared.map(peerCells)], [0])
}

function peerCells({ name, version, tally, always, run: { latency, buildMs, memory } }: Compared): string[] {
  const { asked, right, wrong, declined, told, untold } = tally
  return [
    `  ${name} ${version}`,
    String(asked),
    ...[right, wrong, declined].map((count) => percent(count, asked)),
    percent(told.right, told.asked),
    percent(untold.right, untold.asked),
    always ? percent(always.right, always.asked) : '',
    ...[latency.p50, latency.p95, latency.p99, buildMs].map(formatNumber),
    ...[memory.heapBytes, memory.rssBytes].map((bytes) => formatNumber(bytes / 1e6)),
  ]
}

/** A row for each engine: how often the topic that it thinks of first is the right one. */
export function formatTopics(compared: readonly ComparedTopics[]): string {
  const cells = compared.map(({ name, asked, right, buildMs }) => [
    `  ${name}`,
    String(asked),
    percent(right, asked),
    formatNumber(buildMs),
  ])
  return alignTable([['  engine', 'asked', 'right topic first', 'build ms'], ...cells], [0])
}

function percent(count: number, all: number): string {
  return `${((100 * count) / all).toFixed(1)} %`
}
