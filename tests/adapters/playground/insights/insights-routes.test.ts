import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InsightsView } from '../../../../adapters/playground/insights/insights-view.ts'
import { hostile, type InsightsServer, startInsightsServer, token } from './insights-server.ts'

let own: InsightsServer
let shared: InsightsServer
let closed: InsightsServer

beforeAll(async () => {
  own = await startInsightsServer({ HOST: '127.0.0.1' })
  shared = await startInsightsServer({ HOST: '0.0.0.0', ADMIN_TOKEN: token })
  closed = await startInsightsServer({ HOST: '0.0.0.0' })
})

afterAll(() => Promise.all([own, shared, closed].map((server) => server[Symbol.asyncDispose]())))

async function viewOf({ url }: InsightsServer): Promise<InsightsView> {
  const response = await fetch(`${url}/api/insights`)
  // What the route sends is of that type.
  return (await response.json()) as InsightsView
}

/** Sends any header, also those that `fetch` keeps to itself. */
function statusOf(server: InsightsServer, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const asked = request(`${server.url}/api/insights`, { headers }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
  asked.on('error', reject).end()
  return promise
}

async function done(server: InsightsServer, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const all = { 'content-type': 'application/json', ...headers }
  const response = await fetch(`${server.url}/api/insights/done`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: all,
  })
  return response.status
}

const bearer = (text: string) => ({ authorization: `Bearer ${text}` })

describe('insights', () => {
  test('tell what had no answer, what was not liked, and how it goes', async () => {
    const view = await viewOf(own)
    expect(view).toMatchObject({
      since: '2027-02-02',
      unanswered: [
        { question: 'Where do I get a badge?', asked: 7, nearest: [{ id: 'almaty-process' }] },
        { question: hostile, asked: 1 },
      ],
      thumbs: { up: 1, down: 1 },
      thumbsDown: [{ question: 'Which role?', reason: 'outdated', intent: 'role' }],
      languages: { en: 23, fr: 1 },
      surfaces: { slack: 23, web: 1 },
      latency: { p50: 10, p95: 10 },
      reminders: { failed: 1, pending: 1 },
      badReminders: [{ state: 'failed', reason: 'channel_not_found', meeting: expect.any(String) }],
    })
    expect(view.days).toHaveLength(30)
    expect(view.days.at(-1)).toEqual({ day: '2027-03-03', answered: 19, clarify: 0, unknown: 1 })
    expect(view.days.at(-3)).toEqual({ day: '2027-03-01', answered: 0, clarify: 4, unknown: 0 })
  })

  test('name no person, workspace or conversation', async () => {
    const text = await (await fetch(`${own.url}/api/insights`)).text()
    expect(text).not.toMatch(/U1|T-secret|"C1"|workspace|conversation/)
  })

  test('come with a draft of a topic for each question', async () => {
    const { unanswered } = await viewOf(own)
    expect(unanswered[0]?.draft).toContain('- id: where-do-i-get-a-badge\n')
  })
})

describe('insights are shown', () => {
  test('at this machine while nobody else can reach the service', async () => {
    expect(await statusOf(own)).toBe(200)
    expect(await statusOf(own, { host: 'localhost:3978' })).toBe(200)
  })

  test.each([
    ['under the name of another host', { host: 'evil.example' }],
    ['under a name that begins like ours', { host: '127.0.0.1.evil.example' }],
    ['through a proxy', { 'x-forwarded-for': '10.0.0.1' }],
    ['by a page of somebody else', { 'sec-fetch-site': 'cross-site' }],
  ])('not %s', async (_, headers) => {
    expect(await statusOf(own, headers)).toBe(403)
  })

  test('not at this machine where others reach the service too, as a proxy may be here', async () => {
    expect(await statusOf(closed)).toBe(403)
    expect(await statusOf(closed, bearer(''))).toBe(403)
    expect(await statusOf(closed, bearer('undefined'))).toBe(403)
  })

  test.each<[number, Readonly<Record<string, string>>, string]>([
    [200, bearer(token), 'the token'],
    [200, { ...bearer(token), host: 'focal-point.example' }, 'the token, under any name'],
    [401, {}, 'nothing'],
    [401, bearer(`${token}x`), 'a longer token'],
    [401, bearer(token.slice(0, -1)), 'a part of the token'],
    [401, { authorization: token }, 'the token in another form'],
    [401, { cookie: `token=${token}` }, 'a cookie'],
    [403, { ...bearer(token), 'sec-fetch-site': 'cross-site' }, 'the token in the page of somebody else'],
  ])('with %i to who gives %o: %s', async (status, headers) => {
    expect(await statusOf(shared, headers)).toBe(status)
  })

  test('to nobody for a while who gives many wrong tokens, not even with the right one', async () => {
    await using server = await startInsightsServer({ HOST: '0.0.0.0', ADMIN_TOKEN: token })
    const statuses: unknown[] = []
    for (let i = 0; i < 12; i++) statuses.push(await statusOf(server, bearer(`wrong-${i}`)))
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
    expect(await statusOf(server, bearer(token))).toBe(429)
  })
})

describe('a question', () => {
  test('goes off the list when it is done, and comes back when it is not', async () => {
    const [, { key } = { key: '' }] = await own.store.insights.unanswered(2)
    expect([await done(own, { key }), await done(own, { key })]).toEqual([200, 404])
    expect(await own.store.insights.unanswered(2)).toHaveLength(1)
    expect(await done(own, { key, done: false })).toBe(200)
    expect(await own.store.insights.unanswered(2)).toHaveLength(2)
  })

  test.each([
    [{}, 400, {}],
    [{ key: 5 }, 400, {}],
    ['text', 400, {}],
    [{ key: 'x'.repeat(2000) }, 413, {}],
    [{ key: 'x' }, 415, { 'content-type': 'text/plain' }],
    [{ key: 'x' }, 403, { 'sec-fetch-site': 'same-site' }],
  ])('is not done by %j: %i', async (body, status, headers) => {
    expect(await done(own, body, headers)).toBe(status)
  })

  test('is not done without the token', async () => {
    const [{ key } = { key: '' }] = await shared.store.insights.unanswered(1)
    expect([await done(shared, { key }), await done(shared, { key }, bearer(token))]).toEqual([401, 200])
  })
})
