import { describe, expect, test } from 'vitest'
import { reminderWords } from '../../../../adapters/chat/reminder-wording.ts'
import { notices, words } from '../../../../adapters/chat/wording.ts'
import { actionIds } from '../../../../adapters/slack/drawing/control-values.ts'
import { drawMessage } from '../../../../adapters/slack/reminders/draw-message.ts'
import type { ReminderMessage } from '../../../../src/reminders/message.ts'
import { aMessagePart, aReminderMessage } from '../../chat/a-reminder.ts'
import { appHomeOpened } from '../fake/payloads/app-events.ts'
import type { PostedMessage } from '../fake/state/posted-messages.ts'
import { handled, labelsIn, pressInMessage, pressInPrivate, pressInView } from '../pressing.ts'
import { type RunningAdapter, transports } from '../running-adapter.ts'
import { textOf } from '../shown-text.ts'
import { channel, command, direct, lastSaid, mention, startReminding } from './reminding.ts'

const other = { user: 'U00000002' }

/** Puts what comes unasked where it would come, for whatever the conversation has asked for. */
async function comes(
  { slack, store }: RunningAdapter,
  place: typeof direct | typeof channel,
  more: Partial<ReminderMessage> = {},
): Promise<PostedMessage> {
  const subscriptionIds = (await store.subscriptions.listOf(place)).map(({ id }) => id)
  const parts = [aMessagePart({ meetingId: 'kestrel-workshop', headline: 'Tomorrow: Kestrel Workshop' })]
  const drawn = drawMessage(aReminderMessage({ parts, subscriptionIds, ...more }), {
    isPersonal: place.conversationId.startsWith('D'),
  })
  return slack.posted.add({
    ...{ channel: place.conversationId, ts: slack.ids.nextTs(), team: slack.teamId, user: slack.botUserId },
    ...{ bot_id: slack.botId, text: drawn.text, blocks: drawn.blocks },
  })
}

describe.each(transports)('over %s', (transport) => {
  test('a list in private is shown anew when one of it is stopped', async () => {
    await using running = await startReminding(transport)
    await command(running, 'remind me of the Kestrel Workshop 1 week before')
    await command(running, 'remind me of the Plover Workshop 1 week before')
    const { body } = await command(running, 'reminders')
    await pressInPrivate(running, body, actionIds.change('stop', 0))
    await running.slack.called('response_url')
    const shown = running.slack.responses.at(-1)?.body.blocks
    expect(running.slack.responses).toMatchObject([{ effect: 'replaced' }])
    expect(textOf(shown)).toMatch(/^Stopped: Kestrel Workshop.*\n1 reminder\n1\. Plover Workshop/s)
    expect(await running.store.subscriptions.listOf(direct)).toMatchObject([{ target: { id: 'plover-workshop' } }])
    expect(running.slack.violations).toEqual([])
  })

  test('a reminder that came can be had again in an hour, once', async () => {
    await using running = await startReminding(transport)
    await command(running, 'remind me of the Kestrel Workshop 1 day before')
    const message = await comes(running, direct)
    await pressInMessage(running, message, reminderWords.inAnHour.en)
    await running.slack.called('response_url')
    expect(textOf(message.blocks)).toMatch(
      /^Tomorrow: Kestrel Workshop[\s\S]*\nI will remind again: .*Kestrel Workshop$/,
    )
    expect(labelsIn(message.blocks)).toEqual([])
    const inAnHour = running.clock.now().add({ hours: 1 }).epochMilliseconds
    expect(await running.store.deliveries.upcomingOf(direct, 10)).toMatchObject([{ dueAtMs: inAnHour }])
    expect(running.slack.violations).toEqual([])
  })
})

test('snoozing from a list says until when', async () => {
  await using running = await startReminding()
  await command(running, 'remind me of the Kestrel Workshop 1 week before')
  const { body } = await command(running, 'reminders')
  await pressInPrivate(running, body, 'Snooze for 1 day')
  await running.slack.called('response_url')
  expect(textOf(running.slack.responses.at(-1)?.body.blocks)).toMatch(/^Nothing comes before/)
  const [snoozed] = await running.store.subscriptions.listOf(direct)
  expect(snoozed?.snoozedUntilMs).toBe(running.clock.now().add({ hours: 24 }).epochMilliseconds)
})

test('the confirmation has the same buttons, and what became of it takes its place', async () => {
  await using running = await startReminding()
  await mention(running, 'remind us of the Kestrel Workshop 1 week before')
  await pressInMessage(running, running.slack.messages[0], 'Stop')
  await running.slack.called('response_url')
  expect(running.slack.messages).toMatchObject([{ text: expect.stringMatching(/^Stopped: Kestrel Workshop/) }])
  expect(labelsIn(running.slack.messages[0]?.blocks)).toEqual([])
})

