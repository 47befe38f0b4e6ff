import { expect, test } from 'vitest'
import type { FakeSlack } from './fake-slack.ts'
import { startFakeSlack } from './start-fake-slack.ts'
import type { Failure } from './state/faults.ts'

async function post(slack: FakeSlack, text = 'Hello', channel = 'C1'): Promise<Response> {
  const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' }
  return fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body: JSON.stringify({ channel, text }) })
}

test.for<[reason: string, fail: Failure, status: number, body: string, retryAfter: string | null]>([
  ['too many requests', { status: 429, retryAfter: 2 }, 429, 'ratelimited', '2'],
  ['the same without a word on when to come back', { status: 429 }, 429, 'ratelimited', null],
  ['a broken server', { status: 503 }, 503, 'internal_error', null],
  ['an error of the method', { error: 'is_archived' }, 200, 'is_archived', null],
  ['a page in place of an answer', 'html', 200, '<html>', null],
])('answers once with %s', async ([, fail, status, body, retryAfter]) => {
  await using slack = await startFakeSlack()
  slack.faults.add({ on: 'chat.postMessage', fail })
  const hit = await post(slack)
  expect([hit.status, hit.headers.get('retry-after')]).toEqual([status, retryAfter])
  expect(await hit.text()).toContain(body)
  expect(slack.messages).toEqual([])
  expect(await (await post(slack)).json()).toMatchObject({ ok: true })
  expect(slack.calls().map(({ status, fault }) => [status, fault !== undefined])).toEqual([
    [status, true],
    [200, false],
  ])
})

test.for<[failure: 'reset' | 'reset-after-work', messages: number]>([
  ['reset', 0],
  ['reset-after-work', 1],
])('loses the answer by %s, with %i message posted', async ([fail, messages]) => {
  await using slack = await startFakeSlack()
  slack.faults.add({ on: '*', fail })
  await expect(post(slack)).rejects.toThrow('fetch failed')
  expect(slack.messages).toHaveLength(messages)
})

test('holds a call until it is let go, and records it when it comes in', async () => {
  await using slack = await startFakeSlack()
  slack.faults.add({ on: 'chat.postMessage', fail: 'hang' })
  const answer = post(slack)
  expect(await slack.called('chat.postMessage')).toMatchObject([{ fault: 'hang', status: undefined }])
  expect(slack.messages).toEqual([])
  slack.faults.release()
  expect((await answer).status).toBe(200)
  expect(slack.calls()).toMatchObject([{ fault: 'hang', status: 200 }])
})

test('delays a call', async () => {
  await using slack = await startFakeSlack()
  slack.faults.add({ on: 'chat.postMessage', fail: { delayMs: 1 } })
  expect((await post(slack)).status).toBe(200)
  expect(slack.calls()).toMatchObject([{ fault: '{"delayMs":1}' }])
})

test('hits only the arguments it is meant for, as often as it is meant to', async () => {
  await using slack = await startFakeSlack()
  slack.faults.add({ on: 'chat.postMessage', fail: { status: 500 }, times: 2, match: { channel: 'C2' } })
  slack.faults.add({ on: '*', fail: { status: 502 }, times: 'always', match: ({ text }) => text === 'Bye' })
  const statuses = []
  for (const channel of ['C1', 'C2', 'C2', 'C2']) statuses.push((await post(slack, 'Hello', channel)).status)
  for (const text of ['Bye', 'Bye', 'Bye']) statuses.push((await post(slack, text)).status)
  expect(statuses).toEqual([200, 500, 500, 200, 502, 502, 502])
  slack.faults.clear()
  expect((await post(slack, 'Bye')).status).toBe(200)
})

test('hits what is posted to a response_url', async () => {
  await using slack = await startFakeSlack()
  slack.responseUrls.create('R1', { channel: 'C1', user: 'U1' })
  slack.faults.add({ on: 'response_url', fail: { status: 500 } })
  const respond = () => fetch(`${slack.baseUrl}/response/R1`, { method: 'POST', body: 'text=Hello' })
  expect((await respond()).status).toBe(500)
  expect((await respond()).status).toBe(200)
  expect(slack.ephemerals).toMatchObject([{ user: 'U1', text: 'Hello' }])
})

test('knows that an upgrade has no answer to falsify', async () => {
  await using slack = await startFakeSlack()
  expect(() => slack.faults.add({ on: 'websocket', fail: 'html' })).toThrow('websocket: html cannot hit an upgrade')
})

test('is away during an outage, and back on the same port', async () => {
  await using slack = await startFakeSlack()
  await post(slack)
  await slack.stopListening()
  await expect(post(slack)).rejects.toThrow('fetch failed')
  await slack.listenAgain()
  expect((await post(slack)).status).toBe(200)
})
