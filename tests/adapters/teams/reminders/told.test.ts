import { describe, expect, test } from 'vitest'
import type { ReminderMessage } from '../../../../src/reminders/message.ts'
import type { ReferenceKey } from '../../../../src/store/references.ts'
import { aMessagePart, aReminderMessage } from '../../chat/a-reminder.ts'
import { anInstallation } from '../fake/activities/installation.ts'
import type { AcceptedActivity } from '../fake/state/accepted-activities.ts'
import { aPerson } from '../fake/state/people.ts'
import { execute, labelsIn, ways } from '../pressing.ts'
import type { RunningAdapter } from '../running-adapter.ts'
import { cardIn, saidIn } from '../shown-card.ts'
import { aDelivery } from './a-delivery.ts'
import { asShown, channelOf, lastOf, personalOf, remindersOf, say, startReminding, violationsIn } from './reminding.ts'

/** What has been set comes, and is sent as the service does. */
async function comes(
  running: RunningAdapter,
  place: ReferenceKey,
  more: Partial<ReminderMessage> = {},
): Promise<AcceptedActivity> {
  const subscriptionIds = (await remindersOf(running, place)).map(({ id }) => id)
  const parts = [aMessagePart({ meetingId: 'kestrel-workshop', headline: 'Tomorrow: Kestrel Workshop' })]
  const message = aReminderMessage({ parts, subscriptionIds, ...more })
  await running.adapter.sender.send(aDelivery(place), message, [])
  return lastOf(running)
}

describe.each(ways)('by %s', (_, press) => {
  test('a reminder that came can be had again in an hour, once, and keeps its text', async () => {
    await using running = await startReminding()
    await say(running, 'remind me of the Kestrel Workshop 1 day before')
    const message = await comes(running, personalOf(running))
    expect(labelsIn(cardIn(message))).toEqual(['Again in 1 hour', 'Again tomorrow', 'Stop'])
    await Promise.all([press(running, message, 'Again in 1 hour'), press(running, message, 'Again in 1 hour')])
    await running.teams.until(() => /I will remind again/.test(saidIn(asShown(running, message))), 'what was done')
    expect(saidIn(asShown(running, message))).toMatch(
      /^Tomorrow: Kestrel Workshop\n[\s\S]*Bangkok[\s\S]*\nI will remind again: .*Kestrel Workshop$/,
    )
    expect(labelsIn(cardIn(asShown(running, message)))).toEqual([])
    const dueAtMs = running.clock.now().add({ hours: 1 }).epochMilliseconds
    const upcoming = await running.store.deliveries.upcomingOf(personalOf(running), 10)
    expect(upcoming.filter((one) => one.dueAtMs === dueAtMs)).toHaveLength(1)
    expect(violationsIn(running)).toEqual([])
  })

  test('all that a message was sent for is stopped below it', async () => {
    await using running = await startReminding()
    await say(running, 'remind me of the Kestrel Workshop 1 day before')
    await say(running, 'remind me 1 day before all meetings')
    const message = await comes(running, personalOf(running))
    await press(running, message, 'Stop')
    await running.teams.until(() => /Stopped/.test(saidIn(asShown(running, message))), 'what was done')
    expect(saidIn(asShown(running, message))).toMatch(/^Tomorrow: Kestrel Workshop/)
    expect(await remindersOf(running, personalOf(running))).toEqual([])
  })
})

test('what came to a channel is stopped by who asked for it alone', async () => {
  await using running = await startReminding()
  await running.send(anInstallation(running.teams, { place: 'channel', action: 'add' }))
  await say(running, 'remind us of the Kestrel Workshop 1 day before', { place: 'channel' })
  const message = await comes(running, channelOf(running))
  const reply = await execute(running, message, 'Stop', { from: aPerson('Tomás Rey') })
  expect(reply).toMatchObject({ body: { type: 'application/vnd.microsoft.activity.message' } })
  expect(await remindersOf(running, channelOf(running))).toHaveLength(1)
  expect(labelsIn(cardIn(asShown(running, message)))).toContain('Stop')
  await execute(running, message, 'Stop')
  expect(await remindersOf(running, channelOf(running))).toEqual([])
})

test('nothing is told again once the meeting has begun, which is said', async () => {
  await using running = await startReminding()
  await say(running, 'remind me of the Kestrel Workshop 1 day before')
  const parts = [aMessagePart({ meetingId: 'bali-long-ago' })]
  const message = await comes(running, personalOf(running), { parts })
  const reply = await execute(running, message, 'Again tomorrow')
  expect(JSON.stringify(reply.body)).toMatch(/begun/)
  expect(labelsIn(cardIn(asShown(running, message)))).toContain('Again tomorrow')
})

test('what was told is replaced by what was done where its text is not kept any more', async () => {
  await using running = await startReminding()
  await say(running, 'remind me of the Kestrel Workshop 1 day before')
  running.store.keptAnswers.keep = () => Promise.reject(new Error('disk full'))
  const message = await comes(running, personalOf(running))
  await execute(running, message, 'Stop')
  await running.teams.until(() => /^Stopped/.test(saidIn(asShown(running, message))), 'what was done')
  expect(running.logged.join('\n')).toMatch(/answer not kept/)
})
