import { type App, type ReceiverEvent, SocketModeReceiver, type webApi } from '@slack/bolt'
import { BackOff } from '../../back-off.ts'
import type { CallFailure } from '../../chat/tries.ts'
import { type Clock, systemClock, within } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { SettingsError } from '../../settings-error.ts'
import { callFailure, refusalOf } from '../web-api/call-failure.ts'
import { sdkLogger } from './sdk-logger.ts'
import { watchFrames } from './socket-frames.ts'

type Options = {
  readonly app: App
  readonly appToken: string
  readonly clientOptions: webApi.WebClientOptions
  readonly clock: Clock
  readonly log: Log
  readonly pingTimeoutMs?: number | undefined
  readonly openingTimeoutMs?: number | undefined
}

/** A ping unanswered for this long means that the connection is dead. */
const usualPingTimeoutMs = 5000
/** The SDK would wait for an answer to the upgrade for minutes, and for Slack's greeting for ever. */
const usualOpeningTimeoutMs = 20_000
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
  /** How long Slack wants to be left alone, in milliseconds. */
  #limitedMs = 0
  /** Why Slack has announced the end of the connection. */
  #goodbye: string | undefined

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
    const { client } = this.#receiver
    watchFrames(client, log, (reason) => {
      this.#goodbye = reason
    })
    client.on('disconnected', () => this.#ended.resolve())
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
    await this.#leave()
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
      this.#failure ??= this.#goodbye ? `Slack ended the connection (${this.#goodbye})` : 'the connection has ended'
      await this.#waitToReconnect()
      if (!this.#stopped.signal.aborted) await this.#connect().catch(() => undefined)
    }
  }

  async #waitToReconnect(): Promise<void> {
    const { clock, log } = this.#options
    if (this.#stopped.signal.aborted) return
    const waitMs = Math.max(jittered(this.#backOff.next(clock.now().epochMilliseconds)), this.#limitedMs)
    log.info('slack socket ended', { reason: this.#failure, waitMs })
    if (waitMs > 0) await clock.sleep(waitMs, this.#stopped.signal)
  }

  async #connect(): Promise<void> {
    this.#ended = Promise.withResolvers()
    this.#goodbye = undefined
    this.#limitedMs = 0
    try {
      await this.#open()
    } catch (error) {
      const failure = callFailure(error)
      if (failure?.kind === 'limited') this.#limitedMs = failure.waitMs
      this.#failure = describeFailure(failure, this.#goodbye)
      throw error
    }
    // The end may have come while it was being opened.
    if (this.#stopped.signal.aborted) return await this.#leave()
    this.#failure = undefined
    this.#options.log.info('slack socket open')
  }

  async #open(): Promise<void> {
    const { openingTimeoutMs = usualOpeningTimeoutMs } = this.#options
    const opening = this.#receiver.client.start().then(() => 'open')
    // A matter of the network, like the pings, and not of the clock that the waits between tries go by.
    if ((await within(openingTimeoutMs, opening, systemClock)) === 'open') return
    // Ends with the leaving, and rejects then.
    opening.catch(() => undefined)
    await this.#leave()
    throw new Error('Slack does not greet the connection')
  }

  async #leave(): Promise<void> {
    const { client } = this.#receiver
    // Rejects with nothing when it comes while a connection is being made (node-slack-sdk 2656).
    const goodbye = () => client.disconnect().catch(() => undefined)
    const left = goodbye().then(() => 'left')
    // Asked a second time, the SDK does not wait for Slack to agree.
    if ((await within(goodbyeMs, left, this.#options.clock)) !== 'left') await goodbye()
  }
}

/** Connections that end together must not come back together. */
function jittered(ms: number): number {
  return Math.round(ms * (1 + Math.random() / 4))
}

function describeFailure(failure: CallFailure | undefined, goodbye: string | undefined): string {
  if (goodbye !== undefined) return `Slack closes the connection (${goodbye})`
  if (failure?.kind === 'refused') return `Slack refuses the app token (${failure.error})`
  return failure?.kind === 'limited' ? 'Slack allows no connection for now' : 'Slack cannot be reached'
}

function appTokenLine(refusal: string): string {
  return `SLACK_APP_TOKEN: Slack refuses it (${refusal}), expected an app-level token (xapp-…) with the scope connections:write from "Basic Information"`
}
