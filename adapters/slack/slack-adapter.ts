import { type AuthorizeResult, HTTPReceiver, webApi } from '@slack/bolt'
import { z } from 'zod'
import type { ReminderSender } from '../../src/reminders/reminder-loop.ts'
import type { Reminders } from '../../src/reminders/reminders.ts'
import type { CalendarLink } from '../calendar-link.ts'
import type { KnowingFocalPoint } from '../chat/tools.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Check } from '../health.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { Route } from '../web-server.ts'
import { GatedApp } from './connection/gated-app.ts'
import { slackRoute } from './connection/http-route.ts'
import { BotIdentity } from './connection/identity.ts'
import { sdkLogger } from './connection/sdk-logger.ts'
import { SocketConnection } from './connection/socket-connection.ts'
import { registerListeners } from './register.ts'
import { drawMessage } from './reminders/draw-message.ts'
import { KnownPlaces } from './reminders/known-places.ts'
import { createSlackSender } from './reminders/slack-sender.ts'
import { Features } from './replies/features.ts'
import { Readers } from './replies/readers.ts'
import type { SlackTools } from './tools.ts'
import { SlackCalls } from './web-api/slack-calls.ts'
import { webClientOptions } from './web-api/web-client-options.ts'

export type SlackSettings = Pick<Settings, 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET' | 'SLACK_API_URL'> & {
  readonly SLACK_BOT_TOKEN: string
}

type Options = {
  readonly settings: SlackSettings
  readonly focalPoint: KnowingFocalPoint
  readonly store: SlackTools['store']
  /** Left out where there are no reminders. */
  readonly reminders?: Reminders | undefined
  readonly calendarLink?: CalendarLink | undefined
  readonly log: Log
  readonly clock?: Clock
  /** How long a connection may leave a ping unanswered, in milliseconds. */
  readonly pingTimeoutMs?: number
  /** How long a connection may take to come about, in milliseconds. */
  readonly openingTimeoutMs?: number
}

/** So that Slack's recycling of one connection loses nothing. */
const socketCount = 2

/** Bolt's own limit for what nobody acknowledges; the gate is faster. */
const unhandledMs = 2900

/** Slack, over Socket Mode, HTTP or both, as the settings have it. */
export class SlackAdapter {
  readonly routes: readonly Route[]
  readonly checks: Readonly<Record<string, () => Check>>
  /** Sends what comes unasked. */
  readonly sender: ReminderSender
  readonly #app: GatedApp
  readonly #identity: BotIdentity
  readonly #sockets: readonly SocketConnection[]

  constructor({
    settings,
    focalPoint,
    store,
    reminders,
    calendarLink,
    log,
    clock = systemClock,
    ...timeouts
  }: Options) {
    const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings
    const clientOptions = webClientOptions(settings.SLACK_API_URL)
    // With options of its own, because the SDK writes into them.
    const client = new webApi.WebClient(token, { ...clientOptions, logger: sdkLogger(log) })
    const identity = new BotIdentity({ token, clientOptions, clock, log })
    const app = new GatedApp({
      clientOptions,
      clock,
      log,
      authorize: async (_, body) => authorize(token, identity, body),
    })
    const calls = new SlackCalls({ clock, log, onRefused: (error) => identity.noteRefusal(error) })
    registerListeners(app, {
      focalPoint,
      store,
      reminders,
      calendarLink,
      calls,
      readers: new Readers(clock),
      places: new KnownPlaces({ store, clock, log }),
      features: new Features(log),
      clock,
      log,
    })
    this.#app = app
    this.#identity = identity
    this.#sockets = appToken
      ? Array.from(
          { length: socketCount },
          () => new SocketConnection({ app, appToken, clientOptions, clock, log, ...timeouts }),
        )
      : []
    this.routes = signingSecret
      ? [slackRoute({ receiver: httpReceiver(app, signingSecret, log), clock, isOpen: () => app.isOpen })]
      : []
    this.sender = createSlackSender({
      client: () => client,
      clock,
      log,
      draw: (message, { conversationId }) => drawMessage(message, { isPersonal: /^[DUW]/.test(conversationId) }),
    })
    this.checks = { slack: () => this.#check() }
  }

  /**
   * Connects to Slack. While Slack cannot be reached, it goes on trying behind the scenes, and its check says so.
   * @throws {SettingsError} when Slack refuses a token
   */
  async start(): Promise<void> {
    try {
      await this.#identity.start()
      await Promise.all(this.#sockets.map((socket) => socket.start()))
    } catch (error) {
      await this.stop(0)
      throw error
    }
  }

  /** Takes nothing more, lets what is in flight finish for `graceMs` milliseconds, and leaves. */
  async stop(graceMs: number): Promise<void> {
    this.#identity.stop()
    await this.#app.drain(graceMs)
    await Promise.all(this.#sockets.map((socket) => socket.stop()))
  }

  #check(): Check {
    const token = this.#identity.check()
    if (token.status === 'failed') return token
    const failures = this.#sockets.map(({ failure }) => failure)
    if (failures.length === 0 || failures.includes(undefined)) return { status: 'ok' }
    return { status: 'failed', reason: `no connection to Slack: ${failures[0]}`, problems: [] }
  }
}

function httpReceiver(app: GatedApp, signingSecret: string, log: Log): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: sdkLogger(log),
    unhandledRequestTimeoutMillis: unhandledMs,
  })
  receiver.init(app)
  return receiver
}

const authorizationsSchema = z.object({
  authorizations: z.array(z.object({ user_id: z.string(), is_bot: z.literal(true) })).min(1),
})

/** Never waits for Slack: until it has told who we are, each event tells for whom it is meant. */
function authorize(botToken: string, { identity }: BotIdentity, body: unknown): AuthorizeResult {
  if (identity) return { botToken, botId: identity.botId, botUserId: identity.botUserId }
  return { botToken, botUserId: authorizationsSchema.safeParse(body).data?.authorizations[0]?.user_id }
}
