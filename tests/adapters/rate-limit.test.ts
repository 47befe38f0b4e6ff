import { afterEach, describe, expect, test } from 'vitest'
import { createLog } from '../../adapters/log.ts'
import { limitedRoute, RateLimit } from '../../adapters/rate-limit.ts'
import { closeServer, createWebServer, listen } from '../../adapters/web-server.ts'

const rate = { burst: 3, perSecond: 2 }
let nowMs = 0
const now = () => nowMs

afterEach(() => {
  nowMs = 0
})

function takeOften(limit: RateLimit, address: string, times: number): number[] {
  return Array.from({ length: times }, () => limit.take(address))
}

describe('a rate limit', () => {
  test('lets a burst through, then the steady rate', () => {
    const limit = new RateLimit(rate, now)
    expect(takeOften(limit, '10.0.0.1', 5)).toEqual([0, 0, 0, 1, 1])
    nowMs += 500
    expect(takeOften(limit, '10.0.0.1', 2)).toEqual([0, 1])
    nowMs += 60_000
    expect(takeOften(limit, '10.0.0.1', 4)).toEqual([0, 0, 0, 1])
  })

  test('says how long to wait where the rate is low', () => {
    const limit = new RateLimit({ burst: 1, perSecond: 0.1 }, now)
    expect(takeOften(limit, '10.0.0.1', 2)).toEqual([0, 10])
    nowMs += 4000
    expect(limit.take('10.0.0.1')).toBe(6)
  })

  test.each([
    ['10.0.0.1', '10.0.0.2', true],
    ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', false],
    ['2001:db8:0:1::1', '2001:db8:0:2::1', true],
    ['::1', '::2', false],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.2', true],
  ])('counts %s and %s apart: %s', (first, second, apart) => {
    const limit = new RateLimit(rate, now)
    takeOften(limit, first, 3)
    expect(limit.take(second) === 0).toBe(apart)
  })

  test('forgets who was silent longest, so that memory stays bounded', () => {
    const limit = new RateLimit({ burst: 1, perSecond: 0.001 }, now)
    limit.take('first')
    for (let i = 0; i < 10_000; i++) limit.take(`other ${i}`)
    expect(limit.take('first')).toBe(0)
  })
})

test('a limited route refuses as JSON with the time to wait, whatever a proxy says', async () => {
  const route = { method: 'GET', path: '/', handle: (_: unknown, response: { end(): void }) => response.end() } as const
  const server = createWebServer([limitedRoute(route, new RateLimit(rate, now))], createLog('error'))
  const url = await listen(server, 0, '127.0.0.1')
  const statuses: number[] = []
  for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
    statuses.push((await fetch(url, { headers: { 'X-Forwarded-For': address } })).status)
  }
  const refused = await fetch(url)
  expect([...statuses, refused.status]).toEqual([200, 200, 200, 429])
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toEqual({ error: expect.stringContaining('too many requests') })
  await closeServer(server, 10)
})
