import { describe, expect, test } from 'vitest'
import { inspectToken } from '../../../../adapters/teams/connection/inspect-token.ts'
import { RefusedError } from '../../../../adapters/teams/connection/refused-error.ts'
import { trustFrom } from '../../../../adapters/teams/connection/trust.ts'

const serviceUrl = 'https://smba.trafficmanager.net/emea/'
const issuer = 'https://api.botframework.com'
const trust = trustFrom({ MicrosoftAppId: 'app', MicrosoftAppTenantId: 'tenant' })
const header = { alg: 'RS256', kid: 'k' }
const claims = { iss: issuer, aud: 'app', exp: 2_000_000_000, serviceurl: serviceUrl }

const encode = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')

function inspect(authorization: string) {
  return inspectToken(authorization, { issuer, serviceUrl, trust })
}

function aToken(otherHeader: unknown = {}, otherClaims: unknown = {}): string {
  const whole = (usual: object, other: unknown) => (Object(other) === other ? { ...usual, ...Object(other) } : other)
  return `Bearer ${encode(whole(header, otherHeader))}.${encode(whole(claims, otherClaims))}.c2ln`
}

test('tells what a token claims, and leaves out what nobody asks for', () => {
  expect(inspect(aToken({}, { nbf: 1, more: 'x' }))).toEqual({ ...claims, nbf: 1 })
  expect(inspect(aToken({ typ: 'JWT', x5t: 'k' }, { tid: 'Tenant' }))).toEqual({ ...claims, tid: 'Tenant' })
})

describe('refuses, with a constant reason,', () => {
  test.each<[authorization: string, reason: string]>([
    ['', 'no bearer token'],
    ['Bearer', 'no bearer token'],
    ['Bearer ', 'no bearer token'],
    ['Basic YTpi', 'no bearer token'],
    ['Bearer a.b', 'no bearer token'],
    ['Bearer a..c', 'no bearer token'],
    ['Bearer a.b.', 'no bearer token'],
    ['Bearer a.b.c.d', 'no bearer token'],
    ['Bearer a.b.c ', 'no bearer token'],
    ['Bearer a.b.c\n', 'no bearer token'],
    ['bearer a.b.c', 'no bearer token'],
    ['Bearer a.b+/.c', 'no bearer token'],
    [aToken('no JSON'), 'not signed as Teams signs'],
    [aToken(null), 'not signed as Teams signs'],
    [aToken({ alg: 'none' }), 'not signed as Teams signs'],
    [aToken({ alg: 'HS256' }), 'not signed as Teams signs'],
    [aToken({ kid: undefined }), 'not signed as Teams signs'],
    [aToken({ kid: '' }), 'not signed as Teams signs'],
    [aToken({}, 'no JSON'), 'claims missing'],
    [aToken({}, null), 'claims missing'],
    [aToken({}, { exp: undefined }), 'claims missing'],
    [aToken({}, { exp: 'x' }), 'claims missing'],
    [aToken({}, { serviceurl: undefined }), 'claims missing'],
    [aToken({}, { aud: ['app'] }), 'claims missing'],
    [aToken({}, { iss: 'https://sts.windows.net/tenant/' }), 'another issuer'],
    [aToken({}, { aud: 'APP' }), 'meant for another app'],
    [aToken({}, { serviceurl: 'https://smba.trafficmanager.net/emea' }), 'another service address'],
    [aToken({}, { tid: 'foreign' }), 'another tenant'],
    [aToken({}, { tid: '' }), 'another tenant'],
  ])('%j', (authorization, reason) => {
    expect(() => inspect(authorization)).toThrow(new RefusedError(reason))
  })
})
