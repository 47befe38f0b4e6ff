import { describe, expect, test } from 'vitest'
import { callbackIds } from '../../../../adapters/slack/drawing/control-values.ts'
import { meetingFocalPoint } from '../../meeting-focal-point.ts'
import { directMessage } from '../fake/payloads/message-events.ts'
import { messageShortcut } from '../fake/payloads/shortcuts.ts'
import { USUAL_SCOPES } from '../fake/state/slack-state.ts'
import { harmIn, sentBy } from '../harm.ts'
import { labelsIn, pressInPrivate } from '../pressing.ts'
import { startAdapter, transports } from '../running-adapter.ts'
import { channel, command, direct, lastSaid, mention, startReminding } from './reminding.ts'

describe.each(transports)('over %s', (transport) => {
  test('a command sets a reminder for the person alone, in their direct messages, and says when it comes', async () => {
    await using running = await startReminding(transport)
    running.slack.users.set('U00000001', { tz: 'Europe/Zurich' })
    const { body } = await command(running, 'remind me of the Kestrel Workshop 2 days before at 8:30')
    expect(lastSaid(running)).toMatch(/^I will remind you of Kestrel Workshop: 2 days before, at 08:30\./)
    expect(lastSaid(running)).toMatch(/Next: \w+day, \d+ \w+ \d+, 08:30 \(Europe\/Zurich, UTC\+[12]\)/)
    expect(labelsIn(body)).toEqual(['Snooze for 1 day', 'Change', 'Stop'])
    expect(await running.store.subscriptions.listOf(direct)).toMatchObject([
      {
        createdBy: 'U00000001',
        target: { kind: 'event', id: 'kestrel-workshop' },
        leads: ['P2D'],
        zone: 'Europe/Zurich',
      },
    ])
    expect(await running.store.references.find(direct)).toMatchObject({ kind: 'personal', userId: 'U00000001' })
    expect(running.slack.violations).toEqual([])
  })

  test('a mention sets one for the channel, and tells it in the thread', async () => {
    await using running = await startReminding(transport)
    await mention(running, 'remind us of the Kestrel Workshop 1 week before')
    expect(running.slack.messages[0]?.text).toMatch(/^I will remind .* of Kestrel Workshop: 1 week before/)
    expect(await running.store.subscriptions.listOf(channel)).toMatchObject([{ leads: ['P7D'] }])
    expect(await running.store.references.find(channel)).toMatchObject({ kind: 'channel', serviceUrl: '' })
    expect(running.slack.violations).toEqual([])
  })

  test('a direct message sets one, and lists it', async () => {
    await using running = await startReminding(transport)
    const { slack, send } = running
    await send(directMessage(slack, { text: 'remind me of the Kestrel Workshop 1 day before' }))
    await slack.called('chat.postMessage')
    await send(directMessage(slack, { text: 'reminders' }))
    await slack.called('chat.postMessage', 2)
    expect(lastSaid(running)).toMatch(/^1 reminder\n1\. Kestrel Workshop: 1 day before/)
    expect(slack.calls('conversations.open')).toEqual([])
    expect(slack.violations).toEqual([])
  })
})

test('who reads French is answered in French', async () => {
  await using running = await startReminding()
  running.slack.users.set('U00000001', { locale: 'fr-FR', tz: 'Europe/Paris' })
  await command(running, 'rappelle-moi le Kestrel Workshop 3 jours avant')
  expect(lastSaid(running)).toMatch(/^Je vous ferai un rappel .*Kestrel Workshop.* 3 jours avant/)
  const { body } = await command(running, 'rappels')
  expect(labelsIn(body)).toEqual(['Reporter d’un jour', 'Modifier', 'Arrêter'])
})

test('"remind me" in a channel goes to the person, not to the channel', async () => {
  await using running = await startReminding()
  await mention(running, 'remind me of the Kestrel Workshop 1 day before')
  expect(await running.store.subscriptions.listOf(channel)).toEqual([])
  expect(await running.store.subscriptions.listOf(direct)).toHaveLength(1)
})

