import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'

import type { Fields } from '../fields.ts'

export type SigningKey = { readonly kid: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject }

const made = new Map<string, SigningKey>()

/** Keys of this process: `teams` is endorsed for Teams, `directline` for another channel only, `stranger` is told nowhere. */
export function keyOf(name: 'teams' | 'directline' | 'stranger'): SigningKey {
  const key = made.get(name) ?? newKey()
  made.set(name, key)
  return key
}

/** The public keys that are told, with what they are endorsed for. */
export function publicKeys(): { readonly keys: readonly Fields[] } {
  return { keys: [publicKey(keyOf('teams'), ['msteams']), publicKey(keyOf('directline'), ['directline'])] }
}

function newKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
  return { kid, privateKey, publicKey }
}

function publicKey({ kid, publicKey }: SigningKey, endorsements: readonly string[]): Fields {
  return { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid, x5t: kid, endorsements }
}
