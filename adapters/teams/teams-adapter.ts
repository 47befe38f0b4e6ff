import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { ReminderSender } from '../../src/reminders/reminder-loop.ts'
import type { Reminders } from '../../src/reminders/reminders.ts'
import type { CalendarLink } from '../calendar-link.ts'
import { TakenKeys } from '../chat/taken-keys.ts'
import type { KnowingFocalPoint } from '../chat/tools.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Check } from '../health.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { Route } from '../web-server.ts'
import { credentialsFactory } from './connection/bot-credentials.ts'
import { BotToken } from './connection/bot-token.ts'
import { cloud } from './connection/cloud.ts'
import { Gate } from './connection/gate.ts'
import { lendKeys } from './connection/lend-keys.ts'
import { SigningKeys } from './connection/signing-keys.ts'
import { type Signing, StrictAuthentication } from './connection/strict-authentication.ts'
import { TeamsCloudAdapter } from './connection/teams-cloud-adapter.ts'
import { type Trust, trustFrom } from './connection/trust.ts'
import { ConnectorPool } from './connector/connector-pool.ts'
import { TeamsCalls } from './connector/teams-calls.ts'
import { createTurn } from './handlers/turn.ts'
import { drawMessage } from './reminders/draw-message.ts'
import { keepMessage } from './reminders/keep-message.ts'
import { createTeamsSender, type SenderOptions } from './reminders/teams-sender.ts'
import { drawFirstPage } from './replies/drawing.ts'
import { KnownPlaces } from './replies/known-places.ts'
import { SentAnswers } from './replies/sent-answers.ts'
import type { TeamsTools } from './tools.ts'

type Options = {
  readonly settings: Settings
  readonly focalPoint: KnowingFocalPoint
  readonly store: TeamsTools['store']
  readonly calendarLink?: CalendarLink | undefined
  /** Left out where there are no reminders. */
  readonly reminders?: Reminders | undefined
  readonly log: Log
  readonly clock?: Clock
  /** How long a call to Teams may take, in milliseconds. */
  readonly callTimeoutMs?: number
}

/** Teams, as the settings have it. */
export class TeamsAdapter {
  readonly routes: readonly Route[]
  readonly checks: Readonly<Record<string, () => Check>>
  readonly tools: TeamsTools
  /** What reminders are sent with. */
  readonly sender: ReminderSender
  readonly #gate: Gate
  readonly #token: BotToken

  constructor({ settings, focalPoint, store, calendarLink, reminders, log, clock = systemClock, ...rest }: Options) {
    const isOpenToAll = settings.TEAMS_DISABLE_AUTH === 'true'
    const trust = trustFrom(settings)
    const factory = isOpenToAll ? undefined : () => credentialsFactory(settings)
    const token = new BotToken({ factory, appId: trust.appId, clock, log })
    const pool = new ConnectorPool({ token, trust })
    const adapter = new TeamsCloudAdapter(authentication(settings, { trust, pool, clock, log }))
    const tools: TeamsTools = {
      focalPoint,
      store,
      calendarLink,
      reminders,
      clock,
      log,
      calls: new TeamsCalls({ pool, token, clock, log, timeoutMs: rest.callTimeoutMs }),
      places: new KnownPlaces({ store, trust, clock, log }),
      sent: new SentAnswers({ store, clock, log }),
      taken: new TakenKeys(),
      needsKeeping: (shown) =>
        shown.canShare || drawFirstPage(shown, { focalPoint, calendarLink, reminders }).pages > 1,
      later: (work) => this.#gate.track(work),
    }
    this.#gate = new Gate({ adapter, turn: createTurn(tools), clock, log })
    this.#token = token
    this.tools = tools
    const { calls, places } = tools
    const onSent: SenderOptions['onSent'] = (message, key) => keepMessage(message, key, tools)
    this.sender = createTeamsSender({ calls, places, log, draw: drawMessage, onSent })
    this.routes = [this.#gate.route]
    this.checks = { teams: () => this.#check(isOpenToAll) }
    if (isOpenToAll) log.warn('teams takes calls from anybody on this machine', { setting: 'TEAMS_DISABLE_AUTH' })
  }

  /**
   * Gets a token for calls to Teams. While the identity service cannot be reached, it goes on trying behind the scenes, and
   * its check says so.
   * @throws {SettingsError} when it refuses us
   */
  async start(): Promise<void> {
    await this.#token.start()
  }

  /** Takes nothing more, and lets what is in flight finish for `graceMs` milliseconds. */
  async stop(graceMs: number): Promise<void> {
    await this.#gate.drain(graceMs)
    this.#token.stop()
  }

  #check(isOpenToAll: boolean): Check {
    const check = this.#token.check()
    if (!isOpenToAll || check.status === 'failed') return check
    return { status: 'ok', note: 'TEAMS_DISABLE_AUTH: calls are taken from anybody on this machine' }
  }
}

type Parts = { readonly trust: Trust; readonly pool: ConnectorPool; readonly clock: Clock; readonly log: Log }

function authentication(settings: Settings, { trust, pool, clock, log }: Parts): StrictAuthentication {
  const connectors = { create: async (serviceUrl: string) => pool.clientFor(serviceUrl) }
  if (settings.TEAMS_DISABLE_AUTH === 'true') {
    const inner = new ConfigurationBotFrameworkAuthentication({})
    return new StrictAuthentication({ inner, trust, signing: undefined, connectors, clock })
  }
  const metadataUrl = settings.TEAMS_OPENID_METADATA_URL ?? cloud.openIdMetadataUrl
  const issuer = settings.TEAMS_TOKEN_ISSUER ?? cloud.issuer
  const signing: Signing = { issuer, keys: new SigningKeys({ metadataUrl, clock, log }) }
  lendKeys(metadataUrl, signing.keys)
  const inner = new ConfigurationBotFrameworkAuthentication(
    { ...callerSettings, ToBotFromChannelTokenIssuer: issuer, ToBotFromChannelOpenIdMetadataUrl: metadataUrl },
    credentialsFactory(settings),
  )
  return new StrictAuthentication({ inner, trust, signing, connectors, clock })
}

/** Botbuilder wants all seven of its cloud settings as soon as one is set. These are those of the commercial cloud. */
const callerSettings = {
  ToChannelFromBotLoginUrl: `${cloud.loginUrl}/${cloud.commonTenant}`,
  ToChannelFromBotOAuthScope: cloud.scope,
  OAuthUrl: cloud.issuer,
  ToBotFromEmulatorOpenIdMetadataUrl: `${cloud.loginUrl}/common/v2.0/.well-known/openid-configuration`,
  CallerId: 'urn:botframework:azure',
}
