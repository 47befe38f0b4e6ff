import { expect, test } from 'vitest'
import { activitiesIn, botByHand } from './bot-by-hand.ts'
import { startFakeConnector } from './start-fake-connector.ts'
import { RateLimits } from './state/rate-limits.ts'

/** How many of so many calls at once are let through. */
function taken(limits: RateLimits, count: number, kind: 'send' | 'members' | 'other', conversation = 'a'): number {
  const waits = Array.from({ length: count }, () => limits.take(kind, conversation))
  return waits.filter((wait) => wait === undefined).length
}

test.for<[reason: string, steps: readonly (readonly [afterMs: number, count: number, taken: number])[]]>([
  ['seven in a second', [[0, 9, 7]]],
  [
    'eight in two seconds',
    [
      [0, 7, 7],
      [1000, 7, 1],
      [1000, 7, 7],
    ],
  ],
  [
    'sixty in half a minute',
    [...Array.from({ length: 15 }, () => [1001, 4, 4] as const), [1001, 4, 0], [14_985, 4, 4]],
  ],
])('sends %s in a conversation', ([, steps]) => {
  let now = 0
  const limits = new RateLimits(() => now)
  for (const [afterMs, count, expected] of steps) {
    now += afterMs
    expect(taken(limits, count, 'send'), `after ${now} ms`).toBe(expected)
  }
})

test('counts every conversation for itself, and all calls together', () => {
  const limits = new RateLimits(() => 0)
  expect([taken(limits, 9, 'send', 'a'), taken(limits, 9, 'send', 'b')]).toEqual([7, 7])
  expect(taken(limits, 20, 'members', 'a')).toBe(14)
  expect(taken(limits, 50, 'other')).toBe(50 - 7 - 7 - 14)
})

test('says when to come back, and takes the message then', async () => {
  let now = 1_796_000_000_000
  await using fake = await startFakeConnector({ rateLimits: true, now: () => now })
  const bot = await botByHand(fake)
  const send = () => bot('POST', activitiesIn('19:a@thread.v2'), { type: 'message', text: 'Hello' })
  for (let sent = 0; sent < 7; sent++) expect((await send()).status).toBe(201)
  const refused = await send()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  now += 1000
  expect((await send()).status).toBe(201)
})

test('takes any number of messages unless told to limit them', async () => {
  await using fake = await startFakeConnector({ now: () => 0 })
  const bot = await botByHand(fake)
  for (let sent = 0; sent < 9; sent++) {
    const { status } = await bot('POST', activitiesIn('19:a@thread.v2'), { type: 'message', text: 'Hello' })
    expect(status).toBe(201)
  }
})
