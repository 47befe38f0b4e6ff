import { expect, test } from 'vitest'
import { activitiesIn, askForToken, botByHand } from './bot-by-hand.ts'
import type { FakeConnector } from './fake-connector.ts'
import { startFakeConnector } from './start-fake-connector.ts'

test('gives a token for an hour, another each time', async () => {
  await using fake = await startFakeConnector()
  const { status, body } = await askForToken(fake)
  expect([status, body]).toEqual([
    200,
    { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: expect.any(String) },
  ])
  expect((await askForToken(fake)).body).not.toEqual(body)
})

test.for<[field: string, value: string, status: number, error: string, code: number]>([
  ['grant_type', 'password', 400, 'unsupported_grant_type', 70003],
  ['grant_type', '', 400, 'invalid_request', 900144],
  ['client_id', 'another-app', 400, 'unauthorized_client', 700016],
  ['client_secret', 'wrong', 401, 'invalid_client', 7000215],
  ['scope', 'https://graph.microsoft.com/.default', 400, 'invalid_scope', 1002012],
])('refuses the %s "%s" with %i %s', async ([field, value, status, error, code]) => {
  await using fake = await startFakeConnector()
  const refusal = await askForToken(fake, { [field]: value })
  expect(refusal.status).toBe(status)
  expect(refusal.body).toMatchObject({
    error,
    error_codes: [code],
    error_description: expect.stringContaining(`AADSTS${code}: `),
  })
})

test('refuses a secret that has expired', async () => {
  await using fake = await startFakeConnector({ secretExpired: true })
  expect(await askForToken(fake)).toMatchObject({ status: 401, body: { error_codes: [7000222] } })
  fake.changeSecret('a-new-one')
  expect(await askForToken(fake)).toMatchObject({ status: 200 })
})

test('knows no other tenant', async () => {
  await using fake = await startFakeConnector()
  const elsewhere = { ...fake, tokenEndpoint: fake.tokenEndpoint.replace(fake.tenant, 'elsewhere.example') }
  expect(await askForToken(elsewhere)).toMatchObject({ status: 400, body: { error_codes: [90002] } })
})

test('takes only the new secret after it was changed', async () => {
  await using fake = await startFakeConnector()
  const before = fake.settings
  fake.changeSecret('a-new-one')
  const old = await askForToken(fake, { client_secret: before.MicrosoftAppPassword })
  expect(old).toMatchObject({ status: 401, body: { error_codes: [7000215] } })
  expect(fake.settings.MicrosoftAppPassword).toBe('a-new-one')
  expect((await askForToken(fake)).status).toBe(200)
})

async function sendsWith(fake: FakeConnector, authorization?: string): Promise<number> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) }
  const body = JSON.stringify({ type: 'message', text: 'Hello' })
  return (await fetch(fake.serviceUrl + activitiesIn('19:a@thread.v2'), { method: 'POST', headers, body })).status
}

test('lets only its own tokens into the connector, until they are revoked', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const send = () => bot('POST', activitiesIn('19:a@thread.v2'), { type: 'message', text: 'Hello' })
  expect(await sendsWith(fake)).toBe(401)
  expect(await sendsWith(fake, fake.token('valid'))).toBe(401)
  expect((await send()).status).toBe(201)
  fake.revokeTokens()
  expect((await send()).status).toBe(401)
  expect(fake.messages).toHaveLength(1)
  expect(fake.calls.filter(({ area }) => area === 'connector').map(({ authorized }) => authorized)).toEqual([
    false,
    false,
    true,
    false,
  ])
})
