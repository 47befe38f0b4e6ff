import { describe, expect, test } from 'vitest'
import { activitySchema } from '../../../../adapters/teams/connection/activity.ts'
import { textMessage } from '../../../../adapters/teams/replies/outgoing.ts'
import { sendTo } from '../../../../adapters/teams/replies/send-to.ts'
import type { ConversationReference, ReferenceKey } from '../../../../src/store/references.ts'
import { anInstallation } from '../fake/activities/installation.ts'
import { aMessage } from '../fake/activities/message.ts'
import { personalConversationOf } from '../fake/state/conversation-ids.ts'
import { INES } from '../fake/state/people.ts'
import { MIGRATION_DESK, PROCESSES_CHANNEL } from '../fake/state/teams.ts'
import { clear, topicsFocalPoint } from '../own-topics.ts'
import { type RunningAdapter, startAdapter } from '../running-adapter.ts'

const personal = personalConversationOf(INES.id)
const word = textMessage('Tomorrow: MIDSA.', 'en')

async function start(): Promise<RunningAdapter> {
  const running = await startAdapter({ focalPoint: topicsFocalPoint() })
  await running.send(anInstallation(running.teams, { place: 'personal', action: 'add' }))
  running.teams.clearRecord()
  return running
}

function keyOf({ teams }: RunningAdapter, conversationId = personal): ReferenceKey {
  return { platform: 'teams', workspace: teams.tenant, conversationId }
}

/** Sends something that nobody has asked for just now. */
function tell(running: RunningAdapter, conversationId = personal) {
  return sendTo(keyOf(running, conversationId), word, running.adapter.tools)
}

/** Why nothing can be sent there any more. */
async function reasonOf(running: RunningAdapter, conversationId = personal): Promise<string | undefined> {
  return (await running.store.references.find(keyOf(running, conversationId)))?.unreachable
}

test('where the app was installed a message arrives as one of its own, and answers nothing', async () => {
  await using running = await start()
  expect(await tell(running)).toBe('sent')
  const { messages } = running.teams
  expect(messages).toMatchObject([{ kind: 'sent', conversationId: personal, replyToId: undefined }])
  expect(messages[0]?.body).toMatchObject({ text: 'Tomorrow: MIDSA.' })
  expect(messages[0]?.body).not.toHaveProperty('replyToId')
})

test('in a channel it begins a thread, also where the app was only heard of in another', async () => {
  await using running = await start()
  const { adapter, teams } = running
  await running.send(anInstallation(teams, { place: 'channel', action: 'add-upgrade', channel: PROCESSES_CHANNEL }))
  await adapter.tools.places.keep(activitySchema.parse(aMessage(teams, { place: 'channel', text: clear })))
  expect(await tell(running, PROCESSES_CHANNEL)).toBe('sent')
  expect(teams.messages).toMatchObject([{ kind: 'sent', conversationId: PROCESSES_CHANNEL }])
})

test.each([
  ['a place that the app was never in', MIGRATION_DESK.id],
  ['a place of nobody', ''],
])('%s is not known, and nothing is sent', async (_, conversationId) => {
  await using running = await start()
  expect(await tell(running, conversationId)).toBe('unknown')
  expect(running.teams.calls).toEqual([])
})

test('a place of another tenant is not known', async () => {
  await using running = await start()
  const key = { ...keyOf(running), workspace: 'another-tenant' }
  expect(await sendTo(key, word, running.adapter.tools)).toBe('unknown')
})

test('where the app was removed nothing is sent', async () => {
  await using running = await start()
  await running.send(anInstallation(running.teams, { place: 'personal', action: 'remove' }))
  expect(await tell(running)).toBe('unknown')
  expect(running.teams.messages).toEqual([])
})

describe.each([
  [403, 'BotNotInConversationRoster', /blocked or was removed/],
  [403, 'BotDisabledByAdmin', /tenant does not allow/],
  [404, 'ConversationNotFound', /gone/],
] as const)('a place that answers %i %s', (status, code, reason) => {
  test('is noted with the reason, and not tried again', async () => {
    await using running = await start()
    running.teams.fault({ method: 'POST', status, code })
    expect(await tell(running)).toBe('unreachable')
    expect(await reasonOf(running)).toMatch(reason)
    expect(await tell(running)).toBe('unreachable')
    expect(running.teams.calls).toHaveLength(1)
  })

  test.each<[string, (running: RunningAdapter) => object]>([
    ['somebody writes there', ({ teams }) => aMessage(teams, { place: 'personal', text: clear })],
    ['the app is installed again', ({ teams }) => anInstallation(teams, { place: 'personal', action: 'add' })],
  ])('is written to again once %s', async (_, again) => {
    await using running = await start()
    const { teams, store } = running
    teams.fault({ method: 'POST', status, code })
    await tell(running)
    const kept = Promise.withResolvers<void>()
    const { keep } = store.references
    store.references.keep = (...args) => keep(...args).finally(() => kept.resolve())
    await running.send(again(running))
    await kept.promise
    expect(await reasonOf(running)).toBeUndefined()
    expect(await tell(running)).toBe('sent')
  })
})

test('a place that cannot be reached for a moment is tried again, and noted nowhere', async () => {
  await using running = await start()
  const { teams, clock } = running
  teams.fault({ method: 'POST', status: 503, times: 2 })
  const telling = tell(running)
  for (const ms of [500, 1000]) await clock.passSleepOf(ms)
  expect(await telling).toBe('sent')
  expect(await reasonOf(running)).toBeUndefined()
})

test('what fails for longer is told to whoever sends, and noted nowhere', async () => {
  await using running = await start()
  running.teams.fault({ method: 'POST', status: 400, times: -1 })
  await expect(tell(running)).rejects.toMatchObject({ statusCode: 400 })
  expect(await reasonOf(running)).toBeUndefined()
})

/** A place that somebody put into the store: our token must not go to its address. */
const foreign = [
  'https://smba.trafficmanager.net.example.org/emea/',
  'https://user@127.0.0.1/emea/',
  'http://example.org/',
  'file:///etc/passwd',
  '',
]

test.each(foreign)('a stored place whose service is "%s" is as good as unknown', async (serviceUrl) => {
  await using running = await start()
  const reference: ConversationReference = {
    ...keyOf(running),
    kind: 'personal',
    teamId: undefined,
    serviceUrl,
    botId: `28:${running.teams.appId}`,
    userId: INES.id,
    locale: 'en-US',
  }
  await running.store.references.keep(reference, 0)
  expect(await tell(running)).toBe('unknown')
  expect(running.teams.calls).toEqual([])
})

test.each(foreign)('our token is not sent to the service "%s", whoever asks for it', async (serviceUrl) => {
  await using running = await start()
  const sending = running.adapter.tools.calls.send({ serviceUrl, conversationId: personal }, word)
  await expect(sending).rejects.toMatchObject({ name: 'UntrustedServiceError' })
  expect(running.teams.calls).toEqual([])
})