describe('somebody else', () => {
  test('cannot stop what a person has set for the channel, and is told so alone', async () => {
    await using running = await startReminding()
    await mention(running, 'remind us of the Kestrel Workshop 1 week before')
    const before = running.slack.messages[0]?.text
    await pressInMessage(running, running.slack.messages[0], 'Stop', other)
    await running.slack.called('response_url')
    expect(running.slack.ephemerals).toMatchObject([{ user: other.user, text: expect.stringMatching(/^Only/) }])
    expect(running.slack.messages).toMatchObject([{ text: before, updates: 0 }])
    expect(await running.store.subscriptions.listOf(channel)).toHaveLength(1)
  })

  test('can where Slack calls them an administrator', async () => {
    await using running = await startReminding()
    running.slack.users.set(other.user, { isAdmin: true })
    await mention(running, 'remind us of the Kestrel Workshop 1 week before')
    await pressInMessage(running, running.slack.messages[0], 'Stop', other)
    await running.slack.called('response_url')
    expect(await running.store.subscriptions.listOf(channel)).toEqual([])
  })

  test('cannot stop what came in the channel, which stays as it was', async () => {
    await using running = await startReminding()
    await mention(running, 'remind us of the Kestrel Workshop 1 week before')
    const message = await comes(running, channel)
    await pressInMessage(running, message, reminderWords.stop.en, other)
    await running.slack.called('response_url')
    expect(message.updates).toBe(0)
    expect(running.slack.ephemerals).toMatchObject([{ user: other.user, text: expect.stringMatching(/^Only/) }])
    expect(await running.store.subscriptions.listOf(channel)).toHaveLength(1)
  })
})

test('what came can be stopped where it stands', async () => {
  await using running = await startReminding()
  await command(running, 'remind me of the Kestrel Workshop 1 week before')
  await command(running, 'remind me of the Plover Workshop 1 week before')
  const message = await comes(running, direct, { kind: 'digest', headline: '2 meetings to come' })
  await pressInMessage(running, message, reminderWords.stop.en)
  await running.slack.called('response_url')
  expect(textOf(message.blocks)).toMatch(/Stopped: Kestrel Workshop.*\nStopped: Plover Workshop/)
  expect(await running.store.subscriptions.listOf(direct)).toEqual([])
  expect(running.slack.violations).toEqual([])
})

test('what was stopped before is told to be gone', async () => {
  await using running = await startReminding()
  await command(running, 'remind me of the Kestrel Workshop 1 week before')
  const { body } = await command(running, 'reminders')
  await pressInPrivate(running, body, 'Stop')
  await running.slack.called('response_url', 1)
  await pressInPrivate(running, body, 'Stop')
  await running.slack.called('response_url', 2)
  expect(running.slack.ephemerals).toHaveLength(1)
})

test.each([actionIds.change('stop', 0), actionIds.again('PT1H'), actionIds.stopAll, actionIds.remind(0)])(
  'a made-up value of %s changes nothing',
  async (action_id) => {
    await using running = await startReminding()
    await command(running, 'remind me of the Kestrel Workshop 1 week before')
    await pressInPrivate(running, [], { type: 'button', action_id, value: '{"reminder":"../x","does":"stop"}' })
    await running.slack.called('response_url')
    expect(running.slack.ephemerals).toMatchObject([{ text: notices.unknownControl.en }])
    expect(await running.store.subscriptions.listOf(direct)).toHaveLength(1)
  },
)

test('a list of many can be turned, in French as well', async () => {
  await using running = await startReminding()
  running.slack.users.set('U00000001', { locale: 'fr-FR' })
  const { store, clock } = running
  for (let i = 0; i < 30; i += 1) {
    const target = { kind: 'process', id: `process-${i}` } as const
    await store.subscriptions.add(
      {
        ...{ ...direct, createdBy: 'U00000001', kind: 'reminder', target, leads: ['P7D'], at: '09:00' },
        ...{ weekday: undefined, zone: 'Europe/Paris', language: 'fr', quiet: undefined },
      },
      clock.now().epochMilliseconds + i,
    )
  }
  const { body } = await command(running, 'rappels')
  expect(lastSaid(running)).toMatch(/^30 rappels\n1\. Process-0/)
  expect(lastSaid(running)).not.toContain('Process-29')
  await pressInPrivate(running, body, words.more.fr)
  await running.slack.called('response_url')
  expect(textOf(running.slack.responses.at(-1)?.body.blocks)).toMatch(/\nPage 2 sur \d+$/)
  expect(running.slack.violations).toEqual([])
})

describe('App Home', () => {
  async function openHome({ slack, send }: RunningAdapter): Promise<void> {
    const before = slack.calls('views.publish').length
    await send(appHomeOpened(slack, { tab: 'home' }))
    await slack.called('views.publish', before + 1)
  }

  test('lists what a person has set, and is shown anew when one is stopped', async () => {
    await using running = await startReminding()
    const { slack } = running
    await openHome(running)
    expect(textOf(slack.homes[0]?.view)).toContain(words.noReminders.en)
    await command(running, 'remind me of the Kestrel Workshop 1 week before')
    await mention(running, 'remind us of the Plover Workshop 1 week before')
    await openHome(running)
    expect(textOf(slack.homes[0]?.view)).toMatch(
      /1\. Kestrel Workshop: 1 week before[\s\S]*Next: [\s\S]*2\. Plover Workshop/,
    )
    await pressInView(running, slack.homes[0], actionIds.change('stop', 0))
    await slack.called('views.publish', 3)
    expect(textOf(slack.homes[0]?.view)).not.toContain('Kestrel Workshop: 1 week')
    expect(await running.store.subscriptions.listOf(direct)).toEqual([])
    expect(slack.violations).toEqual([])
  })

  test('tells all else while reminders cannot be read', async () => {
    await using running = await startReminding()
    running.store.subscriptions.listOf = () => Promise.reject(new Error('disk'))
    await openHome(running)
    expect(textOf(running.slack.homes[0]?.view)).toContain(notices.unavailable.en)
    await handled(running, 1)
  })
})
