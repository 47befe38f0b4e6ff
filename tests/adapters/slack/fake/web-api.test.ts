import type { HomeView, ModalView, SectionBlock } from '@slack/types'
import { ErrorCode, WebClient } from '@slack/web-api'
import { expect, test } from 'vitest'
import type { FakeSlack } from './fake-slack.ts'
import { quietLogger } from './quiet-logger.ts'
import { startFakeSlack } from './start-fake-slack.ts'

/** The real client, which never tries again. */
function clientOf(slack: FakeSlack, token: string | undefined = slack.botToken): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: quietLogger })
}

/** `ok`, or the error code that a call is refused with. */
async function outcome(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (reason) => reason,
  )
  if (error === undefined) return 'ok'
  const { code, data } = error as { code?: string; data?: { error: string } }
  return code === ErrorCode.PlatformError && data ? data.error : String(error)
}

const section: SectionBlock = { type: 'section', text: { type: 'mrkdwn', text: '*45* members' } }
const modal: ModalView = { type: 'modal', title: { type: 'plain_text', text: 'Reminder' }, blocks: [section] }
const home: HomeView = { type: 'home', blocks: [section] }

test('keeps what is posted, changed and deleted', async () => {
  await using slack = await startFakeSlack()
  const client = clientOf(slack)
  const posted = await client.chat.postMessage({
    channel: 'C1',
    thread_ts: '1.2',
    text: '[45] members',
    blocks: [section],
  })
  const ts = String(posted.ts)
  await client.chat.update({ channel: 'C1', ts, text: '46 members' })
  expect(slack.messages).toMatchObject([{ channel: 'C1', thread_ts: '1.2', ts, text: '46 members', updates: 1 }])
  expect(slack.messages[0]?.blocks).toBeUndefined()
  await client.chat.update({ channel: 'C1', ts, text: '46 members', blocks: [] })
  await client.chat.delete({ channel: 'C1', ts })
  expect(slack.messages).toMatchObject([{ ts, deleted: true }])
  expect(await outcome(client.chat.update({ channel: 'C1', ts, text: 'x' }))).toBe('message_not_found')
})

test('records each call with its arguments, team and answer', async () => {
  await using slack = await startFakeSlack({ now: () => 1000 })
  await clientOf(slack).chat.postMessage({
    channel: 'C1',
    text: 'Hello',
    metadata: { event_type: 'x', event_payload: {} },
  })
  expect(slack.calls('chat.postMessage')).toMatchObject([
    {
      seq: 1,
      at: 1000,
      token: slack.botToken,
      team: slack.teamId,
      args: { channel: 'C1', text: 'Hello', metadata: { event_type: 'x' } },
      status: 200,
      response: { ok: true },
    },
  ])
})

test('tells when a method was called so often, and otherwise what was called', async () => {
  await using slack = await startFakeSlack()
  const client = clientOf(slack)
  const twice = slack.called('api.test', 2)
  await client.api.test({})
  await client.api.test({})
  expect(await twice).toHaveLength(2)
  await expect(slack.called('views.open', 1, 1)).rejects.toThrow('1 calls of views.open; there were 2 × api.test')
})

test('forgets the oldest calls beyond the number to keep, and still counts them', async () => {
  await using slack = await startFakeSlack({ keepCalls: 2 })
  const client = clientOf(slack)
  for (let at = 0; at < 5; at += 1) await client.chat.postMessage({ channel: 'C1', text: `number ${at}` })
  expect(slack.calls().map(({ args }) => args.text)).toEqual(['number 3', 'number 4'])
  expect(slack.messages.map(({ text }) => text)).toEqual(['number 3', 'number 4'])
  await slack.called('chat.postMessage', 5)
})

