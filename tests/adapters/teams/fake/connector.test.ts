import { expect, test } from 'vitest'
import { aMessage } from './activities/message.ts'
import { activitiesIn, botByHand } from './bot-by-hand.ts'
import { startFakeConnector } from './start-fake-connector.ts'
import { INES } from './state/people.ts'
import { GROUP_CHAT, MIGRATION_DESK, PROCESSES_CHANNEL } from './state/teams.ts'

const HELLO = { type: 'message', text: 'Hello' }
const IN_GROUP = activitiesIn(GROUP_CHAT)
const TARGETED = '?isTargetedActivity=true'

function idOf(body: unknown): string {
  return (body as { id: string }).id
}

test('replies in a thread, changes what it said and takes it back', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const { conversation, id } = aMessage(fake, { text: 'Hello', place: 'channel' })
  const activities = activitiesIn(conversation.id)
  const said = idOf((await bot('POST', `${activities}/${id}`, HELLO)).body)
  expect(await bot('PUT', `${activities}/${said}`, { ...HELLO, text: 'Bye' })).toMatchObject({ status: 200 })
  expect(fake.shown(PROCESSES_CHANNEL)).toMatchObject([{ kind: 'updated', activityId: said, body: { text: 'Bye' } }])
  expect((await bot('DELETE', `${activities}/${said}`)).status).toBe(200)
  expect(fake.shown()).toEqual([])
  expect(fake.messages.map(({ kind, replyToId }) => [kind, replyToId])).toEqual([
    ['replied', id],
    ['updated', id],
    ['deleted', id],
  ])
})

test.for<[method: string, path: string, status: number, code: string]>([
  ['PUT', `${IN_GROUP}/12`, 404, 'ActivityNotFoundInConversation'],
  ['DELETE', `${IN_GROUP}/12`, 404, 'ActivityNotFoundInConversation'],
  ['POST', activitiesIn('nowhere'), 404, 'ConversationNotFound'],
  ['GET', 'v3/conversations/nowhere/members', 404, 'ConversationNotFound'],
  ['GET', 'v3/teams/nowhere', 404, 'NotFound'],
  ['GET', 'v3/weather', 404, 'NotFound'],
])('does not find %s %s', async ([method, path, status, code]) => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const answer = await bot(method, path, method === 'GET' ? undefined : HELLO)
  expect(answer).toMatchObject({ status, body: { error: { code } } })
  expect(fake.calls.at(-1)).toMatchObject({ status, authorized: true })
})

const MESSAGE_ENTITY = { type: 'https://schema.org/Message', '@type': 'Message' }

test.for<[reason: string, activity: object | string, status: number]>([
  ['two root message entities', { ...HELLO, entities: [MESSAGE_ENTITY, MESSAGE_ENTITY] }, 400],
  ['a card under a wrong name', { ...HELLO, attachments: [cardAs('application/json')] }, 400],
  ['no type', { text: 'Hello' }, 400],
  ['no JSON', '{', 400],
  ['more than 100 KB in UTF-16', { ...HELLO, text: 'x'.repeat(51_200) }, 413],
])('refuses %s', async ([, activity, status]) => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  expect((await bot('POST', IN_GROUP, activity)).status).toBe(status)
  expect(fake.messages).toEqual([])
})

function cardAs(contentType: string): object {
  return { contentType, content: { type: 'AdaptiveCard', version: '1.5', body: [] } }
}

test('takes one root message entity and a card, and keeps every field that was on the wire', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const card = cardAs('application/vnd.microsoft.card.adaptive')
  const activity = { ...HELLO, entities: [{ ...MESSAGE_ENTITY, citation: [{ position: 1 }] }], attachments: [card] }
  expect((await bot('POST', IN_GROUP, activity)).status).toBe(201)
  expect(fake.messages[0]?.body).toEqual(activity)
})

test('refuses an activity over the size it is given', async () => {
  await using fake = await startFakeConnector({ maxActivityBytes: 2 * JSON.stringify(HELLO).length })
  const bot = await botByHand(fake)
  expect((await bot('POST', IN_GROUP, HELLO)).status).toBe(201)
  const answer = await bot('POST', IN_GROUP, { ...HELLO, text: 'Hello!' })
  expect(answer).toMatchObject({ status: 413, body: { error: { code: 'MessageSizeTooBig' } } })
})

const FOR_INES = { ...HELLO, recipient: { id: INES.id, isTargeted: true } }

