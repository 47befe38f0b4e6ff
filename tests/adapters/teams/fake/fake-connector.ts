import type { AcceptedActivity } from './state/accepted-activities.ts'
import type { ConnectorState } from './state/connector-state.ts'
import type { Fault } from './state/faults.ts'
import type { RecordedCall } from './state/recorded-calls.ts'
import type { TokenKind } from './tokens/token-kinds.ts'

export { type TokenKind, tokenKinds } from './tokens/token-kinds.ts'

/** A Bot Connector on this machine, with the token endpoint and the keys that belong to it. */
export type FakeConnector = ConnectorState & FakeConnectorApi & AsyncDisposable

/** What tests do with it. */
export type FakeConnectorApi = {
  readonly port: number
  /** The base that activities name. */
  readonly serviceUrl: string
  readonly openIdMetadataUrl: string
  readonly tokenEndpoint: string
  /** The settings with which the service reaches it. */
  readonly settings: ConnectorSettings
  /** Every request of the bot, oldest first. */
  readonly calls: readonly RecordedCall[]
  /** Everything the bot did in conversations, oldest first. */
  readonly messages: readonly AcceptedActivity[]
  /** The messages that stand now, as last updated, of one conversation with its threads or of all. */
  shown(conversationId?: string): readonly AcceptedActivity[]
  /** Resolves as soon as it holds; looked at when a call comes in and when it is answered. */
  until(isReached: () => boolean, what: string, withinMs?: number): Promise<void>
  /** The Authorization header of a caller of that kind; undefined for `missing`. */
  token(kind: TokenKind, overrides?: { readonly serviceUrl?: string }): string | undefined
  fault(fault: Fault): void
  clearFaults(): void
  /** All tokens that the bot has been given so far answer 401. */
  revokeTokens(): void
  changeSecret(secret: string): void
  /** Forgets the calls and the messages. */
  clearRecord(): void
  /** An outage: refuses connections and cuts all there are. */
  stopListening(): Promise<void>
  /** Ends the outage, on the same port. */
  listenAgain(): Promise<void>
}

export type ConnectorSettings = Readonly<
  Record<
    | 'MicrosoftAppId'
    | 'MicrosoftAppPassword'
    | 'MicrosoftAppTenantId'
    | 'TEAMS_OPENID_METADATA_URL'
    | 'TEAMS_TOKEN_ENDPOINT'
    | 'TEAMS_TOKEN_ISSUER'
    | 'TEAMS_ALLOWED_SERVICE_HOSTS',
    string
  >
>
