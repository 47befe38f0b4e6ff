import type { Activity } from 'botbuilder'
import { ChannelPace } from '../../chat/channel-pace.ts'
import { type CallFailure, Tries } from '../../chat/tries.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import type { BotToken } from '../connection/bot-token.ts'
import { connectorFailure, isRefusedWith } from './connector-failure.ts'
import { type ConnectorPool, targetedHeader } from './connector-pool.ts'

/** A conversation, and where Teams takes messages for it. */
export type Destination = { readonly serviceUrl: string; readonly conversationId: string }

/** What is sent; botbuilder's own type lacks what Teams has learnt since. */
export type Outgoing = Partial<Activity> & { readonly type: string }

type Sending = {
  /** The message that it answers, in whose thread it goes. */
  readonly replyTo?: string | undefined
  /** Only this person sees it; not to be had in a personal conversation, where nobody else is. */
  readonly onlyFor?: string | undefined
}

type Options = {
  readonly pool: ConnectorPool
  readonly token: Pick<BotToken, 'generation' | 'forget'>
  readonly clock: Clock
  readonly log: Log
  /** How long a call may take, in milliseconds. */
  readonly timeoutMs?: number
}

const usualTimeoutMs = 10_000
/** What Teams allows at once in a conversation is 7 messages in a second (learn.microsoft.com, rate limits of bots). */
const gapMs = 150

/** Calls of the Bot Connector, with our own rule of what is tried again. */
export class TeamsCalls {
  readonly #options: Options
  readonly #pace: ChannelPace

  constructor(options: Options) {
    this.#options = options
    this.#pace = new ChannelPace({ clock: options.clock, gapMs })
  }