test('posts a message for one person, and changes it without naming them again', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const { status, body } = await bot('POST', IN_GROUP + TARGETED, FOR_INES)
  expect(status).toBe(201)
  expect(fake.messages).toMatchObject([{ targeted: true, body: FOR_INES }])
  const path = `${IN_GROUP}/${idOf(body)}${TARGETED}`
  expect((await bot('PUT', path, FOR_INES)).status).toBe(400)
  expect((await bot('PUT', path, HELLO)).status).toBe(200)
  expect(fake.messages.at(-1)).toMatchObject({ kind: 'updated', targeted: true })
})

test.for<[reason: string, path: string, activity: object, status: number]>([
  ['without a recipient', IN_GROUP, HELLO, 400],
  ['in a personal conversation', activitiesIn('a:1'), FOR_INES, 400],
  ['for somebody who is no member', IN_GROUP, { ...HELLO, recipient: { id: '29:nobody' } }, 404],
])('refuses a targeted message %s', async ([, path, activity, status]) => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  expect((await bot('POST', path + TARGETED, activity)).status).toBe(status)
})

test('starts the conversation in which a person writes', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const { from, conversation } = aMessage(fake, { text: 'Hello', place: 'personal' })
  const wanted = { isGroup: false, members: [{ id: from.id }], tenantId: fake.tenant }
  const { status, body } = await bot('POST', 'v3/conversations', wanted)
  expect([status, idOf(body)]).toEqual([201, conversation.id])
})

test('starts a thread in a channel', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const wanted = { isGroup: true, channelData: { channel: { id: PROCESSES_CHANNEL } }, activity: HELLO }
  const { body } = await bot('POST', 'v3/conversations', wanted)
  const [message] = fake.messages
  expect(message).toMatchObject({ kind: 'sent', body: HELLO })
  expect(body).toMatchObject({ id: `${PROCESSES_CHANNEL};messageid=${message?.activityId}` })
})

test.for<[reason: string, wanted: (tenant: string) => object, status: number]>([
  ['without the tenant', () => ({ members: [{ id: INES.id }] }), 400],
  ['with nobody', (tenantId) => ({ members: [], tenantId }), 400],
  ['with a stranger', (tenantId) => ({ members: [{ id: '29:nobody' }], tenantId }), 403],
  ['in a channel without a first message', () => ({ channelData: { channel: { id: PROCESSES_CHANNEL } } }), 400],
  ['in an unknown channel', () => ({ channelData: { channel: { id: '19:x@thread.tacv2' } }, activity: HELLO }), 404],
])('starts no conversation %s', async ([, wanted, status]) => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  expect((await bot('POST', 'v3/conversations', wanted(fake.tenant))).status).toBe(status)
})

test('tells who is in a conversation, in pages too', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const group = `v3/conversations/${encodeURIComponent(GROUP_CHAT)}`
  expect((await bot('GET', `${group}/members`)).body).toHaveLength(5)
  const first = await bot('GET', `${group}/pagedmembers?pageSize=3`)
  expect(first.body).toMatchObject({
    members: [{ id: INES.id, tenantId: fake.tenant }, {}, {}],
    continuationToken: '3',
  })
  const second = await bot('GET', `${group}/pagedmembers?pageSize=3&continuationToken=3`)
  expect(second.body).toEqual({ members: [expect.anything(), expect.anything()] })
})

test('tells who a member is, and that others are none', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const { conversation } = aMessage(fake, { text: 'Hello', place: 'personal' })
  const members = `v3/conversations/${encodeURIComponent(conversation.id)}/members`
  expect((await bot('GET', members)).body).toMatchObject([{ name: 'Ines Moreau' }])
  expect(await bot('GET', `${members}/${INES.aadObjectId}`)).toMatchObject({ body: { id: INES.id, surname: 'Moreau' } })
  const [, other] = fake.people.list()
  expect((await bot('GET', `${members}/${other?.id}`)).status).toBe(404)
})

test('tells about a team and its channels', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand(fake)
  const team = `v3/teams/${encodeURIComponent(MIGRATION_DESK.id)}`
  expect((await bot('GET', team)).body).toMatchObject({ name: 'Migration Desk', channelCount: 2, memberCount: 5 })
  expect((await bot('GET', `${team}/conversations`)).body).toEqual({
    conversations: [
      { id: MIGRATION_DESK.id, name: null },
      { id: PROCESSES_CHANNEL, name: 'Processes' },
    ],
  })
})

test('is served from elsewhere too, for a tenant that moves', async () => {
  await using fake = await startFakeConnector()
  const bot = await botByHand({ ...fake, serviceUrl: `${fake.baseUrl}/amer/` })
  expect((await bot('POST', IN_GROUP, HELLO)).status).toBe(201)
})