test.for<[reason: string, token: (slack: FakeSlack) => string | undefined, error: string]>([
  ['no token', () => '', 'not_authed'],
  ['an unknown token', () => 'xoxb-other', 'invalid_auth'],
  ['an app token', (slack) => slack.appToken, 'not_allowed_token_type'],
])('refuses %s', async ([, tokenOf, error]) => {
  await using slack = await startFakeSlack()
  const token = tokenOf(slack)
  expect(await outcome(clientOf(slack, token).views.publish({ user_id: 'U1', view: home }))).toBe(error)
})

test('refuses a token that was revoked', async () => {
  await using slack = await startFakeSlack()
  const client = clientOf(slack)
  await client.auth.revoke({})
  expect(await outcome(client.auth.test())).toBe('token_revoked')
})

test('opens no socket for a bot token', async () => {
  await using slack = await startFakeSlack()
  expect(await outcome(clientOf(slack).apps.connections.open({}))).toBe('not_allowed_token_type')
})

test('names the scopes of a token, and the one that is missing', async () => {
  await using slack = await startFakeSlack({ scopes: ['chat:write'] })
  const client = clientOf(slack)
  expect((await client.auth.test()).response_metadata?.scopes).toEqual(['chat:write'])
  await expect(client.users.info({ user: 'U1' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write' },
  })
})

test('gives the history of direct conversations, not of channels', async () => {
  await using slack = await startFakeSlack()
  const client = clientOf(slack)
  const metadata = { event_type: 'reminder', event_payload: { id: 'r1' } }
  await client.chat.postMessage({ channel: 'U1', text: 'first', metadata })
  await client.chat.postMessage({ channel: 'D1', text: 'second' })
  const { messages } = await client.conversations.history({ channel: 'D1', include_all_metadata: true })
  expect(messages).toMatchObject([{ text: 'second' }, { text: 'first', metadata }])
  expect(await outcome(client.conversations.history({ channel: 'C1' }))).toBe('missing_scope')
  expect(await outcome(client.conversations.replies({ channel: 'C1', ts: '1.1' }))).toBe('missing_scope')
})

test('gives the thread of a direct conversation from its root on', async () => {
  await using slack = await startFakeSlack()
  const client = clientOf(slack)
  const root = await client.chat.postMessage({ channel: 'D1', text: 'root' })
  const ts = String(root.ts)
  await client.chat.postMessage({ channel: 'D1', text: 'reply', thread_ts: ts })
  const { messages } = await client.conversations.replies({ channel: 'D1', ts })
  expect(messages).toMatchObject([{ text: 'root' }, { text: 'reply' }])
})

test('tells the zone of a person, and the language only when asked for', async () => {
  await using slack = await startFakeSlack({ now: () => Date.parse('2027-01-01') })
  slack.users.set('U1', { locale: 'fr-FR', tz: 'Europe/Paris' })
  const client = clientOf(slack)
  expect((await client.users.info({ user: 'U1', include_locale: true })).user).toMatchObject({
    locale: 'fr-FR',
    tz: 'Europe/Paris',
    tz_offset: 3600,
  })
  expect((await client.users.info({ user: 'U2' })).user).not.toHaveProperty('locale')
})

test.for<[reason: string, message: { text: string; blocks?: object[] }, error: string]>([
  ['nothing to say', { text: '' }, 'no_text'],
  ['an unknown block', { text: 'x', blocks: [{ type: 'accordion' }] }, 'invalid_blocks'],
  [
    'much in all blocks together',
    {
      text: 'x',
      blocks: Array.from({ length: 5 }, () => ({ ...section, text: { type: 'mrkdwn', text: 'x'.repeat(2900) } })),
    },
    'msg_blocks_too_long',
  ],
  ['blocks without a text beside them', { text: '', blocks: [section] }, 'invalid_blocks'],
])('refuses a message with %s', async ([, message, error]) => {
  await using slack = await startFakeSlack()
  expect(await outcome(clientOf(slack).chat.postMessage({ channel: 'C1', ...message } as never))).toBe(error)
  expect(slack.messages).toEqual([])
})

test('takes what breaks Block Kit when it is not strict, and notes it', async () => {
  await using slack = await startFakeSlack({ strict: false })
  await clientOf(slack).chat.postMessage({ channel: 'C1', text: 'x', blocks: [{ type: 'accordion' }] })
  expect(slack.violations).toEqual(['chat.postMessage: blocks[0].type: "accordion" is not known here'])
})

test('refuses a view and says why', async () => {
  await using slack = await startFakeSlack()
  const view = { ...modal, title: { type: 'plain_text' as const, text: 'x'.repeat(25) } }
  await expect(clientOf(slack).views.open({ trigger_id: 'any', view })).rejects.toMatchObject({
    data: {
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] view: title: 25 characters, at most 24'] },
    },
  })
})