test('a direct message with somebody else is nowhere to remind anybody', async () => {
  await using running = await startReminding()
  await command(running, 'remind us of the Kestrel Workshop 1 day before', { channel: 'D00000099' })
  expect(await running.store.subscriptions.listOf({ ...direct, conversationId: 'D00000099' })).toEqual([])
  expect(await running.store.subscriptions.listOf(direct)).toHaveLength(1)
})

test('where the app may not begin direct messages, it says what to do', async () => {
  await using running = await startReminding()
  running.slack.faults.add({ on: 'conversations.open', fail: { error: 'missing_scope' } })
  await command(running, 'remind me of the Kestrel Workshop 1 day before')
  expect(lastSaid(running)).toMatch(/^I cannot write to you directly yet/)
})

test('while Slack does not tell the way to a person, the command is answered as one that failed', async () => {
  await using running = await startReminding()
  running.slack.faults.add({ on: 'conversations.open', fail: { error: 'service_unavailable' }, times: 'always' })
  const sending = command(running, 'remind me of the Kestrel Workshop 1 day before')
  for (let tries = 0; tries < 3; tries += 1) await running.clock.passSleepOf((ms) => ms !== 1500)
  running.clock.advance(1500)
  await sending
  expect(await running.store.subscriptions.listOf(direct)).toEqual([])
})

test.each([
  ['by mention', 'remind <#C00000002|general> of the Kestrel Workshop 1 day before'],
  ['by a mention without its name', 'remind <#C00000002> of the Kestrel Workshop 1 day before'],
  ['by name', 'remind #plans of the Kestrel Workshop 1 day before'],
])('another channel, called %s, is reminded', async (_, text) => {
  await using running = await startReminding()
  running.slack.channels.set('C00000002', { name: 'plans' })
  await command(running, text)
  expect(lastSaid(running)).toContain('#plans')
  expect(await running.store.subscriptions.listOf({ ...channel, conversationId: 'C00000002' })).toHaveLength(1)
})

test('a channel on a later page of all of them is found by its name', async () => {
  await using running = await startReminding()
  for (let i = 0; i < 600; i += 1) running.slack.channels.set(`C1${String(i).padStart(7, '0')}`, { name: `c${i}` })
  await command(running, 'remind #c599 of the Kestrel Workshop 1 day before')
  expect(await running.store.subscriptions.listOf({ ...channel, conversationId: 'C10000599' })).toHaveLength(1)
  expect(running.slack.calls('conversations.list')).toHaveLength(2)
})

test.each([
  ['that there is not', '#nowhere', {}, /^I cannot find that channel/],
  ['that was archived', '<#C00000002|plans>', { isArchived: true }, /^I cannot find that channel/],
  ['without the app', '<#C00000002|plans>', { isMember: false }, /^I am not in that channel/],
])('a channel %s gets nothing', async (_, written, more, refusal) => {
  await using running = await startReminding()
  running.slack.channels.set('C00000002', { name: 'plans', ...more })
  await command(running, `remind ${written} of the Kestrel Workshop 1 day before`)
  expect(lastSaid(running)).toMatch(refusal)
  expect(await running.store.subscriptions.listOf({ ...channel, conversationId: 'C00000002' })).toEqual([])
})

