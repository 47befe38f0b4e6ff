import { z } from 'zod'
import { ACK_WITHIN_MS, type DeliveryResult } from '../delivery/delivery.ts'
import { noteAck } from '../delivery/note-ack.ts'
import type { Payload } from '../payloads/payload.ts'
import type { SlackState } from '../state/slack-state.ts'
import { type OpenSocket, sendFrame } from './open-socket.ts'

/** A payload on its way, under one envelope id after another. */
type Journey = {
  readonly payload: Payload
  readonly finish: (result: Omit<DeliveryResult, 'ms'>) => void
  envelopeId: string
  socket: OpenSocket | undefined
  attempt: number
}

const ackSchema = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() })

/**
 * Sends payloads over the open sockets in turn and collects what is acknowledged. An event whose socket closes first,
 * or for which none is open, goes to the next one; commands and interactions do not, as their person has been told.
 */
export class Envelopes {
  readonly #slack: SlackState
  readonly #openSockets: () => readonly OpenSocket[]
  readonly #underway = new Map<string, Journey>()
  #waiting: Journey[] = []
  #turn = 0

  constructor(slack: SlackState, openSockets: () => readonly OpenSocket[]) {
    this.#slack = slack
    this.#openSockets = openSockets
  }

  /** Sends a payload and waits for its acknowledgement, at most three seconds unless told otherwise. */
  async deliver(payload: Payload, withinMs = ACK_WITHIN_MS): Promise<DeliveryResult> {
    const startedAt = performance.now()
    const { promise, resolve } = Promise.withResolvers<Omit<DeliveryResult, 'ms'>>()
    const timer = setTimeout(() => resolve({ acknowledged: false, body: undefined }), withinMs)
    this.#send({ payload, finish: resolve, envelopeId: '', socket: undefined, attempt: 0 })
    const result = await promise.finally(() => clearTimeout(timer))
    return { ...result, ms: performance.now() - startedAt }
  }

  /** The envelopes that were sent and not acknowledged. */
  unacknowledged(): readonly { readonly envelope_id: string; readonly payload: Payload }[] {
    return [...this.#underway].map(([envelope_id, { payload }]) => ({ envelope_id, payload }))
  }

  /** Sends an unacknowledged envelope once more, over the next socket and under a new id, as a retry. */
  redeliver(envelopeId: string): void {
    const journey = this.#underway.get(envelopeId)
    if (!journey) throw new Error(`envelope ${envelopeId}: is not among those that wait for an acknowledgement`)
    this.#sendAgain(journey)
  }

  /** What a socket says. */
  receive(frame: string): void {
    const ack = ackSchema.safeParse(JSON.parse(frame))
    const journey = ack.success && this.#underway.get(ack.data.envelope_id)
    if (!journey) return
    const { envelope_id, payload } = ack.data
    this.#underway.delete(envelope_id)
    const isEmpty = !payload || Object.keys(payload).length === 0
    const body = isEmpty ? undefined : payload
    journey.finish({ acknowledged: true, body })
    noteAck(journey.payload, body, this.#slack, envelope_id)
  }

  /** To be called after a socket was opened. */
  socketOpened(): void {
    for (const journey of this.#waiting.splice(0)) this.#send(journey)
  }

  /** To be called after a socket was closed. */
  socketClosed(socket: OpenSocket): void {
    for (const journey of [...this.#underway.values()]) {
      if (journey.socket !== socket) continue
      if (journey.payload.kind === 'events_api') this.#sendAgain(journey)
      else this.#giveUp(journey)
    }
  }

  #sendAgain(journey: Journey): void {
    this.#underway.delete(journey.envelopeId)
    journey.attempt += 1
    this.#send(journey)
  }

  #giveUp(journey: Journey): void {
    this.#underway.delete(journey.envelopeId)
    journey.finish({ acknowledged: false, body: undefined })
  }

  #send(journey: Journey): void {
    const sockets = this.#openSockets()
    const socket = sockets[this.#turn++ % Math.max(sockets.length, 1)]
    if (!socket) {
      if (journey.payload.kind === 'events_api') this.#waiting.push(journey)
      else this.#giveUp(journey)
      return
    }
    journey.envelopeId = this.#slack.ids.next('envelope-')
    journey.socket = socket
    this.#underway.set(journey.envelopeId, journey)
    sendFrame(socket, envelopeOf(journey))
  }
}

function envelopeOf({ payload, envelopeId, attempt }: Journey): object {
  const isEvent = payload.kind === 'events_api'
  return {
    envelope_id: envelopeId,
    type: payload.kind,
    accepts_response_payload: !isEvent,
    payload: payload.body,
    ...(isEvent && { retry_attempt: attempt, retry_reason: attempt === 0 ? '' : 'timeout' }),
  }
}