  /**
   * Sends a message, and returns its id. What Teams did not take is sent again. Where its answer got lost, it is sent once
   * more: Teams does not let us look whether it is there, and a message twice is better than none.
   * @throws the error of the last try, or the first that trying again cannot change
   */
  async send(to: Destination, message: Outgoing, { replyTo, onlyFor }: Sending = {}): Promise<string | undefined> {
    const addressed = onlyFor === undefined ? message : { ...message, recipient: privateRecipient(onlyFor) }
    const options = this.#callOptions(onlyFor !== undefined)
    const sent = await this.#inTurn(to, async () => {
      const { conversations } = this.#options.pool.clientFor(to.serviceUrl)
      if (replyTo === undefined) return await conversations.sendToConversation(to.conversationId, addressed, options)
      const reply = { ...addressed, replyToId: replyTo }
      return await conversations.replyToActivity(to.conversationId, replyTo, reply, options)
    })
    return sent.id || undefined
  }

  /**
   * Sends a message once, whatever becomes of it: whoever sends it keeps account of tries. Returns its id. A token that was
   * refused is not used again.
   * @throws what the call throws
   */
  async sendOnce(to: Destination, message: Outgoing): Promise<string | undefined> {
    const { generation } = this.#options.token
    try {
      const { conversations } = this.#options.pool.clientFor(to.serviceUrl)
      const sent = await conversations.sendToConversation(to.conversationId, message, this.#callOptions(false))
      return sent.id || undefined
    } catch (error) {
      if (isRefusedWith(error, 401)) this.#options.token.forget(generation)
      this.#failureOf(error)
      throw error
    }
  }

  /**
   * Puts a message in the place of one that was sent. Doing that twice comes to the same.
   * @throws like `send`
   */
  async update(to: Destination, id: string, message: Outgoing, { isPrivate = false } = {}): Promise<void> {
    const options = this.#callOptions(isPrivate)
    await this.#inTurn(to, async () => {
      const { conversations } = this.#options.pool.clientFor(to.serviceUrl)
      return await conversations.updateActivity(to.conversationId, id, { ...message, id }, options)
    })
  }

  /**
   * The personal conversation with somebody, which Teams opens if there is none yet.
   * @throws like `send`
   */
  async openPersonal(
    { serviceUrl, botId, tenant }: { readonly serviceUrl: string; readonly botId: string; readonly tenant: string },
    user: string,
  ): Promise<Destination> {
    const parameters = {
      bot: { id: botId, name: '' },
      members: [{ id: user, name: '' }],
      isGroup: false,
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    }
    const { id } = await this.#inTurn({ serviceUrl, conversationId: user }, async () => {
      const { conversations } = this.#options.pool.clientFor(serviceUrl)
      // Botbuilder declares fields as required that Teams neither needs nor takes.
      return await conversations.createConversation(parameters as never, this.#callOptions(false))
    })
    return { serviceUrl, conversationId: id }
  }

  /**
   * What Teams tells of a member of a conversation; undefined for somebody who is none.
   * @throws like `send`
   */
  async lookUp(where: Destination, user: string): Promise<{ readonly name: string } | undefined> {
    try {
      return await this.#inTurn(where, async () => {
        const { conversations } = this.#options.pool.clientFor(where.serviceUrl)
        const { name } = await conversations.getConversationMember(where.conversationId, user, this.#callOptions(false))
        return { name }
      })
    } catch (error) {
      if (isRefusedWith(error, 403, 404)) return undefined
      throw error
    }
  }

  /** Shows that an answer is being worked on. That this fails does no harm. */
  async showTyping(to: Destination): Promise<void> {
    try {
      const { conversations } = this.#options.pool.clientFor(to.serviceUrl)
      await conversations.sendToConversation(to.conversationId, { type: 'typing' }, this.#callOptions(false))
    } catch (error) {
      this.#failureOf(error)
    }
  }

  #callOptions(isPrivate: boolean) {
    const { timeoutMs: timeout = usualTimeoutMs } = this.#options
    return { timeout, ...(isPrivate && { customHeaders: { [targetedHeader]: 'true' } }) }
  }

  async #inTurn<T>(to: Destination, call: () => Promise<T>): Promise<T> {
    const ticket = this.#pace.ticket()
    const trying = new Trying(this.#nowMs)
    for (;;) {
      const leave = await this.#pace.turn(to.conversationId, ticket)
      const { generation } = this.#options.token
      try {
        return await call()
      } catch (error) {
        if (trying.mayBeStale(error)) this.#options.token.forget(generation)
        else await this.#wait(to, error, trying)
      } finally {
        leave()
      }
    }
  }

  /** A limit holds for all messages to the conversation, so the next turn waits for it. */
  async #wait({ conversationId }: Destination, error: unknown, trying: Trying): Promise<void> {
    const failure = this.#failureOf(error)
    const waitMs = trying.waitAfter(failure, this.#nowMs, error)
    if (failure.kind === 'limited') this.#pace.limit(conversationId, waitMs)
    else await this.#options.clock.sleep(waitMs)
  }

  #failureOf(error: unknown): CallFailure {
    const failure = connectorFailure(error)
    if (!failure) throw error
    this.#options.log.warn('teams call failed', { ...failure })
    return failure
  }

  get #nowMs(): number {
    return this.#options.clock.now().epochMilliseconds
  }
}

/** How often and how long one message is tried. */
class Trying {
  readonly #tries: Tries
  #isRenewed = false
  #unknown = 0

  constructor(nowMs: number) {
    this.#tries = new Tries(nowMs)
  }

  /** True once, for a token that was good a moment ago: it may have been revoked. */
  mayBeStale(error: unknown): boolean {
    if (this.#isRenewed || !isRefusedWith(error, 401)) return false
    this.#isRenewed = true
    return true
  }

  /** Milliseconds until the next try. @throws `error` when there is none */
  waitAfter(failure: CallFailure, nowMs: number, error: unknown): number {
    if (failure.kind === 'unknown') this.#unknown += 1
    if (this.#unknown > 1) throw error
    return this.#tries.waitAfter(failure, nowMs, error)
  }
}

/** What the serializer has been taught to let through. */
function privateRecipient(user: string): Activity['recipient'] & { readonly isTargeted: true } {
  return { id: user, name: '', isTargeted: true }
}