test('opens one view for a trigger id, within three seconds', async () => {
  let now = 1_000_000
  await using slack = await startFakeSlack({ now: () => now })
  const client = clientOf(slack)
  const [used, late] = [slack.triggers.create('used'), slack.triggers.create('late')]
  await client.views.open({ trigger_id: used, view: modal })
  now += 3001
  expect(await outcome(client.views.open({ trigger_id: used, view: modal }))).toBe('exchanged_trigger_id')
  expect(await outcome(client.views.open({ trigger_id: late, view: modal }))).toBe('expired_trigger_id')
  expect(await outcome(client.views.open({ trigger_id: 'made up', view: modal }))).toBe('invalid_trigger_id')
  expect(slack.modals).toHaveLength(1)
})

test('lets a view be changed only by who knows how it stands', async () => {
  await using slack = await startFakeSlack()
  const client = clientOf(slack)
  const first = await client.views.publish({ user_id: 'U1', view: home })
  await client.views.publish({ user_id: 'U1', view: home, hash: first.view?.hash })
  expect(await outcome(client.views.publish({ user_id: 'U1', view: home, hash: first.view?.hash }))).toBe(
    'hash_conflict',
  )
  expect(slack.homes).toMatchObject([{ user: 'U1', updates: 1 }])
})

test.for<[reason: string, count: number, error: string]>([
  ['no prompt', 0, 'invalid_arguments'],
  ['five prompts', 5, 'invalid_arguments'],
  ['one prompt', 1, 'ok'],
  ['four prompts', 4, 'ok'],
])('answers to %s', async ([, count, error]) => {
  await using slack = await startFakeSlack()
  const prompts = Array.from({ length: count }, (_, at) => ({ title: `Prompt ${at}`, message: 'What is new?' }))
  const call = clientOf(slack).apiCall('assistant.threads.setSuggestedPrompts', { channel_id: 'D1', prompts })
  expect(await outcome(call)).toBe(error)
})

test('limits a channel to one message a second, if asked to', async () => {
  let now = 1_000_000
  await using slack = await startFakeSlack({ now: () => now, limitsPosting: true })
  const post = (channel: string) =>
    fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel, text: 'Hello' }),
    })
  expect((await post('C1')).status).toBe(200)
  const second = await post('C1')
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1'])
  expect((await post('C2')).status).toBe(200)
  now += 1000
  expect((await post('C1')).status).toBe(200)
})

test('knows where the app may not write', async () => {
  await using slack = await startFakeSlack()
  slack.channels.set('C2', { isMember: false })
  slack.channels.set('C3', { isArchived: true })
  slack.users.set('U4', { deleted: true })
  const client = clientOf(slack)
  const errors = ['C2', 'C3', 'U4', 'nowhere'].map((channel) =>
    outcome(client.chat.postMessage({ channel, text: 'x' })),
  )
  expect(await Promise.all(errors)).toEqual(['not_in_channel', 'is_archived', 'user_not_found', 'channel_not_found'])
})

test('answers a method that it does not know', async () => {
  await using slack = await startFakeSlack()
  expect(await outcome(clientOf(slack).apiCall('chat.shout'))).toBe('unknown_method')
})
