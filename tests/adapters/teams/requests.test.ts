import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { anActivity } from './fake/activities/activity.ts'
import { anInvoke } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import type { Fields } from './fake/fields.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

let running: RunningAdapter
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)

beforeAll(async () => {
  process.on('unhandledRejection', note)
  running = await startAdapter({ focalPoint: topicsFocalPoint() })
})
beforeEach(() => running.teams.clearRecord())
afterEach(async () => {
  const { teams, send } = running
  teams.clearRecord()
  expect(await send(question())).toMatchObject({ status: 200 })
  expect(teams.messages).toHaveLength(1)
  expect(unhandled).toEqual([])
})
afterAll(async () => {
  process.off('unhandledRejection', note)
  await running[Symbol.asyncDispose]()
})

function question(fields: Fields = {}) {
  return aMessage(running.teams, { text: clear, place: 'personal', fields })
}

/** The text of a question with something as deep as this in the place of its value. */
function deepQuestion(depth: number): string {
  return JSON.stringify(question({ value: 'DEEP' })).replace('"DEEP"', '['.repeat(depth) + ']'.repeat(depth))
}

test.each<[what: string, status: number, body: () => object | string]>([
  ['what is no JSON', 400, () => '{"type"'],
  ['nothing', 400, () => ''],
  ['a list', 400, () => '[]'],
  ['a list of activities', 400, () => JSON.stringify([question()])],
  ['null', 400, () => 'null'],
  ['a text', 400, () => '"message"'],
  ['an activity without a type', 400, () => question({ type: undefined })],
  ['an activity whose type is empty', 400, () => question({ type: '' })],
  ['an activity whose type is a number', 400, () => question({ type: 7 })],
  ['an activity without a conversation', 400, () => question({ conversation: undefined })],
  ['an activity whose conversation has no id', 400, () => question({ conversation: {} })],
  ['an activity whose conversation is a list', 400, () => question({ conversation: ['a:1'] })],
  ['an activity without a recipient', 400, () => question({ recipient: undefined })],
  ['an activity that inherits all', 400, () => '{"__proto__":{"type":"message","conversation":{"id":"a:1"}}}'],
  ['brackets that never end', 400, () => '['.repeat(200_000)],
  ['brackets that end', 400, () => '['.repeat(200_000) + ']'.repeat(200_000)],
  ['600 KB', 413, () => question({ text: 'x'.repeat(600 * 1024) })],
])('%s gets %i, and the next question is answered', async (_, status, body) => {
  expect((await running.send(body())).status).toBe(status)
  expect(running.teams.calls).toEqual([])
})

test.each<[method: string, path: string, status: number]>([
  ['GET', '/api/messages', 405],
  ['HEAD', '/api/messages', 405],
  ['PUT', '/api/messages', 405],
  ['OPTIONS', '/api/messages', 405],
  ['POST', '/api/messages/', 404],
  ['POST', '/API/messages', 404],
  ['POST', '/api/messages/../messages%2f', 404],
  ['POST', '/', 404],
  ['POST', '/api/messages?x=1', 401],
])('%s %s gets %i', async (method, path, status) => {
  const body = method === 'POST' || method === 'PUT' ? JSON.stringify(question()) : undefined
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(new URL(path, running.url), { method, headers, body })).status).toBe(status)
})

test.each<[type: string | undefined, status: number]>([
  ['application/json', 200],
  ['Application/JSON; charset=utf-8', 200],
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['application/json-patch+json', 415],
  ['', 415],
])('a body of the type %j gets %i', async (type = '', status) => {
  expect((await running.send(question(), { headers: { 'content-type': type } })).status).toBe(status)
})

test.each<[what: string, status: number, body: Buffer]>([
  ['is packed', 400, gzipSync('{"type":"message"}')],
  ['is UTF-16', 400, Buffer.from('{"type":"message"}', 'utf16le')],
  ['is no text', 400, Buffer.from([0x22, 0xff, 0xfe, 0x22])],
])('a body that %s gets %i', async (_, status, body) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  expect((await fetch(running.url, { method: 'POST', headers, body: new Uint8Array(body) })).status).toBe(status)
})

