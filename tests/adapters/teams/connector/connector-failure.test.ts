import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import type { CallFailure } from '../../../../adapters/chat/tries.ts'
import { createLog } from '../../../../adapters/log.ts'
import { BotToken, BotTokenError } from '../../../../adapters/teams/connection/bot-token.ts'
import { trustFrom } from '../../../../adapters/teams/connection/trust.ts'
import { connectorFailure, isRefusedWith } from '../../../../adapters/teams/connector/connector-failure.ts'
import { ConnectorPool } from '../../../../adapters/teams/connector/connector-pool.ts'
import { answering, cutWithin } from '../../answering-server.ts'
import { TestClock } from '../../test-clock.ts'

const json = { 'content-type': 'application/json' }

/** What is thrown when a message is sent to that address; undefined when nothing is. */
async function errorOf(serviceUrl: string, timeout = 5000): Promise<unknown> {
  const trust = trustFrom({ MicrosoftAppId: 'app', TEAMS_ALLOWED_SERVICE_HOSTS: '127.0.0.1' })
  const log = createLog('error')
  const token = new BotToken({ factory: undefined, appId: 'app', clock: new TestClock(), log })
  const { conversations } = new ConnectorPool({ token, trust }).clientFor(serviceUrl)
  try {
    await conversations.sendToConversation('a:1', { type: 'message', text: 'hello' }, { timeout })
    return undefined
  } catch (error) {
    return error
  }
}

/** So long, and a little longer. */
function limited(ms: number): unknown {
  return { kind: 'limited', waitMs: expect.toSatisfy((waitMs) => waitMs >= ms && waitMs <= ms + 250) }
}

function failing(status: number, code?: string): (to: ServerResponse) => void {
  return (to) => to.writeHead(status, json).end(JSON.stringify({ error: { code, message: 'no' } }))
}

function limiting(retryAfter: string, status = 429): (to: ServerResponse) => void {
  return (to) => to.writeHead(status, { ...json, 'retry-after': retryAfter }).end('{}')
}

const unknown: CallFailure = { kind: 'unknown' }
const failed: CallFailure = { kind: 'failed' }
const refused = (error: string): CallFailure => ({ kind: 'refused', error })

test.each<[what: string, answer: (to: ServerResponse) => void, expected: unknown]>([
  ['success', (to) => to.writeHead(201, json).end('{"id":"1"}'), undefined],
  ['429 with a time', limiting('7'), limited(7000)],
  ['429 with half a second', limiting('0.5'), limited(500)],
  ['429 without', failing(429), limited(1500)],
  ['429 with a date', limiting('Wed, 21 Oct 2026 07:28:00 GMT'), limited(1500)],
  ['429 with no time at all', limiting('0'), limited(1500)],
  ['429 with a time that has passed', limiting('-5'), limited(1500)],
  ['429 with an endless time', limiting('Infinity'), { kind: 'limited', waitMs: Number.POSITIVE_INFINITY }],
  ['412', failing(412, 'PreconditionFailed'), failed],
  ['500', failing(500, 'ServiceError'), failed],
  ['503', failing(503), failed],
  ['503 with a time', limiting('7', 503), limited(7000)],
  ['a page with 503', (to) => to.writeHead(503, { 'content-type': 'text/html' }).end('<p>'), failed],
  ['502 of a gateway', (to) => to.writeHead(502).end(), unknown],
  ['504 of a gateway', (to) => to.writeHead(504).end(), unknown],
  ['a connection cut at once', (to) => to.destroy(), unknown],
  ['a connection cut within the answer', cutWithin, unknown],
  ['a page for an answer', (to) => to.writeHead(201, json).end('<p>'), unknown],
  ['400', failing(400, 'BadSyntax'), refused('400 BadSyntax')],
  ['401', failing(401), refused('401')],
  ['403', failing(403, 'BotNotInConversationRoster'), refused('403 BotNotInConversationRoster')],
  ['404', failing(404, 'ConversationNotFound'), refused('404 ConversationNotFound')],
  ['404 without a word', (to) => to.writeHead(404).end(), refused('404')],
  ['413', failing(413, 'MessageSizeTooBig'), refused('413 MessageSizeTooBig')],
  ['a redirect', (to) => to.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), refused('302')],
])('tells %s for what it is', async (_, answer, expected) => {
  await using server = await answering(answer)
  expect(connectorFailure(await errorOf(server.url))).toEqual(expected)
})

test('tells that nothing was sent where nobody listens', async () => {
  const server = await answering(() => {})
  await server[Symbol.asyncDispose]()
  expect(connectorFailure(await errorOf(server.url))).toEqual({ kind: 'unsent' })
})

test('does not know what became of a call that took too long', async () => {
  await using server = await answering(() => {})
  expect(connectorFailure(await errorOf(server.url, 50))).toEqual(unknown)
})

test('tells that nothing was sent where there is no token', () => {
  expect(connectorFailure(new BotTokenError('no token', undefined))).toEqual({ kind: 'unsent' })
})

test.each([new TypeError('x'), Object.assign(new Error('x'), { statusCode: 500 }), 'x', undefined])(
  'what is no failure of a call is none: %s',
  (error) => {
    expect(connectorFailure(error)).toBeUndefined()
  },
)

test('knows for which status a call was refused, and takes nothing else for a refusal', async () => {
  await using forbidden = await answering(failing(403, 'Forbidden'))
  const error = await errorOf(forbidden.url)
  expect(isRefusedWith(error, 404, 403)).toBe(true)
  expect(isRefusedWith(error, 404)).toBe(false)
  await using busy = await answering(failing(503))
  expect(isRefusedWith(await errorOf(busy.url), 503)).toBe(false)
})
