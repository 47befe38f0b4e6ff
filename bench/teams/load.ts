import { Agent, request } from 'node:http'
import { aMessage } from '../../tests/adapters/teams/fake/activities/message.ts'
import type { FakeConnector } from '../../tests/adapters/teams/fake/fake-connector.ts'
import { aPerson } from '../../tests/adapters/teams/fake/state/people.ts'
import type { AppProcess } from '../app-process.ts'
import { type Percentiles, percentilesOf } from '../measure.ts'

const people = Array.from({ length: 200 }, (_, i) => aPerson(`Person ${i}`))

export type Load = {
  readonly messages: number
  readonly connections: number
  readonly questions: readonly string[]
  /** channel: each message begins a thread. personal: each goes on with the conversation of its sender. */
  readonly place: 'channel' | 'personal'
}

/** What a load came to: messages from the first request to the last answer sent, and what each cost. */
export type LoadResult = {
  readonly messagesPerSecond: number
  readonly turnMs: Percentiles
  /** The processor time of the bot for each message, in milliseconds. */
  readonly cpuMs: number
}

/** Sends messages as fast as turns end, over so many connections, until all are answered. Teams uses a token for an hour. */
export async function sendLoad(teams: FakeConnector, app: AppProcess, load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const headers = { 'content-type': 'application/json; charset=utf-8', authorization: teams.token('valid') ?? '' }
  const turnMs: number[] = []
  let next = 0
  async function send(): Promise<void> {
    for (let i = next++; i < load.messages; i = next++) {
      const startedAt = performance.now()
      const status = await post(app.url, JSON.stringify(message(teams, i, load)), { agent, headers })
      if (status !== 200) throw new Error(`message ${i} was answered with ${status}`)
      turnMs.push(performance.now() - startedAt)
    }
  }
  const cpuBefore = app.cpuMs()
  const start = performance.now()
  // Each turn ends once its answer is sent.
  await Promise.all(Array.from({ length: load.connections }, send))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return {
    messagesPerSecond: load.messages / seconds,
    turnMs: percentilesOf(turnMs),
    cpuMs: (app.cpuMs() - cpuBefore) / load.messages,
  }
}

function message(teams: FakeConnector, i: number, { questions, place }: Load): object {
  return aMessage(teams, { place, text: questions[i % questions.length] ?? '', from: people[i % people.length] })
}

type Sending = { readonly agent: Agent; readonly headers: Readonly<Record<string, string>> }

function post(url: string, body: string, { agent, headers }: Sending): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const sent = request(url, { method: 'POST', agent, headers }, (response) => {
    response.resume()
    response.on('end', () => resolve(response.statusCode))
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}
