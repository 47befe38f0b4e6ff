import { BoundedList } from '../../../bounded-list.ts'
import { Changes } from '../../../changes.ts'
import type { Payload } from '../payloads/payload.ts'
import { Channels } from './channels.ts'
import { Faults } from './faults.ts'
import { IdSource } from './id-source.ts'
import { PostedMessages } from './posted-messages.ts'
import { RecordedCalls } from './recorded-calls.ts'
import { ResponseUrls } from './response-urls.ts'
import { Tokens } from './tokens.ts'
import { TriggerIds } from './trigger-ids.ts'
import { Users } from './users.ts'
import { Views } from './views.ts'

export type SlackOptions = {
  /** Milliseconds since 1970; the real clock by default. */
  readonly now?: () => number
  /** Refuse what Block Kit does not allow; true by default. */
  readonly strict?: boolean
  /** The scopes of the bot token. */
  readonly scopes?: readonly string[]
  /** Answer 429 to more than one message a second in a channel; false by default. */
  readonly limitsPosting?: boolean
  /** How many calls, messages and acknowledgements are remembered at least; all by default. */
  readonly keepCalls?: number
}

/** The least the app needs. There is no scope to read the history of channels among them. */
export const USUAL_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:read',
  'chat:write',
  'commands',
  'im:history',
  'im:write',
  'users:read',
]

/** What this Slack knows of itself and has been told, before any server listens. */
export type SlackState = ReturnType<typeof createSlackState>

export type Ephemeral = {
  readonly channel: string
  readonly user: string
  readonly message_ts: string
  readonly thread_ts: string | undefined
  readonly text: string
  readonly blocks: readonly unknown[] | undefined
}

/** What the app said when it took a payload, on either transport. */
export type Acknowledgement = {
  readonly payload: Payload
  /** Undefined where it said nothing. */
  readonly body: unknown
  readonly at: number
  /** Only over sockets. */
  readonly envelope_id: string | undefined
}

export function createSlackState(options: SlackOptions) {
  const { now = Date.now, strict = true, limitsPosting = false, keepCalls = Infinity } = options
  const changes = new Changes()
  const ids = new IdSource(now)
  const identity = {
    teamId: 'T00000001',
    teamDomain: 'focal',
    appId: 'A00000001',
    botUserId: 'UBOT00001',
    botId: 'B00000001',
    botToken: 'xoxb-fake-bot-token',
    appToken: 'xapp-1-A00000001-fake-app-token',
    signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
    /** The verification token that Slack still sends in every payload. */
    verificationToken: 'fake-verification-token',
  }
  return {
    ...identity,
    now,
    strict,
    limitsPosting,
    keepCalls,
    changes,
    ids,
    tokens: tokensOf(identity, options.scopes ?? USUAL_SCOPES),
    users: new Users(),
    channels: new Channels(),
    faults: new Faults(),
    recorded: new RecordedCalls(keepCalls, changes),
    posted: new PostedMessages(keepCalls),
    ephemeralPosts: new BoundedList<Ephemeral>(keepCalls),
    acknowledgements: new BoundedList<Acknowledgement>(keepCalls),
    scheduled: new Map<string, Readonly<Record<string, unknown>> & { readonly channel: string; readonly at: number }>(),
    views: new Views(),
    /** The last of each, by channel. */
    prompts: new Map<string, unknown>(),
    statuses: new Map<string, string>(),
    triggers: new TriggerIds(now),
    responseUrls: new ResponseUrls(keepCalls),
    /** The last post in each channel, for `limitsPosting`. */
    lastPostAt: new Map<string, number>(),
    /** Every breach of Block Kit, wherever it was sent: one line each. */
    violations: [] as string[],
    /** `http://127.0.0.1:PORT`, once it listens. */
    baseUrl: '',
  }
}

function tokensOf(
  identity: { botToken: string; appToken: string; teamId: string; botUserId: string; botId: string },
  scopes: readonly string[],
): Tokens {
  const { botToken, appToken, teamId, botUserId: userId, botId } = identity
  const tokens = new Tokens()
  tokens.add({ token: botToken, kind: 'bot', teamId, userId, botId, scopes })
  tokens.add({ token: appToken, kind: 'app', teamId, userId, botId, scopes: ['connections:write'] })
  return tokens
}
