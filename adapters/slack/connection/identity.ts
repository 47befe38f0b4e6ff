import { webApi } from '@slack/bolt'
import { BackOff } from '../../back-off.ts'
import type { Clock } from '../../clock.ts'
import type { Check } from '../../health.ts'
import type { Log } from '../../log.ts'
import { SettingsError } from '../../settings-error.ts'
import { missingScopes } from '../permissions.ts'
import { refusalOf } from '../web-api/call-failure.ts'
import { sdkLogger } from './sdk-logger.ts'
import { isTokenRefusal } from './token-refusal.ts'

type Options = {
  readonly token: string
  readonly clientOptions: webApi.WebClientOptions
  readonly clock: Clock
  readonly log: Log
}

export type Identity = { readonly teamId: string; readonly botId: string; readonly botUserId: string }

/** Who we are in the workspace, and whether Slack still takes our token: asked until it says yes. */
export class BotIdentity {
  readonly #options: Options
  readonly #client: webApi.WebClient
  readonly #backOff = new BackOff()
  readonly #stopped = new AbortController()
  #identity: Identity | undefined
  #failure: string | undefined = 'Slack has not been asked yet'
  #asking: Promise<void> | undefined

  constructor(options: Options) {
    this.#options = options
    this.#client = new webApi.WebClient(options.token, { ...options.clientOptions, logger: sdkLogger(options.log) })
  }

  /** Undefined until Slack has answered once. */
  get identity(): Identity | undefined {
    return this.#identity
  }

  /**
   * Asks Slack once. While Slack cannot be reached, it goes on asking behind the scenes.
   * @throws {SettingsError} when Slack refuses the token or the app lacks a scope
   */
  async start(): Promise<void> {
    try {
      await this.#ask()
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal) throw new SettingsError([tokenLine(refusal)], error)
      if (error instanceof SettingsError) throw error
      this.#fail('Slack cannot be reached')
    }
  }

  check(): Check {
    if (this.#failure === undefined) return { status: 'ok' }
    return { status: 'failed', reason: `the bot token does not work: ${this.#failure}`, problems: [] }
  }

  /** Told the code of each call that Slack refuses. */
  noteRefusal(error: string): void {
    if (isTokenRefusal(error)) this.#fail(error)
  }

  stop(): void {
    this.#stopped.abort()
  }

  #fail(reason: string): void {
    this.#failure = reason
    this.#asking ??= this.#askUntilItWorks()
  }

  async #askUntilItWorks(): Promise<void> {
    const { clock, log } = this.#options
    while (this.#failure !== undefined && !this.#stopped.signal.aborted) {
      const nowMs = clock.now().epochMilliseconds
      // The first wait of a back-off is none, which would ask again at once.
      const waitMs = this.#backOff.next(nowMs) || this.#backOff.next(nowMs)
      log.warn('slack token does not work', { reason: this.#failure, waitMs })
      await clock.sleep(waitMs, this.#stopped.signal)
      if (!this.#stopped.signal.aborted) await this.#askAgain()
    }
    this.#asking = undefined
  }

  async #askAgain(): Promise<void> {
    try {
      await this.#ask()
      this.#options.log.info('slack token works again')
    } catch (error) {
      this.#failure = refusalOf(error) ?? (error instanceof SettingsError ? error.message : 'Slack cannot be reached')
    }
  }

  async #ask(): Promise<void> {
    const { team_id, bot_id, user_id, response_metadata } = await this.#client.auth.test()
    const missing = missingScopes(response_metadata?.scopes)
    if (missing.needed.length > 0) throw new SettingsError([scopeLine(missing.needed)])
    if (missing.wanted.length > 0) this.#options.log.warn('slack scopes missing', { scopes: missing.wanted })
    this.#identity = { teamId: team_id ?? '', botId: bot_id ?? '', botUserId: user_id ?? '' }
    this.#failure = undefined
  }
}

function tokenLine(refusal: string): string {
  return `SLACK_BOT_TOKEN: Slack refuses it (${refusal}), expected the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions"`
}

function scopeLine(scopes: readonly string[]): string {
  return `SLACK_BOT_TOKEN: lacks the scope ${scopes.join(', ')}, expected all scopes of manifest.json: add them under "OAuth & Permissions" and reinstall the app`
}
