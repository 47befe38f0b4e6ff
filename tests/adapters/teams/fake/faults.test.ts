import { expect, test } from 'vitest'
import { activitiesIn, askForToken, botByHand } from './bot-by-hand.ts'
import type { FakeConnector } from './fake-connector.ts'
import { startFakeConnector } from './start-fake-connector.ts'
import type { Fault } from './state/faults.ts'

const PATH = activitiesIn('19:a@thread.v2')
const HELLO = { type: 'message', text: 'Hello' }

/** Sends so often, and tells how each went. */
async function statuses(fake: FakeConnector, count: number): Promise<number[]> {
  const bot = await botByHand(fake)
  const all: number[] = []
  for (let sent = 0; sent < count; sent++) all.push((await bot('POST', PATH, HELLO)).status)
  return all
}

test.for<[reason: string, fault: Fault, expected: readonly number[]]>([
  ['once', { area: 'connector', status: 502 }, [502, 201, 201]],
  ['so often', { area: 'connector', status: 502, times: 2 }, [502, 502, 201]],
  ['for ever', { area: 'connector', status: 502, times: -1 }, [502, 502, 502]],
  ['after some went well', { area: 'connector', status: 502, skip: 1 }, [201, 502, 201]],
  ['by the method', { area: 'connector', method: 'PUT', status: 502 }, [201, 201, 201]],
  ['by a part of the path', { path: '/activities', status: 502 }, [502, 201, 201]],
  ['by a pattern of the path', { path: /teams\/.+/, status: 502 }, [201, 201, 201]],
])('fails %s', async ([, fault, expected]) => {
  await using fake = await startFakeConnector()
  fake.fault(fault)
  expect(await statuses(fake, 3)).toEqual(expected)
  expect(fake.messages).toHaveLength(expected.filter((status) => status === 201).length)
})

test('says what a fault is given to say, and records it', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  fake.fault({ path: PATH.slice(0, 10), status: 403, code: 'ConversationBlockedByUser' })
  fake.fault({ status: 429, retryAfter: 2, body: 'Slow down' })
  expect(await bot('POST', PATH, HELLO)).toMatchObject({ body: { error: { code: 'ConversationBlockedByUser' } } })
  const limited = await fetch(fake.openIdMetadataUrl)
  expect([limited.status, limited.headers.get('retry-after'), await limited.text()]).toEqual([429, '2', 'Slow down'])
  expect(fake.calls.slice(1).map(({ status, fault }) => [status, fault])).toEqual([
    [403, '403'],
    [429, '429'],
  ])
})

test('fails the token endpoint in its own words', async () => {
  await using fake = await startFakeConnector()
  fake.fault({ area: 'token', status: 500, code: 'server_error' })
  expect(await askForToken(fake)).toMatchObject({ status: 500, body: { error: 'server_error' } })
})

test.for<[drop: 'before' | 'after', messages: number]>([
  ['before', 0],
  ['after', 1],
])('cuts the connection %s the work, with %i message taken', async ([drop, messages]) => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  fake.fault({ area: 'connector', drop })
  await expect(bot('POST', PATH, HELLO)).rejects.toThrow('fetch failed')
  expect(fake.messages).toHaveLength(messages)
})

test('holds a call until the test lets it go', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const { promise: hold, resolve: letGo } = Promise.withResolvers<void>()
  fake.fault({ area: 'connector', hold })
  const answer = bot('POST', PATH, HELLO)
  await fake.until(() => fake.calls.some(({ fault }) => fault === 'hold'), 'a call that is held')
  expect(fake.messages).toEqual([])
  letGo()
  expect((await answer).status).toBe(201)
})

test('delays a call, then does it', async () => {
  await using fake = await startFakeConnector()
  fake.fault({ area: 'connector', delayMs: 1 })
  expect(await statuses(fake, 1)).toEqual([201])
})

test('forgets its faults when told to', async () => {
  await using fake = await startFakeConnector()
  fake.fault({ status: 500, times: -1 })
  fake.clearFaults()
  expect(await statuses(fake, 1)).toEqual([201])
})
