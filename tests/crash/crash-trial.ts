import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { metadataOf } from '../../adapters/slack/reminders/find-reminder.ts'
import { sentAgain } from '../../src/reminders/wording.ts'
import type { WantedDelivery } from '../../src/store/delivery.ts'
import { openStore } from '../../src/store/store.ts'
import type { FakeSlack } from '../adapters/slack/fake/fake-slack.ts'
import { startFakeSlack } from '../adapters/slack/fake/start-fake-slack.ts'
import { openShared, type SharedPlace } from './open-shared.ts'
import { scaledClock } from './scaled-clock.ts'
import type { WorkerOrders } from './worker.ts'

export type Trial = {
  readonly place: SharedPlace
  readonly mode: WorkerOrders['mode']
  readonly due: number
  readonly workers: number
  readonly kills: number
  readonly pauses: number
  /** Between two kills, about. */
  readonly killEveryMs: number
  /** How much faster than the machine's the clocks run: ten times, and a lease of a minute is over in six seconds. */
  readonly factor: number
}

export type TrialResult = {
  readonly kills: number
  readonly pauses: number
  /** Nobody got them, and nobody knows of that. */
  readonly lost: number
  /** Messages beyond the first of each. */
  readonly duplicates: number
  /** Of these, how many do not say that they are sent again. */
  readonly unmarked: number
  /** Rows of which it is noted that nobody knows what became of them. */
  readonly unknown: number
  readonly seconds: number
}

/** Longer than a lease. */
const pausedMs = 70_000

/**
 * Lets several processes send what is due to one Slack, and kills and pauses them at random until all is settled.
 * @throws when it does not settle, or the workers are done before they were killed often enough
 */
export async function runTrial(trial: Trial): Promise<TrialResult> {
  const startedAtMs = Date.now()
  const { factor } = trial
  const clock = scaledClock({ startedAtMs, factor })
  const now = () => clock.now().epochMilliseconds
  await using slack = await startFakeSlack({ keepCalls: trial.due * 4, now })
  takeTime(slack)
  const keys = await seed(trial, startedAtMs)
  const engine = await openShared(trial.place)
  const crew = new Crew(orders(trial, slack, startedAtMs), trial.workers)
  try {
    const unsettled = () => countUnsettled(engine)
    const done = await harass(crew, trial, unsettled)
    const unknown = await engine.db.selectFrom('delivery').select('key').where('state', '=', 'unknown').execute()
    return {
      ...done,
      ...tally(keys, new Set(unknown.map(({ key }) => key)), slack),
      seconds: secondsSince(startedAtMs),
    }
  } finally {
    await crew.end()
    await engine.close()
  }
}

/** Slack takes a moment for each message, in which the asking process may die. */
function takeTime({ faults }: FakeSlack): void {
  for (const delayMs of [3, 6, 9]) {
    faults.add({ on: 'chat.postMessage', fail: { delayMs }, times: 'always', match: () => Math.random() < 0.4 })
  }
}

async function seed({ place, due }: Trial, startedAtMs: number): Promise<string[]> {
  // Opened as the service does, so that its tables are there.
  await using store =
    'url' in place ? await openStore({ DATA_DIR: '', DATABASE_URL: place.url }) : await openStore(place.folder)
  const all = Array.from({ length: due }, (_, index) => aDelivery(index, startedAtMs))
  for (let from = 0; from < due; from += 500) {
    await store.deliveries.plan(all.slice(from, from + 500), { conversations: [], kinds: [] }, startedAtMs)
  }
  return all.map(({ key }) => key)
}

/** Each in a direct message of its own, the only ones that can be read back. */
function aDelivery(index: number, startedAtMs: number): WantedDelivery {
  const conversationId = `D${String(index).padStart(8, '0')}`
  const place = { platform: 'slack', workspace: 'T1', conversationId } as const
  const times = { dueAtMs: startedAtMs - 1000, expiresAtMs: startedAtMs + 7 * 24 * 3_600_000 }
  return {
    ...place,
    ...times,
    key: `slack|T1|${conversationId}|m|d|P1D`,
    meetingId: 'm',
    kind: 'reminder',
    lead: 'P1D',
    subscriptionIds: ['s'],
  }
}

function orders({ place, mode, factor }: Trial, { apiUrl, botToken }: FakeSlack, startedAtMs: number): WorkerOrders {
  return { place, mode, apiUrl, token: botToken, scale: { startedAtMs, factor } }
}

/** The worker processes; one that was killed is started again. */
class Crew {
  readonly #orders: string
  readonly #workers: ChildProcess[]

  constructor(orders: WorkerOrders, count: number) {
    this.#orders = JSON.stringify(orders)
    this.#workers = Array.from({ length: count }, () => this.#start())
  }

  kill(): void {
    const place = Math.floor(Math.random() * this.#workers.length)
    this.#workers[place]?.kill('SIGKILL')
    this.#workers[place] = this.#start()
  }

  /** Longer than a lease, so that another process takes over what it holds. */
  async pause(ms: number): Promise<void> {
    const worker = this.#workers[Math.floor(Math.random() * this.#workers.length)]
    worker?.kill('SIGSTOP')
    await wait(ms)
    worker?.kill('SIGCONT')
  }

  async end(): Promise<void> {
    for (const worker of this.#workers) worker.kill('SIGKILL')
  }

  #start(): ChildProcess {
    const stdio = ['ignore', 'inherit', 'inherit'] as const
    return spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), this.#orders], { stdio: [...stdio] })
  }
}

/** So long all may take after the last kill. */
const settleMs = 120_000

async function harass(
  crew: Crew,
  { kills, pauses, killEveryMs, factor }: Trial,
  unsettled: () => Promise<number>,
): Promise<Pick<TrialResult, 'kills' | 'pauses'>> {
  const done = { kills: 0, pauses: 0 }
  const pausing: Promise<void>[] = []
  while (done.kills < kills || done.pauses < pauses) {
    await wait(killEveryMs * (0.5 + Math.random()))
    if (done.pauses < pauses && Math.random() < pauses / kills) {
      pausing.push(crew.pause(pausedMs / factor))
      done.pauses += 1
    }
    crew.kill()
    done.kills += 1
    if ((await unsettled()) === 0) throw new Error(`all was sent after ${done.kills} kills; give it more to send`)
  }
  await Promise.all(pausing)
  const endMs = Date.now() + settleMs
  while ((await unsettled()) > 0) {
    if (Date.now() > endMs) throw new Error(`${await unsettled()} are not settled`)
    await wait(200)
  }
  return done
}

async function countUnsettled({ db }: Awaited<ReturnType<typeof openShared>>): Promise<number> {
  const row = await db
    .selectFrom('delivery')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['pending', 'leased', 'sending', 'checking'])
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function tally(keys: readonly string[], unknown: ReadonlySet<string>, { messages }: FakeSlack) {
  const byMark = Map.groupBy(messages, ({ metadata }) => JSON.stringify(metadata))
  const copies = keys.map((key) => ({ key, all: byMark.get(JSON.stringify(metadataOf([key]))) ?? [] }))
  const again = copies.flatMap(({ all }) => all.slice(1))
  return {
    lost: copies.filter(({ key, all }) => all.length === 0 && !unknown.has(key)).length,
    duplicates: again.length,
    unmarked: again.filter(({ text }) => !text.includes(sentAgain.en)).length,
    unknown: unknown.size,
  }
}

function secondsSince(startedAtMs: number): number {
  return Math.round((Date.now() - startedAtMs) / 1000)
}
