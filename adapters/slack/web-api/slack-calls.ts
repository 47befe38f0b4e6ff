import type { types, webApi } from '@slack/bolt'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { type CallFailure, callFailure } from './call-failure.ts'
import { ChannelPace } from './channel-pace.ts'
import { findMessage } from './find-message.ts'
import { waitBeforeNext } from './next-try.ts'
import { postToResponseUrl } from './response-url.ts'

export type NewMessage = {
  readonly channel: string
  readonly thread_ts: string
  readonly text: string
  readonly blocks?: readonly types.KnownBlock[]
  /** Tells this message from all others, so that it can be looked for. */
  readonly key: string
}

/** uncertain: it may be there or not, and Slack does not let us look. */
export type PostOutcome = 'posted' | 'uncertain'

type Trying = {
  /** There is no further try after so many milliseconds. */
  readonly withinMs?: number
  readonly onFailure?: (failure: CallFailure) => void
}

type Options = {
  readonly clock: Clock
  readonly log: Log
  /** Told each time Slack refuses a call, with its code. */
  readonly onRefused: (error: string) => void
}

/** The person waits for the answer or for a word that it is uncertain. */
const longestSearchMs = 20_000

/** Calls of the Web API, with our own rule of what is tried again. */
export class SlackCalls {
  readonly #options: Options
  readonly #pace: ChannelPace

  constructor(options: Options) {
    this.#options = options
    this.#pace = new ChannelPace(options.clock)
  }

  /**
   * Makes a call that does no harm when it is made twice, up to five times.
   * @throws the error of the last try, or the first that trying again cannot change
   */
  async repeat<T>(call: () => Promise<T>, { withinMs = Number.POSITIVE_INFINITY, onFailure }: Trying = {}): Promise<T> {
    const endMs = this.#nowMs + withinMs
    for (let tries = 0; ; tries += 1) {
      try {
        return await call()
      } catch (error) {
        const failure = this.#failureOf(error)
        onFailure?.(failure)
        const waitMs = waitBeforeNext(failure, tries, error)
        if (this.#nowMs + waitMs > endMs) throw error
        await this.#options.clock.sleep(waitMs)
      }
    }
  }

  /**
   * Posts a message in a thread, never twice. What Slack did not take is sent again. Where its answer got lost, the thread
   * is searched for the message; where that is not allowed, it is not sent again.
   * @throws like `repeat`
   */
  async post(client: webApi.WebClient, message: NewMessage): Promise<PostOutcome> {
    const ticket = this.#pace.ticket()
    for (let tries = 0; ; tries += 1) {
      const leave = await this.#pace.turn(message.channel, ticket)
      try {
        await client.chat.postMessage(asArguments(message))
        return 'posted'
      } catch (error) {
        const failure = this.#failureOf(error)
        const found = failure.kind === 'unknown' ? await this.#find(client, message) : 'absent'
        if (found !== 'absent') return found === 'there' ? 'posted' : 'uncertain'
        await this.#wait(message.channel, failure, waitBeforeNext(failure, tries, error))
      } finally {
        leave()
      }
    }
  }

  /**
   * Sends a message to a response address, never twice.
   * @throws like `repeat`
   */
  async say(url: string, message: unknown): Promise<PostOutcome> {
    for (let tries = 0; ; tries += 1) {
      try {
        await postToResponseUrl(url, message)
        return 'posted'
      } catch (error) {
        const failure = this.#failureOf(error)
        if (failure.kind === 'unknown') return 'uncertain'
        await this.#options.clock.sleep(waitBeforeNext(failure, tries, error))
      }
    }
  }

  /** unreadable: Slack does not let us look, or does not answer. */
  async #find(client: webApi.WebClient, message: NewMessage): Promise<'there' | 'absent' | 'unreadable'> {
    try {
      return await this.repeat(() => findMessage(client, message), { withinMs: longestSearchMs })
    } catch (error) {
      if (callFailure(error)) return 'unreadable'
      throw error
    }
  }

  /** A limit holds for all messages to the channel, so the next turn waits for it. */
  async #wait(channel: string, { kind }: CallFailure, waitMs: number): Promise<void> {
    if (kind === 'limited') this.#pace.limit(channel, waitMs)
    else await this.#options.clock.sleep(waitMs)
  }

  get #nowMs(): number {
    return this.#options.clock.now().epochMilliseconds
  }

  #failureOf(error: unknown): CallFailure {
    const failure = callFailure(error)
    if (!failure) throw error
    this.#options.log.warn('slack call failed', { ...failure })
    if (failure.kind === 'refused') this.#options.onRefused(failure.error)
    return failure
  }
}

function asArguments({ key, blocks, ...message }: NewMessage): webApi.ChatPostMessageArguments {
  return {
    ...message,
    ...(blocks && { blocks: [...blocks] }),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'focal_answer', event_payload: { key } },
  }
}
