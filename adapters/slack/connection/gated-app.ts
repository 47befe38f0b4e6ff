import { App, type Authorize, type Receiver, type ReceiverEvent, type webApi } from '@slack/bolt'
import { type Clock, within } from '../../clock.ts'
import { describeError, type Log } from '../../log.ts'
import type { Notice } from '../drawing/render-notices.ts'
import { Acknowledgement } from './acknowledgement.ts'
import { namePayload, type PayloadName } from './payload-names.ts'
import { sdkLogger } from './sdk-logger.ts'
import { answerUnhandled } from './unhandled.ts'

type Options = {
  readonly authorize: Authorize<boolean>
  readonly clientOptions: webApi.WebClientOptions
  readonly clock: Clock
  readonly log: Log
}

/** Receivers are attached to the app once it is there: one for HTTP, two for Socket Mode, or all of them. */
const noReceiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} }

/**
 * Bolt's app behind a gate that everything from Slack passes, over whatever transport. It acknowledges what no listener
 * takes, notes what is in flight, and can be closed: an event that comes then is not acknowledged, so that Slack delivers it
 * again; all else it does not, so the person is told.
 */
export class GatedApp extends App {
  readonly #options: Options
  readonly #inFlight = new Set<Promise<void>>()
  #isOpen = true

  constructor(options: Options) {
    const { authorize, clientOptions, log } = options
    super({
      authorize,
      receiver: noReceiver,
      logger: sdkLogger(log),
      convoStore: false,
      // Which messages are left alone is decided in one place of ours.
      ignoreSelf: false,
      // An object of its own, because receivers write into theirs.
      clientOptions: { ...clientOptions },
    })
    this.#options = options
    // Thrown on, it comes back to the gate, which logs it and answers the person.
    this.error(async (error) => {
      throw error
    })
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Lets nothing more in, and waits for what is in flight, at most `graceMs` milliseconds. */
  async drain(graceMs: number): Promise<void> {
    this.#isOpen = false
    await within(graceMs, Promise.all(this.#inFlight), this.#options.clock)
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    const handling = this.#isOpen ? this.#handle(event) : this.#turnAway(event)
    this.#inFlight.add(handling)
    await handling
    this.#inFlight.delete(handling)
  }

  async #turnAway(event: ReceiverEvent): Promise<void> {
    const name = namePayload(event.body)
    if (name?.kind === 'event') return
    await this.#answerForNobody(event, name, new Acknowledgement(event, this.#options.log), 'stopping')
  }

  /** Never rejects. */
  async #handle(event: ReceiverEvent): Promise<void> {
    const started = performance.now()
    const name = namePayload(event.body)
    const acknowledgement = new Acknowledgement(event, this.#options.log)
    const isDone = name === undefined || (await this.#runListeners(event, name, acknowledgement))
    const outcome = !isDone ? 'failed' : acknowledgement.isDone ? 'handled' : 'unknown'
    const notice = isDone ? 'unknownControl' : 'failed'
    if (!acknowledgement.isDone) await this.#answerForNobody(event, name, acknowledgement, notice)
    const fields = { ...fieldsOf(name), outcome, ms: Math.round(performance.now() - started) }
    this.#options.log[outcome === 'unknown' ? 'warn' : 'info']('slack payload', fields)
  }

  /** False when one of them failed. */
  async #runListeners(event: ReceiverEvent, name: PayloadName, { ack }: Acknowledgement): Promise<boolean> {
    try {
      await super.processEvent({ ...event, ack })
      return true
    } catch (error) {
      this.#options.log.error('slack listener failed', { ...fieldsOf(name), ...describeError(original(error)) })
      return false
    }
  }

  /** Slack and the person wait for an answer, although no listener gives one. */
  async #answerForNobody(
    { body }: ReceiverEvent,
    name: PayloadName | undefined,
    { ack }: Acknowledgement,
    notice: Notice,
  ): Promise<void> {
    try {
      await answerUnhandled({ body, name, notice }, ack)
    } catch (error) {
      this.#options.log.warn('slack notice not sent', describeError(error))
    }
  }
}

function fieldsOf(name: PayloadName | undefined) {
  return { event_id: name?.eventId, team: name?.team, handler: name && `${name.kind} ${name.name}` }
}

/** Bolt wraps what a listener throws. */
function original(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? error.original : error
}
