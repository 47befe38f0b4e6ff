import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakeSlack } from '../../tests/adapters/slack/fake/start-fake-slack.ts'
import { type AppProcess, startApp } from '../app-process.ts'
import type { Sides } from '../measure.ts'
import { loadQuestions } from '../questions.ts'
import { type LoadResult, sendLoad } from './load.ts'

const rounds = 3
const eventsPerRound = 4000
const connections = 16
/** Half an hour of 20 events a second. */
const longEvents = 36_000

export type SlackLoad = {
  readonly rounds: readonly Sides<LoadResult>[]
  /** The first time that ours is asked, each question once: it remembers replies, as people repeat each other. */
  readonly once: LoadResult
  /** Resident memory of ours after a sixth of the long load, and after all of it. */
  readonly residentMb: readonly [early: number, late: number]
  readonly long: LoadResult
}

/** `node bench/slack/slack-load.ts` prints the measures of the adapter and of a bare Bolt app as JSON. */
if (import.meta.main) console.log(JSON.stringify(await measure()))

async function measure(): Promise<SlackLoad> {
  await using slack = await startFakeSlack({ strict: false, keepCalls: 100 })
  using data = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  const { botToken: SLACK_BOT_TOKEN, signingSecret: SLACK_SIGNING_SECRET, apiUrl: SLACK_API_URL } = slack
  const env = { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, DATA_DIR: data.path, PORT: '0' }
  const app = { env, path: '/slack/events' }
  await using ours = await startApp(join(import.meta.dirname, '../../adapters/start.ts'), app)
  await using bare = await startApp(join(import.meta.dirname, 'bare-app.ts'), app)
  const questions = loadQuestions(undefined).map(({ question }) => question)
  const load = (app: AppProcess, events: number) => sendLoad(slack, app.url, { events, connections, questions })
  await load(bare, questions.length)
  const once = await load(ours, questions.length)
  const results: Sides<LoadResult>[] = []
  for (let i = 0; i < rounds; i += 1) {
    results.push({ bare: await load(bare, eventsPerRound), ours: await load(ours, eventsPerRound) })
  }
  await load(ours, longEvents / 6)
  const early = ours.residentMb()
  const long = await load(ours, (longEvents * 5) / 6)
  return { rounds: results, once, residentMb: [early, ours.residentMb()], long }
}
