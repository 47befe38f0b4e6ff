import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aMessage } from './fake/activities/message.ts'
import { type FakeConnector, type TokenKind, tokenKinds } from './fake/fake-connector.ts'
import type { Fields } from './fake/fields.ts'
import { keyOf } from './fake/tokens/keys.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { signedByTeams } from './signed-by-teams.ts'

let running: RunningAdapter
const printed = vi.spyOn(console, 'error')

beforeAll(async () => {
  running = await startAdapter({ focalPoint: topicsFocalPoint() })
})
afterAll(() => running[Symbol.asyncDispose]())

/** Delivers a question with these words in the header; tells what came of it. */
async function deliver(headers: Readonly<Record<string, string>> | TokenKind) {
  const { teams, send, logged } = running
  const before = { calls: sentCalls().length, lines: logged.length, printed: printed.mock.calls.length }
  const asked = aMessage(teams, { text: clear, place: 'personal' })
  const { status } = await send(asked, typeof headers === 'string' ? { token: headers } : { headers })
  return {
    status,
    sent: sentCalls().length - before.calls,
    logged: logged.slice(before.lines),
    printed: printed.mock.calls.slice(before.printed),
  }
}

/** What went to conversations or was asked of the token endpoint; who checks a token may look up keys. */
function sentCalls() {
  return running.teams.calls.filter(({ area }) => area !== 'openid')
}

async function expectRefused(headers: Readonly<Record<string, string>> | TokenKind): Promise<void> {
  const outcome = await deliver(headers)
  expect(outcome).toMatchObject({ status: 401, sent: 0, printed: [] })
  expect(outcome.logged).toEqual([expect.stringContaining('"teams call refused"')])
  expectNothingTold(outcome.logged, headers)
}

function expectNothingTold(logged: readonly string[], headers: Readonly<Record<string, string>> | TokenKind): void {
  const header = typeof headers === 'string' ? running.teams.token(headers) : headers.authorization
  const { kid, publicKey } = keyOf('teams')
  const told = [
    ...(header ?? '').split(/[ .,]/).filter((part) => part.length > 6),
    kid,
    publicKey.export({ format: 'jwk' }).n,
  ]
  for (const part of told) expect(logged.join('')).not.toContain(part)
}

const good: readonly TokenKind[] = ['valid', 'expired-within-skew']

test.each(good)('a call whose token is %s is answered', async (kind) => {
  expect(await deliver(kind)).toMatchObject({ status: 200, sent: 1, printed: [] })
})

test.each(tokenKinds.filter((kind) => !good.includes(kind)))(
  'a call whose token is %s is refused with 401, gets nothing sent, and leaves one line without token or key',
  async (kind) => {
    await expectRefused(kind)
  },
)

test.each<[what: string, claims: (teams: FakeConnector) => Fields]>([
  ['an audience that is a list with us in it', ({ appId }) => ({ aud: [appId] })],
  ['an audience that is us in capitals', ({ appId }) => ({ aud: appId.toUpperCase() })],
  ['no audience', () => ({ aud: undefined })],
  ['an issuer that is a list', ({ tokenIssuer }) => ({ iss: [tokenIssuer] })],
  ['nearly the issuer', ({ tokenIssuer }) => ({ iss: `${tokenIssuer}/` })],
  ['a service address that is a list', ({ serviceUrl }) => ({ serviceurl: [serviceUrl] })],
  ['no end', () => ({ exp: undefined })],
  ['an end that is a text', () => ({ exp: '99999999999' })],
  ['an end before 1970', () => ({ exp: -1 })],
  ['a beginning that is a text', () => ({ nbf: '0' })],
  ['a beginning that is a list', () => ({ nbf: [0] })],
  ['another tenant', () => ({ tid: '11111111-2222-4333-8444-555555555555' })],
  ['a tenant that is a list', ({ tenant }) => ({ tid: [tenant] })],
  ['another bot as its caller', () => ({ ver: '1.0', appid: 'somebody-else' })],
])('a token that names %s is refused although Teams’ key has signed it', async (_, claims) => {
  await expectRefused(signedByTeams(running.teams, claims(running.teams)))
})

test.each<[what: string, header: Fields]>([
  ['a key named like what all objects have', { kid: '__proto__' }],
  ['a key named like their constructor', { kid: 'constructor' }],
  ['a key that is a number', { kid: 7 }],
  ['a key that is a list with the right one in it', { kid: [keyOf('teams').kid] }],
  ['a key without a name', { kid: '' }],
  ['a key with a name as long as headers get', { kid: 'k'.repeat(8000) }],
  ['a list of ways to sign', { alg: ['RS256'] }],
  ['a way to sign in small letters', { alg: 'rs256' }],
  ['another way to sign', { alg: 'PS256' }],
  ['that it is not signed', { alg: 'NONE' }],
  ['no way to sign', { alg: undefined }],
])('a token whose header names %s is refused', async (_, header) => {
  await expectRefused(signedByTeams(running.teams, {}, header))
})

const part = (value: string) => Buffer.from(value).toString('base64url')
const head = part('{"alg":"RS256","kid":"x"}')

test.each<[what: string, change: (token: string) => string]>([
  ['bearer in small letters', (token) => token.replace('Bearer', 'bearer')],
  ['two spaces', (token) => token.replace(' ', '  ')],
  ['a tab', (token) => token.replace(' ', '\t')],
  ['two tokens at once', (token) => `${token}, ${token}`],
  ['a part too many', (token) => `${token}.x`],
  ['a part too few', (token) => token.split('.').slice(0, 2).join('.')],
  ['a padded signature', (token) => `${token}==`],
  ['a short signature', (token) => `${token.split('.').slice(0, 2).join('.')}.AAAA`],
  ['null for claims', () => `Bearer ${head}.${part('null')}.x`],
  ['a list for claims', () => `Bearer ${head}.${part('[]')}.x`],
  ['inherited claims', () => `Bearer ${head}.${part('{"__proto__":{"iss":"https://api.botframework.com"}}')}.x`],
  ['brackets for a header', () => `Bearer ${part('['.repeat(5000))}.e30.x`],
  ['nothing but dots', () => `Bearer ${'.'.repeat(9000)}`],
  ['nothing but letters', () => `Bearer ${'a'.repeat(9000)}`],
])('a header with %s is refused', async (_, change) => {
  await expectRefused({ authorization: change(signedByTeams(running.teams).authorization) })
})

test('a header longer than all that Teams sends is refused before anybody reads it, and the next call is answered', async () => {
  const outcome = await deliver({ authorization: `Bearer ${'a'.repeat(60_000)}` })
  expect(outcome).toMatchObject({ status: 431, sent: 0, logged: [] })
  expect(await deliver('valid')).toMatchObject({ status: 200, sent: 1 })
})

test('a token that was good is refused for another service address, and after it has run out', async () => {
  const { teams, send, clock } = running
  const headers = signedByTeams(teams)
  expect(await deliver(headers)).toMatchObject({ status: 200 })
  const elsewhere = aMessage(teams, {
    text: clear,
    place: 'personal',
    serviceUrl: teams.serviceUrl.replace('emea', 'amer'),
  })
  expect((await send(elsewhere, { headers })).status).toBe(401)
  expect(await deliver(headers)).toMatchObject({ status: 200 })
  clock.advance(2 * 60 * 60_000)
  expect(await deliver(headers)).toMatchObject({ status: 401, sent: 0 })
})
