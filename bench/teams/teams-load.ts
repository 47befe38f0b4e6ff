import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakeConnector } from '../../tests/adapters/teams/fake/start-fake-connector.ts'
import { type AppProcess, startApp } from '../app-process.ts'
import type { Sides } from '../measure.ts'
import { loadQuestions } from '../questions.ts'
import { type Load, type LoadResult, sendLoad } from './load.ts'

const rounds = 3
const messagesPerRound = 3000
const connections = 64
const longMessages = 50_000
/** Until what runs for each message has been compiled. */
const warmUpMessages = 10_000

export type TeamsLoad = {
  readonly rounds: readonly Sides<LoadResult>[]
  /** The same where all go on with conversations, in which no reply can be remembered. */
  readonly conversations: Sides<LoadResult>
  /** The first time that ours is asked, each question once: it remembers replies, as people repeat each other. */
  readonly once: LoadResult
  /** Resident memory of ours after a fifth of the long load, and after all of it. */
  readonly residentMb: readonly [early: number, late: number]
  readonly long: LoadResult
}

/** `node bench/teams/teams-load.ts` prints the measures of the adapter and of a bare echo bot as JSON. */
if (import.meta.main) console.log(JSON.stringify(await measure()))

async function measure(): Promise<TeamsLoad> {
  await using teams = await startFakeConnector({ keepCalls: 100 })
  using data = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  const app = { env: { ...teams.settings, DATA_DIR: data.path, PORT: '0' }, path: '/api/messages' }
  await using ours = await startApp(join(import.meta.dirname, '../../adapters/start.ts'), app)
  await using bare = await startApp(join(import.meta.dirname, 'bare-bot.ts'), app)
  const questions = loadQuestions(undefined).map(({ question }) => question)
  const load = (to: AppProcess, messages: number, place: Load['place'] = 'channel') =>
    sendLoad(teams, to, { messages, connections, questions, place })
  await load(bare, warmUpMessages)
  const once = await load(ours, questions.length)
  await load(ours, warmUpMessages)
  const results: Sides<LoadResult>[] = []
  for (let i = 0; i < rounds; i += 1) {
    results.push({ bare: await load(bare, messagesPerRound), ours: await load(ours, messagesPerRound) })
  }
  const conversations = {
    bare: await load(bare, messagesPerRound, 'personal'),
    ours: await load(ours, messagesPerRound, 'personal'),
  }
  await load(ours, longMessages / 5)
  const early = ours.residentMb()
  const long = await load(ours, (longMessages * 4) / 5)
  return { rounds: results, conversations, once, residentMb: [early, ours.residentMb()], long }
}
