import { expect, test } from 'vitest'
import { anActivity, botAccount } from './activities/activity.ts'
import { aConversationUpdate } from './activities/conversation-update.ts'
import { anInstallation } from './activities/installation.ts'
import { aCardAction, aJudgement, aJudgementForm, aPastedLink, aSearch } from './activities/invoke.ts'
import { mentionOf } from './activities/mention.ts'
import { aDeletion, aMessage, anEdit } from './activities/message.ts'
import { aReaction } from './activities/reaction.ts'
import { startFakeConnector } from './start-fake-connector.ts'
import { aPerson } from './state/people.ts'
import { GROUP_CHAT, MIGRATION_DESK, PROCESSES_CHANNEL } from './state/teams.ts'

const NOON = Date.UTC(2026, 10, 22, 12)
const start = () => startFakeConnector({ now: () => NOON })

test('puts into every activity when, where and who', async () => {
  await using fake = await start()
  const from = aPerson('Noor Aziz')
  const about = { place: 'personal', from, locale: 'fr-FR', timezone: 'America/Bogota' } as const
  expect(anActivity(fake, 'message', about, {})).toEqual({
    type: 'message',
    id: String(NOON),
    timestamp: '2026-11-22T12:00:00.000Z',
    localTimestamp: '2026-11-22T07:00:00.000-05:00',
    localTimezone: 'America/Bogota',
    channelId: 'msteams',
    serviceUrl: fake.serviceUrl,
    from: {
      id: expect.stringMatching(/^29:/),
      name: 'Noor Aziz',
      aadObjectId: expect.stringMatching(/^[\da-f-]{36}$/),
    },
    conversation: { conversationType: 'personal', tenantId: fake.tenant, id: expect.stringMatching(/^a:/) },
    recipient: { id: `28:${fake.appId}`, name: 'Focal Point' },
    locale: 'fr-FR',
    entities: [{ type: 'clientInfo', locale: 'fr-FR', country: 'CH', platform: 'Web', timezone: 'America/Bogota' }],
    channelData: { tenant: { id: fake.tenant } },
  })
})

test('writes in a channel below a post, or as a post of its own', async () => {
  await using fake = await start()
  const post = aMessage(fake, { text: 'Hello', place: 'channel' })
  const reply = aMessage(fake, { text: 'Hello', place: 'channel', thread: post.id })
  const id = `${PROCESSES_CHANNEL};messageid=${post.id}`
  expect(post.conversation).toEqual({ id, conversationType: 'channel', isGroup: true, tenantId: fake.tenant })
  expect(reply.conversation).toEqual(post.conversation)
  expect(post.channelData).toMatchObject({ channel: { id: PROCESSES_CHANNEL }, team: { id: MIGRATION_DESK.id } })
})

test('mentions the bot in a channel or group, unless told who is mentioned', async () => {
  await using fake = await start()
  const bot = mentionOf(botAccount(fake))
  const tomas = mentionOf(aPerson('Tomás Rey'), 'Tomás')
  const usual = aMessage(fake, { text: 'Hello', place: 'groupChat' })
  const other = aMessage(fake, { text: `Hello ${tomas.text}`, place: 'groupChat', mentions: [tomas] })
  const none = aMessage(fake, { text: 'Hello', place: 'groupChat', mentions: [] })
  expect(usual).toMatchObject({ text: '<at>Focal Point</at> Hello', entities: [bot.entity, { type: 'clientInfo' }] })
  expect(usual.conversation.id).toBe(GROUP_CHAT)
  expect(other).toMatchObject({ text: 'Hello <at>Tomás</at>', entities: [{ text: '<at>Tomás</at>' }, {}] })
  expect(none).toMatchObject({ text: 'Hello', entities: [{ type: 'clientInfo' }] })
})

test('writes to the bot alone, personally or with a slash', async () => {
  await using fake = await start()
  expect(aMessage(fake, { text: 'Hello', place: 'personal' })).toMatchObject({ text: 'Hello' })
  const slash = aMessage(fake, { text: 'events', place: 'channel', targeted: true })
  expect(slash).toMatchObject({ text: 'events', recipient: { id: `28:${fake.appId}`, isTargeted: true } })
})

