import { randomUUID } from 'node:crypto'
import type { Fields } from '../fields.ts'
import { signedToken, tampered, tokenSignedWithPublicKey, unsignedToken } from './json-web-token.ts'
import { keyOf } from './keys.ts'
import type { TokenKind } from './token-kinds.ts'

/** Whom tokens are for, and what they say of the caller. */
export type TokenSource = {
  readonly appId: string
  readonly tenant: string
  readonly tokenIssuer: string
  readonly serviceUrl: string
}

/** The Authorization header with which a caller comes; undefined where there is none. */
export function callerToken(kind: TokenKind, source: TokenSource): string | undefined {
  if (kind === 'missing') return undefined
  if (kind === 'empty') return ''
  if (kind === 'not-bearer') return `Basic ${Buffer.from('focal:point').toString('base64')}`
  return `Bearer ${tokenOf(kind, source)}`
}

type WithToken = Exclude<TokenKind, 'missing' | 'empty' | 'not-bearer'>

const HOUR = 3600
/** The issuer of the tokens that the Bot Framework Emulator brings. */
const EMULATOR_ISSUER = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'

function tokenOf(kind: WithToken, source: TokenSource): string {
  const teams = keyOf('teams')
  const claims = usualClaims(source)
  switch (kind) {
    case 'garbage':
      return 'not-a-token'
    case 'bad-signature':
      return signedToken(claims, keyOf('stranger'), { kid: teams.kid, x5t: teams.kid })
    case 'tampered-payload':
      return tampered(signedToken(claims, teams), { ...claims, exp: claims.exp + 1 })
    case 'unknown-key':
      return signedToken(claims, keyOf('stranger'))
    case 'no-kid':
      return signedToken(claims, teams, { kid: undefined, x5t: undefined })
    case 'unendorsed-key':
      return signedToken(claims, keyOf('directline'))
    case 'alg-none':
      return unsignedToken(claims, teams.kid)
    case 'hs256-with-public-key':
      return tokenSignedWithPublicKey(claims, teams)
    default:
      return signedToken({ ...claims, ...otherClaims(kind, source) }, teams)
  }
}

/** What a token says that is properly signed but, for the most part, not what Teams would say. */
function otherClaims(kind: WithToken, { appId, tenant }: TokenSource): Fields {
  const now = nowInSeconds()
  switch (kind) {
    case 'expired':
      return { nbf: now - 2 * HOUR, exp: now - HOUR }
    case 'expired-within-skew':
      return { nbf: now - HOUR, exp: now - 60 }
    case 'not-yet-valid':
      return { nbf: now + HOUR, exp: now + 2 * HOUR }
    case 'wrong-audience':
      return { aud: randomUUID() }
    case 'wrong-issuer':
      return { iss: 'https://issuer.example' }
    case 'wrong-service-url':
      return { serviceurl: 'https://smba.trafficmanager.net/elsewhere/' }
    case 'no-service-url':
      return { serviceurl: undefined }
    case 'foreign-tenant-issuer':
      return issuedBy(`https://sts.windows.net/${randomUUID()}/`, appId)
    case 'emulator-style':
      return issuedBy(EMULATOR_ISSUER, appId)
    case 'skill-style':
      return issuedBy(`https://sts.windows.net/${tenant}/`, randomUUID())
    default:
      return {}
  }
}

/** What tokens of the directory say: the tenant of their issuer, and which app they were made for. */
function issuedBy(iss: string, appid: string): Fields {
  return { iss, ver: '1.0', tid: new URL(iss).pathname.slice(1, -1), appid }
}

function usualClaims({ appId, tokenIssuer, serviceUrl }: TokenSource) {
  const now = nowInSeconds()
  return { serviceurl: serviceUrl, nbf: now - 60, exp: now + HOUR, iss: tokenIssuer, aud: appId }
}

/** By the real clock: those who check tokens go by it. */
function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
