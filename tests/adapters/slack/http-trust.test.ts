import { expect, test } from 'vitest'
import type { DeliverOptions } from './fake/delivery/http-delivery.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import { anyEvent } from './fake/payloads/event-envelope.ts'
import { appMention } from './fake/payloads/message-events.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'
const form = 'application/x-www-form-urlencoded'

/** What was asked of Slack since the start, where we look up who we are. */
const callsOf = (slack: FakeSlack) => slack.calls().filter(({ method }) => method !== 'auth.test')

async function expectStillAnswering({ slack, send, adapter }: RunningAdapter): Promise<void> {
  expect(await send(appMention(slack, { text: question }))).toMatchObject({ status: 200 })
  await slack.called('chat.postMessage')
  await adapter.stop(5000)
  expect(slack.messages).toHaveLength(1)
}

test.for<[reason: string, options: DeliverOptions]>([
  ['signed with another secret', { secret: 'another secret' }],
  ['without signature and timestamp', { unsigned: true }],
  ['without a signature', { headers: { 'x-slack-signature': '' } }],
  ['with a signature that is none', { headers: { 'x-slack-signature': 'v0' } }],
  ['with half a signature', { headers: { 'x-slack-signature': 'v0=abc' } }],
  ['with a timestamp that is none', { headers: { 'x-slack-request-timestamp': 'yesterday' } }],
  ['with an empty timestamp', { headers: { 'x-slack-request-timestamp': '' } }],
  ['signed in another version', { version: 'v1' }],
  ['more than five minutes old', { aheadSeconds: -302 }],
  ['more than five minutes in the future', { aheadSeconds: 302 }],
  ['an hour in the future', { aheadSeconds: 3600 }],
  ['ten years in the future', { aheadSeconds: 10 * 365 * 24 * 3600 }],
])('refuses with 401 what comes %s, and asks nothing of Slack', async ([, options]) => {
  await using running = await startAdapter('http')
  const { slack, url } = running
  expect(await slack.deliver(url, appMention(slack, { text: question }), options)).toMatchObject({ status: 401 })
  expect(callsOf(slack)).toEqual([])
  await expectStillAnswering(running)
})

test.each([-290, 290])('takes what is %i seconds ahead, as clocks differ', async (aheadSeconds) => {
  await using running = await startAdapter('http')
  const { slack, url } = running
  expect(await slack.deliver(url, appMention(slack, { text: question }), { aheadSeconds })).toMatchObject({
    status: 200,
  })
  await slack.called('chat.postMessage')
})

test('answers the check of the certificate unsigned, and ignores what is smuggled in with it', async () => {
  await using running = await startAdapter('http')
  const { slack, url } = running
  const { body } = appMention(slack, { text: question })
  for (const smuggled of ['', `&payload=${encodeURIComponent(JSON.stringify(body))}`, '&command=/focal&text=help']) {
    const options = { unsigned: true, contentType: form }
    expect(await slack.deliver(url, `ssl_check=1${smuggled}`, options)).toMatchObject({ status: 200, text: '' })
  }
  expect(callsOf(slack)).toEqual([])
  await expectStillAnswering(running)
})

test.each(['ssl_check=true', 'ssl_check=0', 'ssl_check=1&ssl_check=1'])(
  'takes no other check than that one: %s',
  async (check) => {
    await using running = await startAdapter('http')
    const options = { unsigned: true, contentType: form }
    expect(await running.slack.deliver(running.url, check, options)).toMatchObject({ status: 401 })
  },
)

test('answers the verification of the address only when it is signed', async () => {
  await using running = await startAdapter('http')
  const { slack, url } = running
  const body = JSON.stringify({ type: 'url_verification', token: 'x', challenge: 'c4a11e' })
  expect(await slack.deliver(url, body)).toMatchObject({ status: 200, body: { challenge: 'c4a11e' } })
  const unsigned = await slack.deliver(url, body, { unsigned: true })
  expect(unsigned).toMatchObject({ status: 401, text: '' })
})

const deep = `{"type":"event_callback","event":{"type":"app_mention","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`
const manyKeys = `{${Array.from({ length: 10_000 }, (_, at) => `"key${at}":${at}`).join(',')}}`
const manyFields = Array.from({ length: 10_000 }, (_, at) => `key${at}=${at}`).join('&')