test('submits a card without a text', async () => {
  await using fake = await start()
  const pressed = aMessage(fake, { place: 'channel', value: { page: 2 }, replyToId: '12' })
  expect(pressed).toMatchObject({ type: 'message', value: { page: 2 }, replyToId: '12' })
  expect(pressed).not.toHaveProperty('text')
})

test('takes any field to be otherwise', async () => {
  await using fake = await start()
  const fields = { entities: null, from: undefined, channelData: { eventType: 'x' } }
  const odd = aMessage(fake, { text: 'Hello', place: 'channel', fields })
  expect(odd).toMatchObject({ entities: null, channelData: { eventType: 'x', team: {} } })
  expect(JSON.parse(JSON.stringify(odd))).not.toHaveProperty('from')
})

test('builds what Teams invokes', async () => {
  await using fake = await start()
  const place = 'personal'
  const invokes = [
    aCardAction(fake, { place, verb: 'more', data: { page: 2 }, replyToId: '12' }),
    aSearch(fake, { place, text: 'Prague' }),
    aSearch(fake, { place }),
    aPastedLink(fake, { place, url: 'https://desk.example/prague' }),
    aJudgement(fake, { place, reaction: 'dislike', comment: 'Old', replyToId: '12' }),
    aJudgement(fake, { place, reaction: 'like', comment: 'Good', plain: true }),
    aJudgementForm(fake, { place, reaction: 'like' }),
  ]
  const queryOptions = { skip: 0, count: 25 }
  expect(invokes.map(({ type, name, value }) => [type, name, value])).toEqual([
    [
      'invoke',
      'adaptiveCard/action',
      { action: { type: 'Action.Execute', verb: 'more', data: { page: 2 } }, trigger: 'manual' },
    ],
    [
      'invoke',
      'composeExtension/query',
      { commandId: 'search', parameters: [{ name: 'query', value: 'Prague' }], queryOptions },
    ],
    [
      'invoke',
      'composeExtension/query',
      { commandId: 'search', parameters: [{ name: 'initialRun', value: 'true' }], queryOptions },
    ],
    ['invoke', 'composeExtension/queryLink', { url: 'https://desk.example/prague' }],
    [
      'invoke',
      'message/submitAction',
      { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"Old"}' } },
    ],
    ['invoke', 'message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like', feedback: 'Good' } }],
    ['invoke', 'message/fetchTask', { data: { actionName: 'feedback', actionValue: { reaction: 'like' } } }],
  ])
})

test('tells of an installation and of changes in a team from its general channel', async () => {
  await using fake = await start()
  const place = 'channel'
  const told = [
    anInstallation(fake, { place, action: 'add' }),
    aConversationUpdate(fake, { place, membersAdded: [botAccount(fake)] }),
    aConversationUpdate(fake, { place, eventType: 'teamDeleted' }),
  ]
  expect(told.map(({ conversation }) => conversation.id)).toEqual(Array(3).fill(MIGRATION_DESK.id))
  expect(told).toMatchObject([
    { type: 'installationUpdate', action: 'add' },
    { type: 'conversationUpdate', membersAdded: [{ id: `28:${fake.appId}` }] },
    { type: 'conversationUpdate', channelData: { eventType: 'teamDeleted', team: { id: MIGRATION_DESK.id } } },
  ])
})

test('names the channel that was deleted', async () => {
  await using fake = await start()
  const change = { place: 'channel', eventType: 'channelDeleted', channel: PROCESSES_CHANNEL } as const
  expect(aConversationUpdate(fake, change)).toMatchObject({
    conversation: { id: MIGRATION_DESK.id },
    channelData: { eventType: 'channelDeleted', channel: { id: PROCESSES_CHANNEL } },
  })
})

test('reacts, edits and deletes', async () => {
  await using fake = await start()
  const place = 'personal'
  expect(aReaction(fake, { place, to: '12', type: 'like' })).toMatchObject({
    type: 'messageReaction',
    replyToId: '12',
    reactionsAdded: [{ type: 'like' }],
  })
  expect(aReaction(fake, { place, to: '12', type: 'like', removed: true })).toMatchObject({
    reactionsRemoved: [{ type: 'like' }],
  })
  expect(anEdit(fake, '12', { place, text: 'Hi' })).toMatchObject({ type: 'messageUpdate', id: '12', text: 'Hi' })
  expect(aDeletion(fake, '12', { place })).toMatchObject({ type: 'messageDelete', id: '12' })
})
