import { describe, expect, test } from 'vitest'
import { aConversationUpdate } from '../fake/activities/conversation-update.ts'
import { anInstallation } from '../fake/activities/installation.ts'
import { GROUP_CHAT, MIGRATION_DESK, PROCESSES_CHANNEL } from '../fake/state/teams.ts'
import type { RunningAdapter } from '../running-adapter.ts'
import { saidIn } from '../shown-card.ts'
import { channelOf, personalOf, remindersOf, say, startReminding } from './reminding.ts'

const forAll = 'remind us of the Kestrel Workshop 1 week before'

/** The channel is reminded of the workshop. */
async function reminding(): Promise<RunningAdapter> {
  const running = await startReminding()
  await running.send(anInstallation(running.teams, { place: 'channel', action: 'add' }))
  await say(running, forAll, { place: 'channel' })
  return running
}

describe('in a channel reminders end', () => {
  test.each([
    [
      'when the app is removed from the team',
      (teams: RunningAdapter['teams']) => anInstallation(teams, { place: 'channel', action: 'remove' }),
    ],
    [
      'when a version of it is',
      (teams: RunningAdapter['teams']) => anInstallation(teams, { place: 'channel', action: 'remove-upgrade' }),
    ],
    [
      'when the team is deleted',
      (teams: RunningAdapter['teams']) => aConversationUpdate(teams, { place: 'channel', eventType: 'teamDeleted' }),
    ],
    [
      'when the channel is deleted',
      (teams: RunningAdapter['teams']) =>
        aConversationUpdate(teams, { place: 'channel', channel: PROCESSES_CHANNEL, eventType: 'channelDeleted' }),
    ],
  ])('%s', async (_, happens) => {
    await using running = await reminding()
    await running.send(happens(running.teams))
    expect(await remindersOf(running, channelOf(running))).toMatchObject([{ isActive: false }])
    expect(await running.store.deliveries.upcomingOf(channelOf(running), 10)).toEqual([])
  })

  test('and not when another channel of the team is deleted', async () => {
    await using running = await reminding()
    const event = { place: 'channel', channel: '19:other@thread.tacv2', eventType: 'channelDeleted' } as const
    await running.send(aConversationUpdate(running.teams, event))
    expect(await remindersOf(running, channelOf(running))).toMatchObject([{ isActive: true }])
  })
})

test('in a group chat and in person they end when the app is removed there, and nowhere else', async () => {
  await using running = await reminding()
  const groupChat = { ...channelOf(running), conversationId: GROUP_CHAT }
  await say(running, forAll, { place: 'groupChat' })
  await say(running, 'remind me of the Kestrel Workshop 1 week before')
  await running.send(anInstallation(running.teams, { place: 'groupChat', action: 'remove' }))
  await running.send(anInstallation(running.teams, { place: 'personal', action: 'remove' }))
  expect(await remindersOf(running, groupChat)).toMatchObject([{ isActive: false }])
  expect(await remindersOf(running, personalOf(running))).toMatchObject([{ isActive: false }])
  expect(await remindersOf(running, channelOf(running))).toMatchObject([{ isActive: true }])
})

describe('who asked for what has ended', () => {
  const ended = /^Your reminders in another conversation have ended/
  const endedIn = ({ teams }: RunningAdapter) =>
    teams.messages.filter(({ body }) => ended.test(String(body.text ?? '')))

  test('is told once in person, however many channels of the team had some', async () => {
    await using running = await reminding()
    await say(running, 'hello')
    await say(running, forAll, { place: 'channel', channel: MIGRATION_DESK.id })
    expect(await remindersOf(running, { ...channelOf(running), conversationId: MIGRATION_DESK.id })).toHaveLength(1)
    await running.send(anInstallation(running.teams, { place: 'channel', action: 'remove' }))
    await running.send(aConversationUpdate(running.teams, { place: 'channel', eventType: 'teamDeleted' }))
    expect(endedIn(running).map(({ conversationId }) => conversationId)).toEqual([personalOf(running).conversationId])
  })

  test('and has never written to us is told nothing, which the log says', async () => {
    await using running = await reminding()
    await running.send(aConversationUpdate(running.teams, { place: 'channel', eventType: 'teamDeleted' }))
    expect(endedIn(running)).toEqual([])
    expect(running.logged.join('\n')).toMatch(/teams person not told/)
  })

  test('is not written to where they have just removed us', async () => {
    await using running = await reminding()
    await say(running, 'remind me of the Kestrel Workshop 1 week before')
    await running.send(anInstallation(running.teams, { place: 'personal', action: 'remove' }))
    expect(endedIn(running)).toEqual([])
    expect(running.logged.join('\n')).not.toMatch(/teams person not told/)
  })
})

test('where the app comes back nothing is restored by itself, and the list says what has ended', async () => {
  await using running = await reminding()
  await running.send(anInstallation(running.teams, { place: 'channel', action: 'remove', team: MIGRATION_DESK }))
  await running.send(anInstallation(running.teams, { place: 'channel', action: 'add', team: MIGRATION_DESK }))
  expect(await remindersOf(running, channelOf(running))).toMatchObject([{ isActive: false }])
  expect(saidIn(await say(running, 'reminders', { place: 'channel' }))).toMatch(
    /Kestrel Workshop[\s\S]*(?:ended|stopped|removed)/i,
  )
})

test('where nothing got through, somebody who asks for a reminder makes the place heard of again', async () => {
  await using running = await reminding()
  await running.store.references.markUnreachable(channelOf(running), 'the app is blocked', 0)
  await say(running, forAll, { place: 'channel' })
  expect(await running.store.references.find(channelOf(running))).toMatchObject({ unreachable: undefined })
})
