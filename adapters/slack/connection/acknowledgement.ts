import type { ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import { describeError, type Log } from '../../log.ts'
import { postToResponseUrl, responseUrlOf } from '../web-api/response-url.ts'

const withText = z.object({ text: z.string() })

/**
 * The acknowledgement of one payload. It is given once and never throws: where the connection is gone, Bolt would leave
 * the listener in the middle. What it was to say is then said through the payload's response address.
 */
export class Acknowledgement {
  readonly #event: ReceiverEvent
  readonly #log: Log
  #isDone = false

  constructor(event: ReceiverEvent, log: Log) {
    this.#event = event
    this.#log = log
  }

  get isDone(): boolean {
    return this.#isDone
  }

  readonly ack = async (response?: unknown): Promise<void> => {
    if (this.#isDone) return
    this.#isDone = true
    try {
      await this.#event.ack(response)
    } catch (error) {
      this.#log.warn('slack acknowledgement failed', describeError(error))
      await this.#sayInstead(response)
    }
  }

  async #sayInstead(response: unknown): Promise<void> {
    const url = responseUrlOf(this.#event.body)
    if (url === undefined || !withText.safeParse(response).success) return
    try {
      await postToResponseUrl(url, response)
    } catch (error) {
      this.#log.error('slack answer lost', describeError(error))
    }
  }
}
