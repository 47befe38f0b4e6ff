import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarLinks } from '../../../adapters/calendar-link.ts'
import type { KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import { createLog } from '../../../adapters/log.ts'
import { readSettings, type Settings } from '../../../adapters/settings.ts'
import { TeamsAdapter } from '../../../adapters/teams/teams-adapter.ts'
import { closeServer, createWebServer, listen } from '../../../adapters/web-server.ts'
import { createReminders } from '../../../src/reminders/create-reminders.ts'
import { currentCalendar } from '../../../src/reminders/meeting-calendar.ts'
import type { Reminders } from '../../../src/reminders/reminders.ts'
import { openStore, type Store } from '../../../src/store/store.ts'
import { ownFocalPoint } from '../own-focal-point.ts'
import { TestClock } from '../test-clock.ts'
import { type SendAnswer, type SendOptions, send } from './fake/deliver.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { type FakeConnectorOptions, startFakeConnector } from './fake/start-fake-connector.ts'

/** The adapter as the service runs it, beside a Teams, a store and a clock that a test controls. */
export type RunningAdapter = AsyncDisposable & {
  readonly teams: FakeConnector
  readonly adapter: TeamsAdapter
  readonly store: Store
  readonly clock: TestClock
  /** Where Teams delivers. */
  readonly url: string
  /** Delivers an activity, as Teams does, with a good token unless told otherwise. */
  readonly send: (activity: object | string, options?: SendOptions) => Promise<SendAnswer>
  /** Every line of the log so far. */
  readonly logged: readonly string[]
}

type Options = {
  readonly teams?: FakeConnectorOptions
  readonly focalPoint?: KnowingFocalPoint
  readonly settings?: Readonly<Record<string, string>>
  /** What goes wrong from the start. */
  readonly arm?: (teams: FakeConnector) => void | Promise<void>
  /** Those of an adapter before; by default new ones, gone afterwards. */
  readonly store?: Store
  readonly beside?: FakeConnector
  readonly callTimeoutMs?: number
  /** Puts something between the adapter and the store. */
  readonly storeAs?: (store: Store) => Store
}

/** Starts it all. What it answers from is the project's own knowledge unless told otherwise. */
export async function startAdapter(options: Options = {}): Promise<RunningAdapter> {
  await using stack = new AsyncDisposableStack()
  // Botbuilder compares the times of a token with the time of the machine.
  const clock = new TestClock(Temporal.Now.instant())
  const now = () => clock.now().epochMilliseconds
  const teams = options.beside ?? stack.use(await startFakeConnector({ now, ...options.teams }))
  await options.arm?.(teams)
  const store = options.store ?? stack.use(await openStore(stack.use(aTemporaryFolder()).path))
  const logged: string[] = []
  const log = createLog('debug', (line) => {
    logged.push(line)
    teams.changes.announce()
  })
  const focalPoint = options.focalPoint ?? ownFocalPoint()
  const used = options.storeAs?.(store) ?? store
  const adapter = new TeamsAdapter({
    settings: settingsFor(teams, options.settings),
    focalPoint,
    store: used,
    reminders: remindersOver({ focalPoint, store: used, clock }),
    calendarLink: calendarLinks('https://focal.example'),
    log,
    clock,
    callTimeoutMs: options.callTimeoutMs,
  })
  const server = createWebServer(adapter.routes, log)
  const url = `${await listen(server, 0, '127.0.0.1')}/api/messages`
  stack.defer(() => closeServer(server, 0))
  stack.defer(() => adapter.stop(0))
  await adapter.start()
  const started = stack.move()
  return {
    teams,
    adapter,
    store,
    clock,
    url,
    send: (activity, sending) => send(teams, url, activity, sending),
    logged,
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

function remindersOver({
  focalPoint,
  store,
  clock,
}: Pick<RunningAdapter, 'store' | 'clock'> & Pick<Required<Options>, 'focalPoint'>): Reminders {
  const now = () => clock.now()
  const calendar = currentCalendar(() => focalPoint.knowledge, now)
  return createReminders({ store, calendar, findTargets: (query) => focalPoint.findTargets(query), now })
}

function aTemporaryFolder() {
  return mkdtempDisposableSync(join(tmpdir(), 'focal-point-teams-'))
}

function settingsFor(teams: FakeConnector, more: Readonly<Record<string, string>> = {}): Settings {
  const read = readSettings({ ...teams.settings, ...more })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.settings
}