test.for<[reason: string, body: string, status: number, options?: DeliverOptions]>([
  ['nothing', '', 400],
  ['null', 'null', 400],
  ['an array', '[]', 400],
  ['an array of payloads', '[{"type":"event_callback"}]', 400],
  ['a number', '42', 400],
  ['a text', '"hello"', 400],
  ['truncated JSON', '{"type":"event_callback","event":{"ty', 400],
  ['binary garbage', '\u0000\u0001\ufffd\u0007{', 400],
  ['a byte order mark', '\ufeff{}', 400],
  ['an empty object', '{}', 200],
  ['an unknown type', '{"type":"something_new"}', 200],
  ['an event without its content', '{"type":"event_callback","event_id":"Ev1"}', 200],
  ['an event that is null', '{"type":"event_callback","event":null}', 200],
  ['an event that is a text', '{"type":"event_callback","event":"app_mention"}', 200],
  ['an event of no type', '{"type":"event_callback","event":{}}', 200],
  ['a mention without channel, person and text', '{"type":"event_callback","event":{"type":"app_mention"}}', 200],
  ['a message without anything', '{"type":"event_callback","event":{"type":"message"}}', 200],
  ['an object nested 20,000 times', deep, 200],
  ['10,000 keys', manyKeys, 200],
  ['a prototype', '{"__proto__":{"type":"event_callback"},"constructor":{}}', 200],
  ['a form without payload', 'hello=world', 200, { contentType: form }],
  ['a form with 10,000 fields', manyFields, 200, { contentType: form }],
  ['an empty form', '', 200, { contentType: form }],
  ['a form whose payload is empty', 'payload=', 400, { contentType: form }],
  ['a form whose payload is null', 'payload=null', 400, { contentType: form }],
  ['a form whose payload is null behind another one', '?payload={}&payload=null', 400, { contentType: form }],
  ['a form whose payload is an array', 'payload=[]', 400, { contentType: form }],
  ['a form with broken escapes', 'payload=%7B%ZZ%', 400, { contentType: form }],
  ['a press of nothing', 'payload={"type":"block_actions","actions":[]}', 200, { contentType: form }],
  ['a press without actions', 'payload={"type":"block_actions"}', 200, { contentType: form }],
  ['a window without content', 'payload={"type":"view_submission"}', 200, { contentType: form }],
  ['a command that is empty', 'command=&text=', 200, { contentType: form }],
])('is not upset by %s', async ([, body, status, options]) => {
  await using running = await startAdapter('http')
  const { slack, url } = running
  expect(await slack.deliver(url, body, options)).toMatchObject({ status, failure: undefined })
  await expectStillAnswering(running)
})

test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8'])(
  'takes the content type %s',
  async (contentType) => {
    await using running = await startAdapter('http')
    const { slack, url } = running
    const mention = appMention(slack, { text: question })
    expect(await slack.deliver(url, mention, { contentType })).toMatchObject({ status: 200 })
    await slack.called('chat.postMessage')
  },
)

test('takes a form whose content type names a charset', async () => {
  await using running = await startAdapter('http')
  const { slack, url } = running
  const options = { contentType: `${form}; charset=utf-8` }
  const body = 'command=/focal&text=help&user_id=U1&channel_id=C1&team_id=T1'
  expect(await slack.deliver(url, body, options)).toMatchObject({
    status: 200,
    body: { response_type: 'ephemeral' },
  })
})

test('takes one megabyte, and refuses more with 413', async () => {
  await using running = await startAdapter('http')
  const { slack, url } = running
  const pad = (length: number) => `{"pad":"${'x'.repeat(length - '{"pad":""}'.length)}"}`
  expect(await slack.deliver(url, pad(1024 * 1024))).toMatchObject({ status: 200 })
  expect(await slack.deliver(url, pad(1024 * 1024 + 1))).toMatchObject({ status: 413 })
  expect(await slack.deliver(url, pad(8 * 1024 * 1024))).toMatchObject({ status: 413 })
  await expectStillAnswering(running)
})

test('acknowledges an event that nobody listens to', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  expect(await send(anyEvent(slack, { type: 'reaction_added', user: 'U1' }))).toMatchObject({ status: 200 })
  expect(callsOf(slack)).toEqual([])
})
