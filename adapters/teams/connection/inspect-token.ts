import { z } from 'zod'
import { RefusedError } from './refused-error.ts'
import type { Trust } from './trust.ts'

const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string().min(1) })
const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string(),
  tid: z.string().optional(),
})

/** What a token claims, before its signature has been checked. */
export type Claims = z.infer<typeof claimsSchema>

/** `Bearer` and three parts in base64url. */
const bearer = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/

/**
 * Refuses what cannot be a token of Teams for us, without asking anybody. Botbuilder 4.23.3 keeps the tenant of each token it
 * sees for ever, answers forged ones with 500, and takes tokens of other issuers; none of these gets so far.
 * @throws {RefusedError}
 */
export function inspectToken(
  authorization: string,
  { issuer, serviceUrl, trust }: { readonly issuer: string; readonly serviceUrl: string; readonly trust: Trust },
): Claims {
  const [, header = '', payload = ''] = bearer.exec(authorization) ?? []
  if (payload === '') throw new RefusedError('no bearer token')
  if (!headerSchema.safeParse(readPart(header)).success) throw new RefusedError('not signed as Teams signs')
  const { data: claims } = claimsSchema.safeParse(readPart(payload))
  if (!claims) throw new RefusedError('claims missing')
  if (claims.iss !== issuer) throw new RefusedError('another issuer')
  if (claims.aud !== trust.appId) throw new RefusedError('meant for another app')
  if (claims.serviceurl !== serviceUrl) throw new RefusedError('another service address')
  if (claims.tid !== undefined && !trust.isTrustedTenant(claims.tid)) throw new RefusedError('another tenant')
  return claims
}

function readPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
