import type { FakeConnector } from './fake/fake-connector.ts'
import type { Fields } from './fake/fields.ts'
import { signedToken } from './fake/tokens/json-web-token.ts'
import { keyOf } from './fake/tokens/keys.ts'

/** What a token of Teams says of a call, at this moment. */
export function usualClaims({ appId, tokenIssuer, serviceUrl }: FakeConnector) {
  const now = Math.floor(Date.now() / 1000)
  return { serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, iss: tokenIssuer, aud: appId }
}

/** A header with a token that Teams' own key has signed, with other claims or another header where they are given. */
export function signedByTeams(teams: FakeConnector, claims: Fields = {}, header: Fields = {}) {
  return { authorization: `Bearer ${signedToken({ ...usualClaims(teams), ...claims }, keyOf('teams'), header)}` }
}
