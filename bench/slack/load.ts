import { Agent } from 'node:http'
import { deliver } from '../../tests/adapters/slack/fake/delivery/http-delivery.ts'
import type { FakeSlack } from '../../tests/adapters/slack/fake/fake-slack.ts'
import { appMention } from '../../tests/adapters/slack/fake/payloads/message-events.ts'
import { type Percentiles, percentilesOf } from '../measure.ts'

const users = 200
const channels = 200

export type Load = { readonly events: number; readonly connections: number; readonly questions: readonly string[] }

/** What a load came to: events from the first request to the last answer posted, and how long acknowledgements took. */
export type LoadResult = { readonly eventsPerSecond: number; readonly ackMs: Percentiles; readonly posted: number }

/** Sends mentions as fast as acknowledgements come, over so many connections, until all are answered. */
export async function sendLoad(slack: FakeSlack, url: string, load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const before = slack.recorded.count('chat.postMessage')
  const ackMs: number[] = []
  let next = 0
  async function send(): Promise<void> {
    for (let i = next++; i < load.events; i = next++) {
      const { acknowledged, ms } = await deliver(slack, url, mention(slack, i, load.questions), { agent })
      if (!acknowledged) throw new Error(`event ${i} was not acknowledged`)
      ackMs.push(ms)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: load.connections }, send))
  const posted = () => slack.recorded.count('chat.postMessage') - before
  await slack.until(() => posted() >= load.events, `${load.events} answers`, 120_000)
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { eventsPerSecond: load.events / seconds, ackMs: percentilesOf(ackMs), posted: posted() }
}

function mention(slack: FakeSlack, i: number, questions: readonly string[]) {
  const user = `U${String(i % users).padStart(8, '0')}`
  const channel = `C${String(i % channels).padStart(8, '0')}`
  return appMention(slack, { text: questions[i % questions.length] ?? '', user, channel })
}
