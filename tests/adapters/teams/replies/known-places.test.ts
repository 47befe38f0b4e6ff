import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { activitySchema } from '../../../../adapters/teams/connection/activity.ts'
import type { KeptReference, ReferenceKey } from '../../../../src/store/references.ts'
import { openStore, type Store } from '../../../../src/store/store.ts'
import { anInstallation } from '../fake/activities/installation.ts'
import { aMessage, type Said } from '../fake/activities/message.ts'
import type { FakeConnector } from '../fake/fake-connector.ts'
import { startFakeConnector } from '../fake/start-fake-connector.ts'
import { personalConversationOf } from '../fake/state/conversation-ids.ts'
import { INES } from '../fake/state/people.ts'
import { GROUP_CHAT, MIGRATION_DESK, PROCESSES_CHANNEL } from '../fake/state/teams.ts'
import { clear, topicsFocalPoint } from '../own-topics.ts'
import { tellUnasked } from '../reminders/tell-unasked.ts'
import { type RunningAdapter, startAdapter } from '../running-adapter.ts'
import { saidIn } from '../shown-card.ts'

const personal = personalConversationOf(INES.id)

function start(): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint() })
}

function keyOf({ tenant }: FakeConnector, conversationId = personal): ReferenceKey {
  return { platform: 'teams', workspace: tenant, conversationId }
}

/** Somebody writes, and the place is kept. */
async function say({ teams, send, store }: RunningAdapter, said: Partial<Said> = {}): Promise<void> {
  const kept = Promise.withResolvers<void>()
  const { keep } = store.references
  store.references.keep = (...args) => keep(...args).finally(() => kept.resolve())
  await send(aMessage(teams, { place: 'personal', text: clear, ...said }))
  await kept.promise
  store.references.keep = keep
}

describe('a place that somebody wrote in', () => {
  test.each<[string, Partial<Said>, string, Partial<KeptReference>]>([
    ['personal chat', {}, personal, { kind: 'personal', userId: INES.id, locale: 'en-US', teamId: undefined }],
    ['group chat', { place: 'groupChat' }, GROUP_CHAT, { kind: 'groupChat', userId: undefined, locale: undefined }],
    [
      'thread of a channel, by the channel,',
      { place: 'channel' },
      PROCESSES_CHANNEL,
      { kind: 'channel', teamId: MIGRATION_DESK.id, userId: undefined },
    ],
  ])('is known: a %s with all that writing there takes', async (_, said, conversationId, expected) => {
    await using running = await start()
    const { teams, store } = running
    await say(running, said)
    expect(await store.references.find(keyOf(teams, conversationId))).toMatchObject({
      ...keyOf(teams, conversationId),
      serviceUrl: teams.serviceUrl,
      botId: `28:${teams.appId}`,
      unreachable: undefined,
      ...expected,
    })
  })

  test('is written down once, and again when something about it has changed', async () => {
    await using running = await start()
    const { teams, send, store } = running
    await say(running)
    const written: string[] = []
    const { keep } = store.references
    store.references.keep = (reference, nowMs) => {
      written.push(reference.locale ?? '')
      return keep(reference, nowMs)
    }
    for (const locale of ['en-US', 'en-US', 'fr-FR', 'fr-FR']) {
      await send(aMessage(teams, { place: 'personal', text: clear, locale }))
    }
    expect(written).toEqual(['fr-FR'])
  })

  test('that cannot be written down is answered all the same', async () => {
    await using running = await start()
    const { teams, send, store } = running
    store.references.keep = () => Promise.reject(new Error('disk full'))
    await send(aMessage(teams, { place: 'personal', text: clear }))
    expect(saidIn(teams.messages[0])).toContain('Toucan desk')
    expect(running.logged.join('')).toMatch(/teams place not kept/)
  })
})

describe('where Teams serves a place from somewhere else', () => {
  test('the latest address is kept, and messages go there', async () => {
    await using running = await start()
    const { teams, store } = running
    await say(running)
    const moved = teams.serviceUrl.replace('/emea/', '/amer/')
    await say(running, { serviceUrl: moved })
    expect(await store.references.find(keyOf(teams))).toMatchObject({ serviceUrl: moved })
    expect(await tellUnasked(running, keyOf(teams))).toBe('sent')
    await say(running)
    expect(await store.references.find(keyOf(teams))).toMatchObject({ serviceUrl: teams.serviceUrl })
  })

  test('an address that is not trusted takes the place of none', async () => {
    await using running = await start()
    const { teams, store, adapter } = running
    await say(running)
    for (const serviceUrl of ['https://smba.trafficmanager.net.example.org/', 'http://example.org/', 'file:///x']) {
      const activity = activitySchema.parse(aMessage(teams, { place: 'personal', text: clear, serviceUrl }))
      expect(await adapter.tools.places.keep(activity)).toBe(false)
      await adapter.tools.places.refresh(activity)
    }
    expect(await store.references.find(keyOf(teams))).toMatchObject({ serviceUrl: teams.serviceUrl })
  })
})

/** The adapter over the store of a folder, until the end of `use`. */
async function over<T>(path: string, teams: FakeConnector, use: (running: RunningAdapter) => Promise<T>): Promise<T> {
  await using store: Store = await openStore(path)
  await using running = await startAdapter({ focalPoint: topicsFocalPoint(), store, beside: teams })
  return await use(running)
}

describe('after a restart', () => {
  test('a place is still known, with the address that was heard last', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-teams-'))
    await using teams = await startFakeConnector()
    const moved = teams.serviceUrl.replace('/emea/', '/amer/')
    await over(folder.path, teams, async (running) => {
      await running.send(anInstallation(teams, { place: 'personal', action: 'add' }))
      await say(running, { serviceUrl: moved })
    })
    const { result, found } = await over(folder.path, teams, async (running) => ({
      found: await running.adapter.tools.places.find(keyOf(teams)),
      result: await tellUnasked(running, keyOf(teams)),
    }))
    expect(found).toMatchObject({ serviceUrl: moved, userId: INES.id })
    expect(result).toBe('sent')
    expect(teams.messages.at(-1)).toMatchObject({
      conversationId: personal,
      body: { summary: 'Tomorrow: Wind Workshop' },
    })
  })

  test('nobody is welcomed a second time', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-teams-'))
    await using teams = await startFakeConnector()
    const installed = anInstallation(teams, { place: 'personal', action: 'add' })
    for (let run = 0; run < 2; run += 1) await over(folder.path, teams, (running) => running.send(installed))
    expect(teams.messages).toHaveLength(1)
  })

  test('a place that cannot be reached is still noted', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-teams-'))
    await using teams = await startFakeConnector()
    await over(folder.path, teams, async (running) => {
      await running.send(anInstallation(teams, { place: 'personal', action: 'add' }))
      await running.store.references.markUnreachable(keyOf(teams), 'the app is blocked', 0)
    })
    teams.clearRecord()
    const result = await over(folder.path, teams, (running) => tellUnasked(running, keyOf(teams)))
    expect(result).toBe('gone')
    expect(teams.messages).toEqual([])
  })
})
