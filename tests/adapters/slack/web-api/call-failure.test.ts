import type { ServerResponse } from 'node:http'
import { webApi } from '@slack/bolt'
import { expect, test } from 'vitest'
import type { CallFailure } from '../../../../adapters/chat/tries.ts'
import { callFailure } from '../../../../adapters/slack/web-api/call-failure.ts'
import { postToResponseUrl } from '../../../../adapters/slack/web-api/response-url.ts'
import { webClientOptions } from '../../../../adapters/slack/web-api/web-client-options.ts'
import { answering, cutWithin } from '../../answering-server.ts'

const json = { 'content-type': 'application/json' }

/** How a server answers, what the Web API client makes of it and what a response address. */
const answers: readonly (readonly [
  what: string,
  answer: (response: ServerResponse) => void,
  ofCall: CallFailure | undefined,
  ofResponseUrl: CallFailure | undefined,
])[] = [
  ['success', (to) => to.writeHead(200, json).end('{"ok":true}'), undefined, undefined],
  ['429 with a time', (to) => to.writeHead(429, { 'retry-after': '7' }).end(), limited(7000), limited(7000)],
  ['429 without', (to) => to.writeHead(429).end(), limited(5000), limited(5000)],
  ['429 with a date', (to) => to.writeHead(429, { 'retry-after': 'Monday' }).end(), limited(5000), limited(5000)],
  ['500', (to) => to.writeHead(500).end('oops'), { kind: 'failed' }, { kind: 'failed' }],
  ['502 of a gateway', (to) => to.writeHead(502).end(), { kind: 'unknown' }, { kind: 'unknown' }],
  ['504 of a gateway', (to) => to.writeHead(504).end(), { kind: 'unknown' }, { kind: 'unknown' }],
  [
    'a page',
    (to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    { kind: 'failed' },
    { kind: 'failed' },
  ],
  [
    'a refusal',
    (to) => to.writeHead(200, json).end('{"ok":false,"error":"no_text"}'),
    refused('no_text'),
    refused('no_text'),
  ],
  [
    'trouble',
    (to) => to.writeHead(200, json).end('{"ok":false,"error":"service_unavailable"}'),
    { kind: 'failed' },
    { kind: 'failed' },
  ],
  [
    'trouble in the middle of the work',
    (to) => to.writeHead(200, json).end('{"ok":false,"error":"fatal_error"}'),
    { kind: 'unknown' },
    { kind: 'unknown' },
  ],
  ['a connection cut at once', (to) => to.destroy(), { kind: 'unknown' }, { kind: 'unknown' }],
  ['a connection cut within the answer', cutWithin, { kind: 'unknown' }, { kind: 'unknown' }],
]

function limited(waitMs: number): CallFailure {
  return { kind: 'limited', waitMs }
}

function refused(error: string): CallFailure {
  return { kind: 'refused', error }
}

async function failureOf(call: Promise<unknown>): Promise<CallFailure | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    return callFailure(error) ?? Promise.reject(error)
  }
}

test.each(answers)('tells %s for what it is', async (_, answer, ofCall, ofResponseUrl) => {
  await using server = await answering(answer)
  const client = new webApi.WebClient('xoxb-1', { ...webClientOptions(server.url), logger: silent() })
  expect(await failureOf(client.auth.test())).toEqual(ofCall)
  expect(await failureOf(postToResponseUrl(server.url, { text: 'hello' }))).toEqual(ofResponseUrl)
})

test('tells that nothing was sent where nobody listens', async () => {
  await using server = await answering(() => {})
  await server[Symbol.asyncDispose]()
  const client = new webApi.WebClient('xoxb-1', { ...webClientOptions(server.url), logger: silent() })
  expect(await failureOf(client.auth.test())).toEqual({ kind: 'unsent' })
  expect(await failureOf(postToResponseUrl(server.url, {}))).toEqual({ kind: 'unsent' })
})

test.each([
  ['invalid_blocks', 400, refused('invalid_blocks')],
  ['{"ok":false,"error":"used_url"}', 404, refused('used_url')],
  ['{"ok":false,"error":"internal_error"}', 404, refused('internal_error')],
  ['<p>Not here</p>', 404, refused('response_url_404')],
  ['{', 403, refused('response_url_403')],
])('a response address that says %j with %i has refused', async (said, status, expected) => {
  await using server = await answering((to) => to.writeHead(status).end(said))
  expect(await failureOf(postToResponseUrl(server.url, {}))).toEqual(expected)
})

test.each(['ok', '', '{"ok":true}', 'OK'])('a response address that says %j has taken it', async (said) => {
  await using server = await answering((to) => to.writeHead(200).end(said))
  expect(await failureOf(postToResponseUrl(server.url, {}))).toBeUndefined()
})

test('what is no failure of a call is none', () => {
  expect(callFailure(new TypeError('x'))).toBeUndefined()
  expect(callFailure('x')).toBeUndefined()
})

function silent() {
  const nothing = () => {}
  const level = { setLevel: nothing, getLevel: () => webApi.LogLevel.ERROR, setName: nothing }
  return { debug: nothing, info: nothing, warn: nothing, error: nothing, ...level }
}
