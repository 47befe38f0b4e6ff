import type { Work } from '../answer-call.ts'
import { refused } from '../refusal.ts'
import { publicKeys } from '../tokens/keys.ts'

export const METADATA_PATH = '/.well-known/openidconfiguration'
const KEYS_PATH = '/.well-known/keys'

/** Tells who signs what Teams sends, and with which keys. */
export const tellKeys: Work = ({ path }, { baseUrl, tokenIssuer }) => {
  if (path === KEYS_PATH) return { status: 200, body: publicKeys() }
  if (path !== METADATA_PATH) throw refused(404, 'NotFound', path)
  const body = {
    issuer: tokenIssuer,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${baseUrl}/openid${KEYS_PATH}`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  }
  return { status: 200, body }
}
