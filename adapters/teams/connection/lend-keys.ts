import { createRequire } from 'node:module'
import type { SigningKeys } from './signing-keys.ts'

/** A deep path, because botbuilder exports this under no name of its own. */
const { JwtTokenExtractor } = createRequire(import.meta.url)('botframework-connector/lib/auth/jwtTokenExtractor') as {
  readonly JwtTokenExtractor: { readonly openIdMetadataCache: Map<string, Pick<SigningKeys, 'getKey'>> }
}

/**
 * Lets botbuilder find keys where we do. Its own it would read a second time, forget after a day, and take an outage of the
 * key server for a fault of ours. It keeps where it looks for the whole process, by the address of the metadata.
 */
export function lendKeys(metadataUrl: string, keys: Pick<SigningKeys, 'getKey'>): void {
  JwtTokenExtractor.openIdMetadataCache.set(metadataUrl, keys)
}
