import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { metadataOf } from '../../adapters/slack/reminders/find-reminder.ts'
import { sentAgain } from '../../src/reminders/wording.ts'
import type { WantedDelivery } from '../../src/store/delivery.ts'
import { openStore } from '../../src/store/store.ts'
import type { FakeSlack } from '../adapters/slack/fake/fake-slack.ts'
import { startFakeSlack } from '../adapters/slack/fake/start-fake-slack.ts'
import { compileCache } from '../compile-cache.ts'
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
  /** How much faster than the machine's the clocks run: ten times, and a lease of a minute is over in six seconds. */
  readonly factor: number
}

export type TrialResult = {
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
 * Lets several processes send what is due to one Slack, kills and pauses them at random meanwhile, and waits until all is
 * settled.
 * @throws when it does not settle
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
    await harass(crew, trial, slack)
    await until(async () => (await countUnsettled(engine)) === 0)
    const unknown = await engine.db.selectFrom('delivery').select('key').where('state', '=', 'unknown').execute()
    return {
      ...tally(keys, new Set(unknown.map(({ key }) => key)), slack),
      seconds: secondsSince(startedAtMs),
    }
  } finally {
    crew.end()
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

type Worker = { readonly process: ChildProcess; isSending: boolean }

/** The worker processes; one that was killed is started again. */
class Crew {
  readonly #orders: string
  readonly #workers = new Set<Worker>()

  constructor(orders: WorkerOrders, count: number) {
    this.#orders = JSON.stringify(orders)
    for (let i = 0; i < count; i += 1) this.#start()
  }

  kill(): void {
    const worker = this.#any()
    worker.process.kill('SIGKILL')
    this.#workers.delete(worker)
    this.#start()
  }

  /** Longer than a lease, so that another process takes over what it holds; nobody kills it meanwhile. */
  async pause(ms: number): Promise<void> {
    const worker = this.#any()
    worker.isSending = false
    worker.process.kill('SIGSTOP')
    await wait(ms)
    worker.process.kill('SIGCONT')
    worker.isSending = true
  }

  /** Whether there is one to kill or pause, and another that goes on. */
  get isAtWork(): boolean {
    return this.#sending.length > 1
  }

  end(): void {
    for (const worker of this.#workers) worker.process.kill('SIGKILL')
  }

  get #sending(): Worker[] {
    return [...this.#workers].filter(({ isSending }) => isSending)
  }

  #any(): Worker {
    const sending = this.#sending
    const worker = sending[Math.floor(Math.random() * sending.length)]
    if (!worker) throw new Error('no worker is sending')
    return worker
  }

  #start(): void {
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
    const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), this.#orders], {
      stdio: [...stdio],
      env: { ...process.env, ...compileCache },
    })
    const worker: Worker = { process: child, isSending: false }
    // It says so once it has begun.
    child.once('message', () => {
      worker.isSending = true
    })
    this.#workers.add(worker)
  }
}

/** Spreads kills and pauses over what there is to send, so that each hits somebody who is sending, however fast that goes. */
async function harass(crew: Crew, { due, kills, pauses, factor }: Trial, slack: FakeSlack): Promise<void> {
  const pausing: Promise<void>[] = []
  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = (due * (kill - Math.random())) / (kills + 1)
    await until(() => slack.messages.length >= enough && crew.isAtWork)
    if (Math.round((kill * pauses) / kills) > pausing.length) pausing.push(crew.pause(pausedMs / factor))
    crew.kill()
  }
  await Promise.all(pausing)
}

/** So long it may take from one kill to the next, and until all is settled after the last. */
const longestMs = 120_000

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = Date.now() + longestMs
  while (!(await isSo())) {
    if (Date.now() > endMs) throw new Error('it does not get on')
    await wait(50)
  }
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
