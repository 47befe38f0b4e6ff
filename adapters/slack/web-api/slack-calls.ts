import type { types, webApi } from '@slack/bolt'
import { ChannelPace } from '../../chat/channel-pace.ts'
import type { CallFailure } from '../../chat/tries.ts'
import { Tries } from '../../chat/tries.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { callFailure } from './call-failure.ts'
import { findMessage } from './find-message.ts'
import { postToResponseUrl } from './response-url.ts'

export type NewMessage = {
  readonly channel: string
  readonly thread_ts: string
  readonly text: string
  readonly blocks?: readonly types.KnownBlock[]
  /** Tells this message from all others, so that it can be looked for. */
  readonly key: string
  /** Its place in the order of all, where a channel is limited. */
  readonly ticket: number
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

/** What Slack allows in the long run (docs.slack.dev, rate limits): one message per second and channel. */
const gapMs = 1000
/** The person waits for the answer or for a word that it is uncertain. */
const longestSearchMs = 20_000

/** Calls of the Web API, with our own rule of what is tried again. */
export class SlackCalls {
  readonly #options: Options
  readonly #pace: ChannelPace

  constructor(options: Options) {
    this.#options = options
    this.#pace = new ChannelPace({ clock: options.clock, gapMs })
  }

  /**
   * Makes a call that does no harm when it is made twice: five times, and more often while Slack limits it, within five minutes.
   * @throws the error of the last try, or the first that trying again cannot change
   */
  async repeat<T>(call: () => Promise<T>, { withinMs = Number.POSITIVE_INFINITY, onFailure }: Trying = {}): Promise<T> {
    const endMs = this.#nowMs + withinMs
    const tries = new Tries(this.#nowMs)
    for (;;) {
      try {
        return await call()
      } catch (error) {
        const failure = this.#failureOf(error)
        onFailure?.(failure)
        const waitMs = tries.waitAfter(failure, this.#nowMs, error)
        if (this.#nowMs + waitMs > endMs) throw error
        await this.#options.clock.sleep(waitMs)
      }
    }
  }

  /** The place in the order of all messages that an answer gets, taken when its question comes. */
  ticket(): number {
    return this.#pace.ticket()
  }

  /**
   * Posts a message in a thread, never twice. What Slack did not take is sent again; a 500 or 503 is held for that. Where
   * its answer got lost, the thread is searched for the message; where that is not allowed, it is not sent again.
   * @throws like `repeat`
   */
  async post(client: webApi.WebClient, message: NewMessage): Promise<PostOutcome> {
    const tries = new Tries(this.#nowMs)
    for (;;) {
      if (this.#pace.isLimited(message.channel)) this.#options.log.debug('slack message waits', { key: message.key })
      const leave = await this.#pace.turn(message.channel, message.ticket)
      try {
        await client.chat.postMessage(asArguments(message))
        return 'posted'
      } catch (error) {
        const failure = this.#failureOf(error)
        const found = failure.kind === 'unknown' ? await this.#find(client, message) : 'absent'
        if (found !== 'absent') return found === 'there' ? 'posted' : 'uncertain'
        await this.#wait(message.channel, failure, tries.waitAfter(failure, this.#nowMs, error))
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
    const tries = new Tries(this.#nowMs)
    for (;;) {
      try {
        await postToResponseUrl(url, message)
        return 'posted'
      } catch (error) {
        const failure = this.#failureOf(error)
        if (failure.kind === 'unknown') return 'uncertain'
        await this.#options.clock.sleep(tries.waitAfter(failure, this.#nowMs, error))
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

function asArguments({ key, ticket: _, blocks, ...message }: NewMessage): webApi.ChatPostMessageArguments {
  return {
    ...message,
    ...(blocks && { blocks: [...blocks] }),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'focal_answer', event_payload: { key } },
  }
}
