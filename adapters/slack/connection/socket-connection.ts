import { type App, type ReceiverEvent, SocketModeReceiver, type webApi } from '@slack/bolt'
import { BackOff } from '../../back-off.ts'
import { type Clock, within } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { SettingsError } from '../../settings-error.ts'
import { callFailure, refusalOf } from '../web-api/call-failure.ts'
import { sdkLogger } from './sdk-logger.ts'

type Options = {
  readonly app: App
  readonly appToken: string
  readonly clientOptions: webApi.WebClientOptions
  readonly clock: Clock
  readonly log: Log
  readonly pingTimeoutMs?: number | undefined
}

/** A ping unanswered for this long means that the connection is dead. */
const usualPingTimeoutMs = 5000
/** The SDK's own goodbye may never come to an end. */
const goodbyeMs = 1000

/**
 * One connection of Socket Mode, kept up for ever: when it ends, for whatever reason, the next one is opened, later and
 * later if that fails. The SDK's own reconnecting leaves gaps of seconds and ends the process when Slack refuses it.
 */
export class SocketConnection {
  readonly #options: Options
  readonly #receiver: SocketModeReceiver
  readonly #backOff = new BackOff()
  readonly #stopped = new AbortController()
  #ended = Promise.withResolvers<void>()
  #failure: string | undefined = 'not connected yet'

  constructor(options: Options) {
    const { app, appToken, clientOptions, log, pingTimeoutMs = usualPingTimeoutMs } = options
    this.#options = options
    this.#receiver = new SocketModeReceiver({
      appToken,
      logger: sdkLogger(log),
      autoReconnectEnabled: false,
      clientPingTimeout: pingTimeoutMs,
      // An object of its own, because the receiver writes into it.
      installerOptions: { clientOptions: { ...clientOptions } },
    })
    const gate: Pick<App, 'processEvent'> = {
      processEvent: (event) => app.processEvent(this.#boundToConnection(event)),
    }
    // All that the receiver does with an app.
    this.#receiver.init(gate as App)
    this.#receiver.client.on('disconnected', () => this.#ended.resolve())
  }

  /** Undefined while it is connected, else why not. */
  get failure(): string | undefined {
    return this.#failure
  }

  /**
   * Connects, and from then on stays connected. While Slack cannot be reached, it goes on trying behind the scenes.
   * @throws {SettingsError} when Slack refuses the app token
   */
  async start(): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal) throw new SettingsError([appTokenLine(refusal)], error)
    }
    this.#keepConnected()
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    this.#failure = 'stopped'
    // Rejects with nothing when it comes while a connection is being made (node-slack-sdk 2656).
    const goodbye = this.#receiver.client.disconnect().catch(() => undefined)
    await within(goodbyeMs, goodbye, this.#options.clock)
  }

  /** The SDK would acknowledge over whatever connection there is by then, where Slack does not wait for it. */
  #boundToConnection(event: ReceiverEvent): ReceiverEvent {
    const connection = this.#ended
    const ack: ReceiverEvent['ack'] = async (response) => {
      if (connection !== this.#ended) throw new Error('the connection has ended')
      await event.ack(response)
    }
    return { ...event, ack }
  }

  async #keepConnected(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      if (this.#failure === undefined) await this.#ended.promise
      this.#failure ??= 'the connection has ended'
      await this.#waitToReconnect()
      if (!this.#stopped.signal.aborted) await this.#connect().catch(() => undefined)
    }
  }

  async #waitToReconnect(): Promise<void> {
    const { clock, log } = this.#options
    if (this.#stopped.signal.aborted) return
    const waitMs = jittered(this.#backOff.next(clock.now().epochMilliseconds))
    log.info('slack socket ended', { reason: this.#failure, waitMs })
    if (waitMs > 0) await clock.sleep(waitMs, this.#stopped.signal)
  }

  async #connect(): Promise<void> {
    this.#ended = Promise.withResolvers()
    try {
      await this.#receiver.client.start()
      this.#failure = undefined
      this.#options.log.info('slack socket open')
    } catch (error) {
      this.#failure = describeFailure(error)
      throw error
    }
  }
}

/** Connections that end together must not come back together. */
function jittered(ms: number): number {
  return Math.round(ms * (1 + Math.random() / 4))
}

function describeFailure(error: unknown): string {
  const failure = callFailure(error)
  if (failure?.kind === 'refused') return `Slack refuses the app token (${failure.error})`
  return failure?.kind === 'limited' ? 'Slack allows no connection for now' : 'Slack cannot be reached'
}

function appTokenLine(refusal: string): string {
  return `SLACK_APP_TOKEN: Slack refuses it (${refusal}), expected an app-level token (xapp-…) with the scope connections:write from "Basic Information"`
}
