import { randomBytes, randomUUID } from 'node:crypto'
import { Changes } from '../../../changes.ts'
import { AcceptedActivities } from './accepted-activities.ts'
import { ActivityIds } from './activity-ids.ts'
import { BotTokens } from './bot-tokens.ts'
import { Faults } from './faults.ts'
import { People } from './people.ts'
import { RateLimits } from './rate-limits.ts'
import { RecordedCalls } from './recorded-calls.ts'
import { Teams } from './teams.ts'

export type ConnectorOptions = {
  /** A new one for each fake by default: botbuilder remembers tokens by it for the whole process. */
  readonly appId?: string
  readonly appSecret?: string
  readonly tenant?: string
  readonly botName?: string
  /** Who signs what Teams sends. */
  readonly issuer?: string
  /** The size in UTF-16 beyond which an activity is refused; 100 KB by default. */
  readonly maxActivityBytes?: number
  /** Answer 429 beyond the documented rates; false by default. */
  readonly rateLimits?: boolean
  /** The secret is right but no longer counts; false by default. */
  readonly secretExpired?: boolean
  /** How many calls and messages are remembered at least; all by default. */
  readonly keepCalls?: number
  /** Milliseconds since 1970; the real clock by default. Caller tokens go by the real one: who checks them does. */
  readonly now?: () => number
}

/** What this Teams knows of itself and has been told, before any server listens. */
export type ConnectorState = ReturnType<typeof createConnectorState>

export function createConnectorState(options: ConnectorOptions) {
  const { now = Date.now, keepCalls = Infinity } = options
  const changes = new Changes()
  return {
    appId: options.appId ?? randomUUID(),
    appSecret: options.appSecret ?? randomBytes(30).toString('base64url'),
    secretExpired: options.secretExpired ?? false,
    tenant: options.tenant ?? '0f3a6c1e-55d2-4b70-8d6f-2c1b9e7a4d38',
    botName: options.botName ?? 'Focal Point',
    tokenIssuer: options.issuer ?? 'https://api.botframework.com',
    maxActivityBytes: options.maxActivityBytes ?? 100 * 1024,
    limits: options.rateLimits ? new RateLimits(now) : undefined,
    now,
    changes,
    ids: new ActivityIds(now),
    faults: new Faults(),
    recorded: new RecordedCalls(keepCalls, changes),
    accepted: new AcceptedActivities(keepCalls),
    botTokens: new BotTokens(),
    people: new People(),
    teams: new Teams(),
    /** `http://127.0.0.1:PORT`, once it listens. */
    baseUrl: '',
  }
}
