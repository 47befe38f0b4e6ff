import { expect, test } from 'vitest'
import { aMessage } from './activities/message.ts'
import { activitiesIn, botByHand } from './bot-by-hand.ts'
import { startFakeConnector } from './start-fake-connector.ts'

test('takes what a bot with its token says, and records every call', async () => {
  await using fake = await startFakeConnector({ now: () => 1_796_000_000_000 })
  const bot = await botByHand(fake)
  const question = aMessage(fake, { text: 'Hello', place: 'channel' })
  const { status, body } = await bot('POST', activitiesIn(question.conversation.id), { type: 'message', text: 'Yes?' })
  expect([status, body]).toEqual([201, { id: '1796000000001' }])
  expect(fake.messages).toMatchObject([{ kind: 'sent', activityId: '1796000000001', body: { text: 'Yes?' } }])
  expect(fake.calls).toMatchObject([
    { seq: 1, area: 'token', path: `/${fake.tenant}/oauth2/v2.0/token`, status: 200, authorized: false },
    {
      seq: 2,
      at: 1_796_000_000_000,
      area: 'connector',
      method: 'POST',
      path: `/v3/conversations/${question.conversation.id}/activities`,
      body: { type: 'message', text: 'Yes?' },
      bytes: 2 * '{"type":"message","text":"Yes?"}'.length,
      status: 201,
      authorized: true,
      fault: undefined,
    },
  ])
})

test('waits until something holds', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const sent = fake.until(() => fake.messages.length === 1, 'a message')
  await bot('POST', activitiesIn('19:a@thread.v2'), { type: 'message', text: 'Hello' })
  await expect(sent).resolves.toBeUndefined()
  await expect(fake.until(() => fake.messages.length === 2, 'two messages', 1)).rejects.toThrow('two messages')
})

test('is away for a while and comes back at the same address', async () => {
  await using fake = await startFakeConnector()
  await fake.stopListening()
  await expect(fetch(fake.openIdMetadataUrl)).rejects.toThrow('fetch failed')
  await fake.listenAgain()
  expect((await fetch(fake.openIdMetadataUrl)).status).toBe(200)
})

test('gives every fake another app, and its settings name where it is reached', async () => {
  await using fake = await startFakeConnector()
  await using other = await startFakeConnector()
  expect(fake.appId).not.toBe(other.appId)
  expect(fake.settings).toMatchObject({
    MicrosoftAppId: fake.appId,
    MicrosoftAppPassword: fake.appSecret,
    MicrosoftAppTenantId: fake.tenant,
    TEAMS_TOKEN_ENDPOINT: expect.stringContaining(`:${fake.port}/`),
    TEAMS_ALLOWED_SERVICE_HOSTS: '127.0.0.1',
  })
})
