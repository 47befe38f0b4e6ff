import { mediansOf } from '../measure.ts'
import { over, type Row, under } from '../report.ts'
import { runOwnProgram } from '../run-program.ts'
import type { SlackLoad } from './slack-load.ts'

/** The whole adapter over HTTP, from Slack's request to the posted answer, beside a bare Bolt app that posts a fixed one. */
export function measureSlack(): Row[] {
  const { rounds, once, residentMb, long } = runOwnProgram<SlackLoad>('slack/slack-load.ts', []).printed
  const [early, late] = residentMb
  const events = mediansOf(rounds, ({ eventsPerSecond }) => eventsPerSecond)
  const p50 = mediansOf(rounds, ({ ackMs }) => ackMs.p50)
  const p99 = mediansOf(rounds, ({ ackMs }) => ackMs.p99)
  return [
    { name: 'events answered', ...events, unit: '/s', remark: over(0.7, events.ours / events.bare, ': 1') },
    { name: 'acknowledgement p50', ...p50, unit: 'ms' },
    { name: 'acknowledgement p99', ...p99, unit: 'ms', remark: under(2, p99.ours / p99.bare, ': 1') },
    { name: 'each question for the first time', ours: once.eventsPerSecond, unit: '/s' },
    { name: 'through 36,000 events', ours: long.eventsPerSecond, unit: '/s' },
    { name: 'RSS after 6,000 of them', ours: early, unit: 'MB' },
    { name: 'RSS at their end', ours: late, unit: 'MB', remark: under(1.1, late / early, 'of that') },
  ]
}
