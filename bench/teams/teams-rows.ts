import { mediansOf } from '../measure.ts'
import { over, type Row, under } from '../report.ts'
import { runOwnProgram } from '../run-program.ts'
import type { TeamsLoad } from './teams-load.ts'

/** The whole adapter over HTTP, from a message to its answer sent, beside botbuilder's bare echo bot. */
export function measureTeams(): Row[] {
  const { rounds, conversations, once, residentMb, long } = runOwnProgram<TeamsLoad>('teams/teams-load.ts', []).printed
  const [early, late] = residentMb
  const messages = mediansOf(rounds, ({ messagesPerSecond }) => messagesPerSecond)
  const cpu = mediansOf(rounds, ({ cpuMs }) => cpuMs)
  return [
    { name: 'messages answered', ...messages, unit: '/s', remark: over(0.8, messages.ours / messages.bare, ': 1') },
    { name: 'CPU of a message', ...cpu, unit: 'ms', remark: under(2, cpu.ours, 'ms') },
    { name: 'turn p50', ...mediansOf(rounds, ({ turnMs }) => turnMs.p50), unit: 'ms' },
    { name: 'turn p99', ...mediansOf(rounds, ({ turnMs }) => turnMs.p99), unit: 'ms' },
    {
      name: 'in conversations',
      ours: conversations.ours.messagesPerSecond,
      bare: conversations.bare.messagesPerSecond,
      unit: '/s',
    },
    { name: 'each question for the first time', ours: once.messagesPerSecond, unit: '/s' },
    { name: 'through 50,000 messages', ours: long.messagesPerSecond, unit: '/s' },
    { name: 'RSS after 10,000 of them', ours: early, unit: 'MB' },
    { name: 'RSS at their end', ours: late, unit: 'MB', remark: under(1.1, late / early, 'of that') },
  ]
}
