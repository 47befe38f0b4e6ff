import { describe, expect, test } from 'vitest'
import { aConversationUpdate, type ConversationChange } from './fake/activities/conversation-update.ts'
import { anInstallation } from './fake/activities/installation.ts'
import { personalConversationOf } from './fake/state/conversation-ids.ts'
import { aPerson, INES } from './fake/state/people.ts'
import { GROUP_CHAT, MIGRATION_DESK, PROCESSES_CHANNEL } from './fake/state/teams.ts'
import { topicsFocalPoint } from './own-topics.ts'
import { execute, labelsIn } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

type Place = ConversationChange['place']

/** The conversation that the app gets to know when it is installed there. */
const conversations: Readonly<Record<Place, string>> = {
  personal: personalConversationOf(INES.id),
  groupChat: GROUP_CHAT,
  channel: MIGRATION_DESK.id,
}
const places = Object.keys(conversations) as Place[]

async function start(): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint() })
}

/** The two ways in which Teams tells that the app has come. */
function arrivals({ teams }: RunningAdapter, place: Place): [object, object] {
  const bot = { id: `28:${teams.appId}`, name: teams.botName }
  return [
    anInstallation(teams, { place, action: 'add' }),
    aConversationUpdate(teams, { place, membersAdded: [bot, INES] }),
  ]
}

/** The two ways in which it tells that the app has gone. */
function departures({ teams }: RunningAdapter, place: Place): [object, object] {
  const bot = { id: `28:${teams.appId}`, name: teams.botName }
  return [
    anInstallation(teams, { place, action: 'remove' }),
    aConversationUpdate(teams, { place, membersRemoved: [bot] }),
  ]
}

/** The conversations where the app may write. */
async function knownTo({ store, teams }: RunningAdapter): Promise<string[]> {
  const references = await store.references.list({ platform: 'teams', workspace: teams.tenant })
  return references.map(({ conversationId }) => conversationId)
}

describe.each(places)('an installation in a %s', (place) => {
  test.each([
    ['the installation first', (told: [object, object]) => told],
    ['the new member first', ([installed, added]: [object, object]) => [added, installed]],
    ['the installation alone', ([installed]: [object, object]) => [installed]],
    ['the new member alone', ([, added]: [object, object]) => [added]],
    ['both repeatedly', (told: [object, object]) => [...told, ...told, ...told]],
  ])('is welcomed once and remembered, told with %s', async (_, order) => {
    await using running = await start()
    for (const activity of order(arrivals(running, place))) await running.send(activity)
    expect(running.teams.messages).toHaveLength(1)
    expect(running.teams.messages[0]).toMatchObject({ conversationId: conversations[place], targeted: false })
    expect(await knownTo(running)).toEqual([conversations[place]])
  })

  test('is welcomed once although all of it is told at the same time', async () => {
    await using running = await start()
    const told = [...arrivals(running, place), ...arrivals(running, place)]
    await Promise.all(told.map((activity) => running.send(activity)))
    expect(running.teams.messages).toHaveLength(1)
  })

  test('that is undone leaves nothing, and one that is made again is welcomed again', async () => {
    await using running = await start()
    for (const activity of [...arrivals(running, place), ...departures(running, place)]) await running.send(activity)
    expect(await knownTo(running)).toEqual([])
    for (const activity of arrivals(running, place)) await running.send(activity)
    expect(await knownTo(running)).toEqual([conversations[place]])
    expect(running.teams.messages).toHaveLength(2)
  })

  test.each(['remove', 'remove-upgrade'] as const)('is forgotten at a "%s"', async (action) => {
    await using running = await start()
    for (const activity of arrivals(running, place)) await running.send(activity)
    await running.send(anInstallation(running.teams, { place, action }))
    expect(await knownTo(running)).toEqual([])
  })

  test('of a new version is remembered, without a welcome', async () => {
    await using running = await start()
    await running.send(anInstallation(running.teams, { place, action: 'add-upgrade' }))
    expect(await knownTo(running)).toEqual([conversations[place]])
    expect(running.teams.messages).toEqual([])
  })
})

