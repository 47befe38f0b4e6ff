import { verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type FakeConnector, type TokenKind, tokenKinds } from './fake-connector.ts'
import { startFakeConnector } from './start-fake-connector.ts'

const keySchema = z.looseObject({ kid: z.string(), kty: z.string(), n: z.string(), e: z.string() })
const keysSchema = z.object({ keys: z.array(keySchema.extend({ endorsements: z.array(z.string()) })) })

/** The keys, found as a bot finds them. */
async function readKeys(fake: FakeConnector): Promise<z.infer<typeof keysSchema>['keys']> {
  const metadata = z.object({ issuer: z.literal(fake.tokenIssuer), jwks_uri: z.url() })
  const { jwks_uri } = metadata.parse(await (await fetch(fake.openIdMetadataUrl)).json())
  return keysSchema.parse(await (await fetch(jwks_uri)).json()).keys
}

function partsOf(fake: FakeConnector, kind: TokenKind, overrides?: { readonly serviceUrl: string }) {
  const token = String(fake.token(kind, overrides)).replace('Bearer ', '')
  const [header = '', claims = '', signature = ''] = token.split('.')
  const read = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString())
  return { header: read(header), claims: read(claims), content: Buffer.from(`${header}.${claims}`), signature }
}

/** Whether the key that the token names has signed it. */
async function isSigned(fake: FakeConnector, kind: TokenKind): Promise<boolean> {
  const { header, content, signature } = partsOf(fake, kind)
  const key = (await readKeys(fake)).find(({ kid }) => kid === header.kid)
  return !!key && verify('sha256', content, { key, format: 'jwk' }, Buffer.from(signature, 'base64url'))
}

test('makes twenty-two kinds of token, each of them another', async () => {
  await using fake = await startFakeConnector()
  const tokens = tokenKinds.map((kind) => fake.token(kind))
  expect(tokenKinds).toHaveLength(22)
  expect(new Set(tokens).size).toBe(22)
})

test.for<[kind: TokenKind, header: string | undefined | RegExp]>([
  ['missing', undefined],
  ['empty', ''],
  ['not-bearer', /^Basic /],
  ['garbage', /^Bearer [^.]+$/],
  ['alg-none', /^Bearer [^.]+\.[^.]+\.$/],
])('%s is %s', async ([kind, header]) => {
  await using fake = await startFakeConnector()
  if (header instanceof RegExp) expect(fake.token(kind)).toMatch(header)
  else expect(fake.token(kind)).toBe(header)
})

test('endorses one of its keys for Teams, the other not', async () => {
  await using fake = await startFakeConnector()
  const keys = await readKeys(fake)
  expect(keys.map(({ endorsements }) => endorsements)).toEqual([['msteams'], ['directline']])
  expect(partsOf(fake, 'valid').header).toMatchObject({ alg: 'RS256', kid: keys[0]?.kid, x5t: keys[0]?.kid })
  expect(partsOf(fake, 'unendorsed-key').header.kid).toBe(keys[1]?.kid)
})

test.for<[kind: TokenKind, signed: boolean]>([
  ['valid', true],
  ['expired', true],
  ['unendorsed-key', true],
  ['foreign-tenant-issuer', true],
  ['bad-signature', false],
  ['tampered-payload', false],
  ['unknown-key', false],
  ['no-kid', false],
  ['hs256-with-public-key', false],
])('signs %s with the key it names: %s', async ([kind, signed]) => {
  await using fake = await startFakeConnector()
  expect(await isSigned(fake, kind)).toBe(signed)
})

test('says in a valid token who calls whom, from where and for how long', async () => {
  await using fake = await startFakeConnector()
  const { claims } = partsOf(fake, 'valid')
  expect(claims).toMatchObject({ iss: fake.tokenIssuer, aud: fake.appId, serviceurl: fake.serviceUrl })
  const now = Date.now() / 1000
  expect([Number(claims.nbf) < now, Number(claims.exp) > now]).toEqual([true, true])
})

test.for<[kind: TokenKind, claims: (fake: FakeConnector, now: number) => Record<string, unknown>]>([
  ['expired', (_, now) => ({ exp: expect.toSatisfy((exp) => exp < now - 300) })],
  ['expired-within-skew', (_, now) => ({ exp: expect.toSatisfy((exp) => exp < now && exp > now - 300) })],
  ['not-yet-valid', (_, now) => ({ nbf: expect.toSatisfy((nbf) => nbf > now + 300) })],
  ['wrong-audience', (fake) => ({ aud: expect.not.stringMatching(fake.appId) })],
  ['wrong-issuer', (fake) => ({ iss: expect.not.stringMatching(fake.tokenIssuer) })],
  ['wrong-service-url', (fake) => ({ serviceurl: expect.not.stringMatching(fake.serviceUrl) })],
  ['emulator-style', (fake) => ({ iss: expect.stringMatching('sts.windows.net'), ver: '1.0', appid: fake.appId })],
  ['skill-style', (fake) => ({ aud: fake.appId, appid: expect.not.stringMatching(fake.appId) })],
])('makes %s wrong in what it says', async ([kind, claims]) => {
  await using fake = await startFakeConnector()
  expect(partsOf(fake, kind).claims).toMatchObject(claims(fake, Date.now() / 1000))
})

test('names no service in a token without one, and another where told so', async () => {
  await using fake = await startFakeConnector()
  expect(partsOf(fake, 'no-service-url').claims).not.toHaveProperty('serviceurl')
  const serviceUrl = 'https://elsewhere.example/'
  expect(partsOf(fake, 'valid', { serviceUrl }).claims.serviceurl).toBe(serviceUrl)
})

test('makes up another tenant for each foreign token', async () => {
  await using fake = await startFakeConnector()
  const [first, second] = [partsOf(fake, 'foreign-tenant-issuer').claims, partsOf(fake, 'foreign-tenant-issuer').claims]
  expect(first.iss).toBe(`https://sts.windows.net/${first.tid}/`)
  expect(second.tid).not.toBe(first.tid)
})