describe('a private channel', () => {
  const secret = { ...channel, conversationId: 'G00000001' } as const

  test('is not told of to whoever is outside', async () => {
    await using running = await startReminding()
    await command(running, 'remind <#G00000001|secret> of the Kestrel Workshop 1 day before')
    expect(lastSaid(running)).toMatch(/^I cannot find that channel/)
    expect(await running.store.subscriptions.listOf(secret)).toEqual([])
  })

  test('gets a reminder that is asked for inside', async () => {
    await using running = await startReminding()
    await mention(running, 'remind us of the Kestrel Workshop 1 day before', { channel: 'G00000001' })
    expect(await running.store.subscriptions.listOf(secret)).toHaveLength(1)
  })

  test('counts as one with the app once it was mentioned there', async () => {
    await using running = await startReminding()
    await command(running, 'remind us of the Kestrel Workshop 1 day before', { channel: 'G00000001' })
    expect(lastSaid(running)).toMatch(/^I am not in that channel/)
    await mention(running, 'help', { channel: 'G00000001' })
    await command(running, 'remind us of the Kestrel Workshop 1 day before', { channel: 'G00000001' })
    expect(await running.store.subscriptions.listOf(secret)).toHaveLength(1)
  })

  test.each([
    [['U00000001'], 1],
    [['U00000002'], 0],
  ])('where the app may read it is reminded by its people only: %j', async (people, count) => {
    await using running = await startAdapter('http', {
      focalPoint: meetingFocalPoint(),
      slack: { scopes: [...USUAL_SCOPES, 'groups:read'] },
    })
    running.slack.channels.set('G00000001', { people })
    await command(running, 'remind <#G00000001|secret> of the Kestrel Workshop 1 day before')
    expect(await running.store.subscriptions.listOf(secret)).toHaveLength(count)
  })
})

test('a command in a channel without the app sets nothing for that channel', async () => {
  await using running = await startReminding()
  running.slack.channels.set('C00000001', { isMember: false })
  await command(running, 'remind us of the Kestrel Workshop 1 day before')
  expect(lastSaid(running)).toMatch(/^I am not in that channel/)
  expect(await running.store.subscriptions.listOf(channel)).toEqual([])
})

test('a channel’s list shows what was set there, not what people have set for themselves', async () => {
  await using running = await startReminding()
  await mention(running, 'remind me of the Kestrel Workshop 1 day before')
  await mention(running, 'remind us of the Plover Workshop 1 week before')
  await mention(running, 'reminders')
  expect(lastSaid(running)).toMatch(/Plover Workshop/)
  expect(lastSaid(running)).not.toMatch(/Kestrel/)
})

test('words of others that are looked up set nothing', async () => {
  await using running = await startReminding()
  const text = 'remind me of the Kestrel Workshop 1 day before'
  await running.send(messageShortcut(running.slack, { callback_id: callbackIds.shortcut, text }))
  await running.slack.called('views.open')
  expect(await running.store.subscriptions.listOf(direct)).toEqual([])
})

test.each([
  'remind me of <!channel> and <@U00000002> 1 day before',
  'remind me of &lt;!channel&gt; &amp; *Kestrel* 1 day before',
  'remind <#C00000002|&lt;!here&gt;> of the Kestrel Workshop 1 day before',
])('%j pings nobody and links nowhere', async (text) => {
  await using running = await startReminding()
  running.slack.channels.set('C00000002', { isMember: false })
  await mention(running, text)
  await command(running, text)
  expect(harmIn(sentBy(running.slack))).toEqual([])
  expect(running.slack.violations).toEqual([])
})

test('behind an answer about a meeting, "remind me" means that one', async () => {
  await using running = await startReminding()
  await command(running, 'When is the Kestrel Workshop?')
  await command(running, 'remind me 1 day before')
  expect(await running.store.subscriptions.listOf(direct)).toMatchObject([{ target: { id: 'kestrel-workshop' } }])
})

test('where two could be meant, a choice sets the reminder', async () => {
  await using running = await startReminding()
  const { body } = await command(running, 'remind me of Kestrel Workshop or Plover Workshop 2 days before')
  expect(labelsIn(body)).toEqual(['Kestrel Workshop', 'Plover Workshop'])
  await pressInPrivate(running, body, 'Kestrel Workshop')
  await running.slack.called('response_url')
  expect(await running.store.subscriptions.listOf(direct)).toMatchObject([
    { target: { id: 'kestrel-workshop' }, leads: ['P2D'] },
  ])
})
