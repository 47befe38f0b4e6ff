import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarLinks } from '../../../adapters/calendar-link.ts'
import type { KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import { createLog } from '../../../adapters/log.ts'
import { SlackAdapter } from '../../../adapters/slack/slack-adapter.ts'
import { closeServer, createWebServer, listen } from '../../../adapters/web-server.ts'
import { createReminders } from '../../../src/reminders/create-reminders.ts'
import { currentCalendar } from '../../../src/reminders/meeting-calendar.ts'
import { openStore, type Store } from '../../../src/store/store.ts'
import { ownFocalPoint } from '../own-focal-point.ts'
import { TestClock } from '../test-clock.ts'
import type { Delivery } from './fake/delivery/delivery.ts'
import { httpDelivery } from './fake/delivery/http-delivery.ts'
import { socketDelivery } from './fake/delivery/socket-delivery.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import { type FakeSlackOptions, startFakeSlack } from './fake/start-fake-slack.ts'

/** Over what Slack and the adapter talk; whatever the adapter promises holds for both. */
export const transports = ['http', 'sockets'] as const
export type Transport = (typeof transports)[number]

/** The adapter as the service runs it, beside a Slack, a store and a clock that a test controls. */
export type RunningAdapter = AsyncDisposable & {
  readonly slack: FakeSlack
  readonly adapter: SlackAdapter
  readonly store: Store
  readonly clock: TestClock
  /** Where Slack delivers over HTTP. */
  readonly url: string
  /** Sends a payload over the transport. */
  readonly send: Delivery
  /** Every line of the log so far. */
  readonly logged: readonly string[]
}

type Options = {
  readonly slack?: FakeSlackOptions
  readonly focalPoint?: KnowingFocalPoint
  /** Puts something between the adapter and the store. */
  readonly storeAs?: (store: Store) => Store
  /** What goes wrong from the start. */
  readonly arm?: (slack: FakeSlack) => void | Promise<void>
  /** Both transports at once; what is sent goes over the one that was asked for. */
  readonly overBoth?: boolean
  /** That of an adapter before; by default a new one, gone afterwards. */
  readonly store?: Store
  readonly pingTimeoutMs?: number
  readonly openingTimeoutMs?: number
}

/** Starts it all. What it answers from is the project's own knowledge unless told otherwise. */
export async function startAdapter(transport: Transport, options: Options = {}): Promise<RunningAdapter> {
  const stack = new AsyncDisposableStack()
  // Bolt compares the time of a signature with the time of the machine.
  const clock = new TestClock(Temporal.Now.instant())
  const slack = stack.use(await startFakeSlack({ now: () => clock.now().epochMilliseconds, ...options.slack }))
  await options.arm?.(slack)
  const folder = stack.use(mkdtempDisposableSync(join(tmpdir(), 'focal-point-slack-')))
  const store = options.store ?? stack.use(await openStore(folder.path))
  const logged: string[] = []
  const log = createLog('debug', (line) => {
    logged.push(line)
    slack.changes.announce()
  })
  const focalPoint = options.focalPoint ?? ownFocalPoint()
  const used = options.storeAs?.(store) ?? store
  const adapter = new SlackAdapter({
    settings: settingsFor(options.overBoth ? transports : [transport], slack),
    focalPoint,
    store: used,
    reminders: remindersOver({ focalPoint, store: used, clock }),
    calendarLink: calendarLinks('https://focal.example'),
    log,
    clock,
    pingTimeoutMs: options.pingTimeoutMs,
    openingTimeoutMs: options.openingTimeoutMs,
  })
  const server = createWebServer(adapter.routes, log)
  const url = `${await listen(server, 0, '127.0.0.1')}/slack/events`
  stack.defer(() => closeServer(server, 0))
  stack.defer(() => adapter.stop(0))
  await adapter.start()
  const send = transport === 'http' ? httpDelivery(slack, url) : socketDelivery(slack)
  return { slack, adapter, store, clock, url, send, logged, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

function remindersOver({
  focalPoint,
  store,
  clock,
}: Pick<RunningAdapter, 'store' | 'clock'> & Pick<Required<Options>, 'focalPoint'>) {
  const now = () => clock.now()
  const calendar = currentCalendar(() => focalPoint.knowledge, now)
  return createReminders({ store, calendar, findTargets: (query) => focalPoint.findTargets(query), now })
}

function settingsFor(over: readonly Transport[], { botToken, appToken, signingSecret, apiUrl }: FakeSlack) {
  return {
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: apiUrl,
    ...(over.includes('http') && { SLACK_SIGNING_SECRET: signingSecret }),
    ...(over.includes('sockets') && { SLACK_APP_TOKEN: appToken }),
  }
}