test('a body that breaks off disturbs nobody', async () => {
  const headers = { 'content-type': 'application/json', 'content-length': 1000 }
  const { promise, resolve } = Promise.withResolvers<void>()
  const broken = request(running.url, { method: 'POST', headers })
  broken.on('error', () => resolve())
  broken.write('{"type":', () => broken.destroy())
  await promise
})

test('what is no HTTP is turned away', async () => {
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1')
  socket.end(
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  )
  const [said] = await once(socket, 'data')
  expect(String(said)).toMatch(/^HTTP\/1.1 400 /)
})

test.each([
  ...['typing', 'event', 'endOfConversation', 'handoff', 'trace', 'messageUpdate', 'fromTheFuture', 'Message'],
  ...['constructor', '__proto__', 'toString'],
])('an activity of the type %j gets 200, and nothing is done', async (type) => {
  expect(await running.send(anActivity(running.teams, type, { place: 'personal' }, {}))).toMatchObject({ status: 200 })
  expect(running.teams.messages).toEqual([])
})

test.each([
  ...['task/fetch', 'signin/verifyState', 'composeExtension/submitAction', 'message/fetchTask', 'from/theFuture', ''],
  ...['adaptivecard/action', 'constructor', '__proto__', 'toString', 'hasOwnProperty'],
])('an invoke named %j gets 501, and nothing is done', async (name) => {
  const activity = anInvoke(running.teams, { place: 'personal', name, value: {} })
  expect(await running.send(activity)).toMatchObject({ status: 501 })
  expect(running.teams.messages).toEqual([])
})

test.each<[what: string, fields: Fields]>([
  ['a field that is new', { fromTheFuture: { a: [1] } }],
  ['new fields in those that are known', { channelData: { onBehalfOf: [{}], new: 1 }, from: { id: '29:1', new: 1 } }],
  ['entities of a new type', { entities: [{ type: 'new', x: 1 }, {}, null] }],
  ['attachments of a new type', { attachments: [{ contentType: 'new/x', content: 7 }, {}, null] }],
  [
    'null where there may be something',
    { locale: null, entities: null, attachments: null, replyToId: null, value: null },
  ],
  ['times that are none', { timestamp: 'yesterday', localTimestamp: 7, localTimezone: 'Mars/Base' }],
  ['a language that is none', { locale: '__proto__' }],
  ['half a character', { text: `${clear} \ud800` }],
])('a question with %s is answered', async (_, fields) => {
  expect(await running.send(question(fields))).toMatchObject({ status: 200 })
  expect(running.teams.messages).toHaveLength(1)
})

test('a question with something very deep, or under the name of what all objects have, is answered', async () => {
  const polluting = JSON.stringify(question()).replace('{', '{"__proto__":{"type":"invoke","polluted":true},')
  for (const body of [deepQuestion(100_000), polluting]) expect(await running.send(body)).toMatchObject({ status: 200 })
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect(running.teams.messages).toHaveLength(2)
})

test.each(['../../token', 'a:1\r\nX-Evil: 1', 'a:\ud800', 'a:%2e%2e', '?x=1', '#'])(
  'a conversation named %j gets 200 and leads nowhere else',
  async (id) => {
    const conversation = { id, conversationType: 'personal', tenantId: running.teams.tenant }
    expect(await running.send(question({ conversation }))).toMatchObject({ status: 200 })
    const paths = running.teams.calls.map(({ path }) => path)
    expect(paths.filter((path) => !path.startsWith(`/v3/conversations/${id}/activities`))).toEqual([])
    expect(running.teams.calls.flatMap(({ headers }) => Object.keys(headers))).not.toContain('x-evil')
  },
)

test.each<Fields>([
  { conversation: { id: '..', conversationType: 'personal' } },
  { conversation: { id: '.', conversationType: 'personal' } },
  { id: '..' },
  { replyToId: '..' },
])('a question with %j gets 400, as dots alone would lead elsewhere', async (fields) => {
  expect(await running.send(question(fields))).toMatchObject({ status: 400 })
  expect(running.teams.calls).toEqual([])
})
