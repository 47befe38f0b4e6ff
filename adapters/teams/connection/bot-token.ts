import {
  AppCredentials,
  type ServiceClientCredentials,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import { BackOff } from '../../back-off.ts'
import type { Clock } from '../../clock.ts'
import type { Check } from '../../health.ts'
import { describeError, type Log } from '../../log.ts'
import { SettingsError } from '../../settings-error.ts'
import { cloud } from './cloud.ts'
import { explainRefusal, refusalCode } from './token-refusals.ts'

type Options = {
  /** None with authentication off: then nobody asks for a token. */
  readonly factory: (() => ServiceClientCredentialsFactory) | undefined
  readonly appId: string
  readonly clock: Clock
  readonly log: Log
}

/** No token is to be had at the moment, so nothing was sent. */
export class BotTokenError extends Error {
  constructor(reason: string, cause: unknown) {
    super(reason, { cause })
    this.name = 'BotTokenError'
  }
}

type Headers = { set(name: string, value: string): unknown }

/**
 * The token that our calls to Teams carry. Asked for once however many wait for it, and again after each failure: MSAL would
 * refuse all of them for a minute after one.
 */
export class BotToken {
  readonly #options: Options
  readonly #backOff = new BackOff()
  readonly #stopped = new AbortController()
  #credentials: AppCredentials | undefined
  #asking: Promise<string> | undefined
  #failure: string | undefined
  #generation = 0
  #recovering: Promise<void> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /**
   * Asks once. While the identity service cannot be reached, it goes on asking behind the scenes.
   * @throws {SettingsError} when it refuses us
   */
  async start(): Promise<void> {
    if (!this.#options.factory) return
    try {
      await this.#token()
    } catch (error) {
      const code = refusalCode(error)
      if (code !== undefined) throw new SettingsError([explainRefusal(code)], error)
    }
  }

  stop(): void {
    this.#stopped.abort()
  }

  check(): Check {
    if (this.#failure === undefined) return { status: 'ok' }
    return { status: 'failed', reason: `no token for calls to Teams: ${this.#failure}`, problems: [] }
  }

  /** Signs a call as botbuilder wants it. @throws {BotTokenError} */
  async signRequest<T extends { readonly headers: Headers }>(call: T): Promise<T> {
    if (this.#options.factory) call.headers.set('authorization', `Bearer ${await this.#token()}`)
    return call
  }

  /** Changes whenever a token is forgotten. */
  get generation(): number {
    return this.#generation
  }

  /**
   * Teams does not take the token of that generation any more, although it should be good for a while. Whoever says so after
   * others have is too late to mean the new one.
   */
  forget(generation: number): void {
    if (generation !== this.#generation) return
    this.#generation += 1
    this.#credentials = undefined
    // The only way: it is kept for the whole process, under a key that only botbuilder knows.
    tokenCache.clear()
  }

  #token(): Promise<string> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  async #ask(): Promise<string> {
    try {
      this.#credentials ??= await this.#create()
      const token = await this.#credentials.getToken()
      this.#failure = undefined
      return token
    } catch (error) {
      // MSAL remembers a failure for a minute; new credentials do not.
      this.#credentials = undefined
      const code = refusalCode(error)
      this.#fail(code === undefined ? 'the identity service cannot be reached' : explainRefusal(code), error)
      throw new BotTokenError(this.#failure ?? '', error)
    }
  }

  async #create(): Promise<AppCredentials> {
    const { factory, appId } = this.#options
    if (!factory) throw new Error('expected to be asked for a token only with authentication on')
    const made = await factory().createCredentials(appId, cloud.scope, cloud.loginUrl, true)
    if (made instanceof AppCredentials) return made
    throw new Error('expected credentials that fetch tokens')
  }

  #fail(reason: string, error: unknown): void {
    this.#options.log.warn('teams token not to be had', { reason, ...describeError(error) })
    this.#failure = reason
    this.#recovering ??= this.#recover()
  }

  async #recover(): Promise<void> {
    const { clock, log } = this.#options
    const { signal } = this.#stopped
    while (this.#failure !== undefined && !signal.aborted) {
      const nowMs = clock.now().epochMilliseconds
      // The first wait of a back-off is none, which would ask again at once.
      await clock.sleep(this.#backOff.next(nowMs) || this.#backOff.next(nowMs), signal)
      if (!signal.aborted) await this.#token().catch(() => undefined)
    }
    if (!signal.aborted) log.info('teams token works again')
    this.#recovering = undefined
  }
}

/** Declared private, and the only place where tokens are kept. */
const tokenCache = Reflect.get(AppCredentials, 'cache') as Map<string, unknown>

/** Botbuilder's declaration wants its own class of request in and out; we touch the headers only. */
export function asCredentials(token: Pick<BotToken, 'signRequest'>): ServiceClientCredentials {
  return { signRequest: (request) => token.signRequest(request) }
}
