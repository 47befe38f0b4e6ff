import { verify } from 'node:crypto'
import type { Activity } from 'botbuilder'
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector'
import { BoundedMap } from '../../bounded-map.ts'
import type { Clock } from '../../clock.ts'
import { tenantOf } from './activity.ts'
import { type Claims, inspectToken } from './inspect-token.ts'
import { CannotVerifyError, RefusedError } from './refused-error.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { Trust } from './trust.ts'

type Options = {
  /** Botbuilder's own checks, which come last. */
  readonly inner: BotFrameworkAuthentication
  readonly trust: Trust
  /** None with authentication off. */
  readonly signing: Signing | undefined
  readonly connectors: ConnectorFactory
  readonly clock: Clock
}

/** Who signs tokens for us, and with which keys. */
export type Signing = { readonly issuer: string; readonly keys: Pick<SigningKeys, 'getKey'> }

type Verified = { readonly claims: Claims; readonly result: AuthenticateRequestResult; readonly untilMs: number }

const channel = 'msteams'
/** What clocks may differ by; botbuilder allows as much. */
const skewMs = 5 * 60_000
/** Teams uses a token for an hour; it is looked at anew after this. */
const keptMs = 5 * 60_000
const mostKept = 200
/** What jsonwebtoken, within botbuilder, throws for tokens that are not good. */
const tokenErrors: ReadonlySet<string> = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'])

/**
 * Lets in only calls that Teams has signed for us, from tenants that may use us, and that are answered where our token may
 * go. Botbuilder alone lets in more, and answers 500 where it should refuse.
 */
export class StrictAuthentication extends BotFrameworkAuthentication {
  readonly #options: Options
  readonly #verified = new BoundedMap<string, Verified>(mostKept)

  constructor(options: Options) {
    super()
    this.#options = options
  }

  /** @throws {RefusedError | CannotVerifyError} */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const { trust, signing } = this.#options
    if (activity.channelId !== channel) throw new RefusedError('another channel')
    if (!trust.isTrustedServiceUrl(activity.serviceUrl ?? '')) throw new RefusedError('service address not allowed')
    if (!trust.isTrustedTenant(tenantOf(activity))) throw new RefusedError('tenant not allowed')
    if (!signing) return await this.#authenticate(activity, '')
    const known = this.#verified.get(authorization)
    if (known && this.#isFresh(known) && known.claims.serviceurl === activity.serviceUrl) return known.result
    return await this.#verify(activity, authorization, signing)
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new RefusedError('no streaming')
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#options.connectors
  }

  /** Never used, as nobody signs in to us. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#options.inner.createUserTokenClient(identity)
    return this.#userTokens
  }

  #userTokens: Promise<UserTokenClient> | undefined

  #isFresh({ claims, untilMs }: Verified): boolean {
    const nowMs = this.#options.clock.now().epochMilliseconds
    return nowMs < untilMs && nowMs < claims.exp * 1000 + skewMs
  }

  async #verify(
    activity: Activity,
    authorization: string,
    { issuer, keys }: Signing,
  ): Promise<AuthenticateRequestResult> {
    const { trust, clock } = this.#options
    const claims = inspectToken(authorization, { issuer, serviceUrl: activity.serviceUrl, trust })
    const nowMs = clock.now().epochMilliseconds
    if (claims.exp * 1000 + skewMs < nowMs) throw new RefusedError('expired')
    if (claims.nbf !== undefined && nowMs < claims.nbf * 1000 - skewMs) throw new RefusedError('not valid yet')
    await checkSignature(authorization, keys)
    const result = await this.#authenticate(activity, authorization)
    this.#verified.set(authorization, { claims, result, untilMs: nowMs + keptMs })
    return result
  }

  async #authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const { inner, connectors } = this.#options
    try {
      return { ...(await inner.authenticateRequest(activity, authorization)), connectorFactory: connectors }
    } catch (error) {
      throw asOurs(error)
    }
  }
}

/** Botbuilder does this as well, but then prints the key, and refuses the call with 500. */
async function checkSignature(authorization: string, keys: Signing['keys']): Promise<void> {
  const [header = '', payload = '', signature = ''] = authorization.slice('Bearer '.length).split('.')
  const { kid }: { kid: string } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
  const found = await keys.getKey(kid)
  if (!found) throw new RefusedError('unknown key')
  if (!found.endorsements.includes(channel)) throw new RefusedError('key not for this channel')
  const signed = Buffer.from(`${header}.${payload}`)
  if (!verify('RSA-SHA256', signed, found.key, Buffer.from(signature, 'base64url'))) {
    throw new RefusedError('bad signature')
  }
}

function asOurs(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CannotVerifyError) return error
  if (tokenErrors.has(error.name)) return new RefusedError('token refused', error)
  if (error instanceof AuthenticationError) {
    return error.statusCode === 401 ? new RefusedError('token refused', error) : new CannotVerifyError(error)
  }
  return error
}
