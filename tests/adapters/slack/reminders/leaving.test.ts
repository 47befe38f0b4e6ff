import { describe, expect, test } from 'vitest'
import { appUninstalled, tokensRevoked } from '../fake/payloads/app-events.ts'
import { anyEvent } from '../fake/payloads/event-envelope.ts'
import { handled } from '../pressing.ts'
import { transports } from '../running-adapter.ts'
import { channel, command, direct, mention, startReminding } from './reminding.ts'

const other = { ...channel, conversationId: 'C00000002' } as const

describe.each(transports)('over %s', (transport) => {
  test.each(['channel_left', 'channel_archive', 'channel_deleted'])(
    'after %s nothing goes to that channel, and who asked for it is told, in their own language',
    async (type) => {
      await using running = await startReminding(transport)
      const { slack, store, send } = running
      slack.users.set('U00000001', { locale: 'fr-FR' })
      await mention(running, 'rappelle-nous le Kestrel Workshop 1 semaine avant')
      await mention(running, 'remind us of the Kestrel Workshop 1 week before', { channel: 'C00000002' })
      await send(anyEvent(slack, { type, channel: 'C00000001' }))
      await slack.called('chat.postMessage', 3)
      expect(slack.messages.at(-1)).toMatchObject({ channel: 'D00000001', text: expect.stringMatching(/^Vos rappels/) })
      expect(await store.subscriptions.listOf(channel)).toMatchObject([{ isActive: false }])
      expect(await store.references.find(channel)).toMatchObject({ unreachable: type })
      expect(await store.subscriptions.listOf(other)).toMatchObject([{ isActive: true }])
      expect(slack.violations).toEqual([])
    },
  )

  test('after the app was removed nothing goes anywhere in that workspace, in whichever order Slack says so', async () => {
    await using running = await startReminding(transport)
    const { slack, store, send } = running
    await command(running, 'remind me of the Kestrel Workshop 1 week before')
    await mention(running, 'remind us of the Kestrel Workshop 1 week before')
    const events = [tokensRevoked(slack, { bot: [slack.botUserId] }), appUninstalled(slack), appUninstalled(slack)]
    for (const event of events) await send(event)
    await handled(running, 2 + events.length)
    expect(await store.subscriptions.listOf(direct)).toMatchObject([{ isActive: false }])
    expect(await store.subscriptions.listOf(channel)).toMatchObject([{ isActive: false }])
    expect(await store.references.find(direct)).toMatchObject({ unreachable: expect.any(String) })
  })
})

test('a token of a person that is revoked ends nothing', async () => {
  await using running = await startReminding()
  await command(running, 'remind me of the Kestrel Workshop 1 week before')
  await running.send(tokensRevoked(running.slack, { oauth: ['U00000001'] }))
  await handled(running, 2)
  expect(await running.store.subscriptions.listOf(direct)).toMatchObject([{ isActive: true }])
})

test('a channel that the app comes back to is reminded again once that is asked for', async () => {
  await using running = await startReminding()
  const { slack, store, send } = running
  await mention(running, 'remind us of the Kestrel Workshop 1 week before')
  await send(anyEvent(slack, { type: 'channel_left', channel: 'C00000001' }))
  await slack.called('chat.postMessage', 2)
  await mention(running, 'remind us of the Kestrel Workshop 1 day before')
  expect(await store.subscriptions.listOf(channel)).toMatchObject([{ isActive: true, leads: ['P1D'] }])
  expect((await store.references.find(channel))?.unreachable).toBeUndefined()
})

test('who cannot be told does not keep the channel from being left', async () => {
  await using running = await startReminding()
  const { slack, store, send } = running
  await mention(running, 'remind us of the Kestrel Workshop 1 week before')
  slack.faults.add({ on: 'chat.postMessage', fail: { error: 'user_not_found' }, times: 'always' })
  await send(anyEvent(slack, { type: 'channel_left', channel: 'C00000001' }))
  await handled(running, 2)
  expect(await store.subscriptions.listOf(channel)).toMatchObject([{ isActive: false }])
})