describe('a welcome', () => {
  test.each([
    ['en-US', /Just write to me here/],
    ['fr-FR', /Écrivez-moi ici/],
    ['es-ES', /Escríbame aquí/],
  ])('says what can be done, in the language of %s', async (locale, how) => {
    await using running = await start()
    await running.send(anInstallation(running.teams, { place: 'personal', action: 'add', locale }))
    expect(saidIn(running.teams.messages[0])).toMatch(how)
  })

  test('in a team says that a mention is needed', async () => {
    await using running = await start()
    await running.send(anInstallation(running.teams, { place: 'channel', action: 'add' }))
    expect(saidIn(running.teams.messages[0])).toMatch(/Mention me in any channel/)
  })

  test('has examples to press, whose answer takes its place', async () => {
    await using running = await startAdapter()
    const { teams, send } = running
    await send(anInstallation(teams, { place: 'personal', action: 'add' }))
    expect(labelsIn(teams.messages[0]?.body).length).toBeGreaterThan(1)
    await execute(running, teams.messages[0], 'Ask')
    await teams.until(() => teams.messages.some(({ kind }) => kind === 'updated'), 'the answer')
    expect(saidIn(teams.shown()[0])).toMatch(/Source/)
  })

  test('that cannot be sent is no reason to forget the place', async () => {
    await using running = await start()
    running.teams.fault({ method: 'POST', status: 403, times: -1 })
    const { status } = await running.send(anInstallation(running.teams, { place: 'personal', action: 'add' }))
    expect(status).toBe(200)
    expect(await knownTo(running)).toEqual([conversations.personal])
  })
})

describe('somebody else who comes or goes', () => {
  const somebody = aPerson('Amina Diallo')
  test.each<[string, Partial<ConversationChange>]>([
    ['is added to a team', { place: 'channel', membersAdded: [somebody], eventType: 'teamMemberAdded' }],
    ['is added to a group chat', { place: 'groupChat', membersAdded: [somebody, INES] }],
    ['is removed from a team', { place: 'channel', membersRemoved: [somebody], eventType: 'teamMemberRemoved' }],
    ['is a bot of another app', { place: 'channel', membersAdded: [{ id: '28:another-app' }] }],
    ['renames the team', { place: 'channel', eventType: 'teamRenamed' }],
    ['makes a channel', { place: 'channel', eventType: 'channelCreated', channel: PROCESSES_CHANNEL }],
  ])('who %s hears nothing, and changes nothing', async (_, change) => {
    await using running = await start()
    for (const place of places) await running.send(anInstallation(running.teams, { place, action: 'add' }))
    running.teams.clearRecord()
    await running.send(aConversationUpdate(running.teams, { place: 'channel', ...change }))
    expect(running.teams.messages).toEqual([])
    expect(await knownTo(running)).toHaveLength(3)
  })
})

describe('a team that the app is in', () => {
  /** Known there, in one of its channels, in a group chat and in a personal chat. */
  async function inUse(): Promise<RunningAdapter> {
    const running = await start()
    const where = [...places.map((place) => ({ place })), { place: 'channel', channel: PROCESSES_CHANNEL } as const]
    for (const at of where) await running.send(anInstallation(running.teams, { ...at, action: 'add-upgrade' }))
    return running
  }

  test.each<[string, (running: RunningAdapter) => object]>([
    ['is deleted', ({ teams }) => aConversationUpdate(teams, { place: 'channel', eventType: 'teamDeleted' })],
    [
      'is deleted for good',
      ({ teams }) => aConversationUpdate(teams, { place: 'channel', eventType: 'teamHardDeleted' }),
    ],
    ['loses the app', ({ teams }) => anInstallation(teams, { place: 'channel', action: 'remove' })],
    [
      'loses the app, told of a channel',
      ({ teams }) => anInstallation(teams, { place: 'channel', action: 'remove', channel: PROCESSES_CHANNEL }),
    ],
  ])('and that %s is forgotten with all of its channels, and nothing else is', async (_, end) => {
    await using running = await inUse()
    await running.send(end(running))
    expect((await knownTo(running)).sort()).toEqual([GROUP_CHAT, conversations.personal].sort())
  })

  test('and that loses a channel keeps the others', async () => {
    await using running = await inUse()
    const gone = { place: 'channel', eventType: 'channelDeleted', channel: PROCESSES_CHANNEL } as const
    await running.send(aConversationUpdate(running.teams, gone))
    expect((await knownTo(running)).sort()).toEqual(Object.values(conversations).sort())
  })

  test('is known in four places before', async () => {
    await using running = await inUse()
    expect(await knownTo(running)).toHaveLength(4)
  })

  test('and that is archived or renamed stays known', async () => {
    await using running = await inUse()
    for (const eventType of ['teamArchived', 'teamRenamed', 'teamUnarchived'] as const) {
      await running.send(aConversationUpdate(running.teams, { place: 'channel', eventType }))
    }
    expect(await knownTo(running)).toHaveLength(4)
  })
})
