import { createHmac, sign } from 'node:crypto'
import type { Fields } from '../fields.ts'
import type { SigningKey } from './keys.ts'

/** A token with these claims, signed by the key; further header fields replace the usual ones. */
export function signedToken(claims: Fields, { kid, privateKey }: SigningKey, header: Fields = {}): string {
  const content = unsigned({ typ: 'JWT', alg: 'RS256', kid, x5t: kid, ...header }, claims)
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

/** A token that claims to need no signature. */
export function unsignedToken(claims: Fields, kid: string): string {
  return `${unsigned({ typ: 'JWT', alg: 'none', kid }, claims)}.`
}

/** A token whose secret is what everybody can read: the public key. */
export function tokenSignedWithPublicKey(claims: Fields, { kid, publicKey }: SigningKey): string {
  const content = unsigned({ typ: 'JWT', alg: 'HS256', kid, x5t: kid }, claims)
  const secret = publicKey.export({ type: 'pkcs1', format: 'pem' })
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
}

/** The same token with other claims, under the signature for those before. */
export function tampered(token: string, claims: Fields): string {
  const [header, , signature] = token.split('.')
  return [header, encode(claims), signature].join('.')
}

function unsigned(header: Fields, claims: Fields): string {
  return `${encode(header)}.${encode(claims)}`
}

function encode(part: Fields): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
