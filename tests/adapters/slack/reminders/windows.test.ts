import { describe, expect, test } from 'vitest'
import { reminderWords } from '../../../../adapters/chat/reminder-wording.ts'
import { words } from '../../../../adapters/chat/wording.ts'
import { actionIds, callbackIds } from '../../../../adapters/slack/drawing/control-values.ts'
import { reminderFields } from '../../../../adapters/slack/drawing/reminder-windows.ts'
import { appHomeOpened } from '../fake/payloads/app-events.ts'
import { messageShortcut } from '../fake/payloads/shortcuts.ts'
import { viewSubmission } from '../fake/payloads/view-payloads.ts'
import { buttonsIn, labelsIn, pressInMessage, pressInPrivate, pressInView } from '../pressing.ts'
import { type RunningAdapter, transports } from '../running-adapter.ts'
import { textOf } from '../shown-text.ts'
import { channel, command, direct, lastSaid, mention, startReminding } from './reminding.ts'

const question = 'When is the Kestrel Workshop?'

type Fields = { readonly leads?: readonly string[]; readonly at?: string | null; readonly where?: string }

/** Sends the window that was opened last. */
function submit({ slack, send }: RunningAdapter, { leads = ['P3D', 'PT1H'], at = '08:15', where }: Fields = {}) {
  const view = slack.modals.at(-1)
  if (!view) throw new Error('there is no window to submit')
  const { leads: leadsField, at: atField, where: whereField } = reminderFields
  const selected_options = leads.map((value) => ({ value, text: { type: 'plain_text', text: value } }))
  const values = {
    [leadsField.block]: { [leadsField.action]: { type: 'checkboxes', selected_options } },
    [atField.block]: { [atField.action]: { type: 'timepicker', selected_time: at } },
    ...(where && { [whereField.block]: { [whereField.action]: { selected_option: { value: where } } } }),
  }
  return send(viewSubmission(slack, { view, values }))
}

/** What an acknowledgement puts in the window's place. */
function updated(body: unknown): string {
  return textOf((body as { view?: { blocks?: unknown } } | undefined)?.view?.blocks)
}

describe.each(transports)('over %s', (transport) => {
  test('an answer about a meeting to come has a button that asks when and whom to remind of it', async () => {
    await using running = await startReminding(transport)
    const { slack } = running
    await mention(running, question)
    await pressInMessage(running, slack.messages[0], reminderWords.remindMe.en)
    await slack.called('views.open')
    expect(slack.modals[0]?.view).toMatchObject({ callback_id: callbackIds.setReminder })
    expect(textOf(slack.modals[0]?.view)).toContain('Kestrel Workshop')
    const { body } = await submit(running, { where: 'here' })
    expect(updated(body)).toMatch(/^I will remind .* of Kestrel Workshop: 3 days before, at 08:15, and 1 hour before/)
    expect(await running.store.subscriptions.listOf(channel)).toMatchObject([
      { target: { kind: 'event', id: 'kestrel-workshop' }, leads: ['P3D', 'PT1H'], at: '08:15' },
    ])
    expect(slack.violations).toEqual([])
  })

  test('sent twice, the window sets one reminder, for the person alone where nothing else is said', async () => {
    await using running = await startReminding(transport)
    const { body } = await command(running, question)
    await pressInPrivate(running, body, reminderWords.remindMe.en)
    await running.slack.called('views.open')
    await Promise.all([submit(running), submit(running)])
    expect(await running.store.subscriptions.listOf(direct)).toHaveLength(1)
    expect(await running.store.subscriptions.listOf(channel)).toEqual([])
  })

  test('"Change" in a list begins with what is set, and the list is then shown anew', async () => {
    await using running = await startReminding(transport)
    const { slack, store } = running
    await command(running, 'remind me of the Kestrel Workshop 1 week before at 8:30')
    const { body } = await command(running, 'reminders')
    await pressInPrivate(running, body, 'Change')
    await slack.called('views.open')
    expect(JSON.stringify(slack.modals[0]?.view)).toMatch(/"initial_time":"08:30"/)
    const sent = await submit(running, { leads: ['P1D', 'P14D'], at: '17:00' })
    expect(updated(sent.body)).toMatch(/^Changed: Kestrel Workshop: 2 weeks and 1 day before, at 17:00/)
    expect(await store.subscriptions.listOf(direct)).toMatchObject([{ leads: ['P14D', 'P1D'], at: '17:00' }])
    expect(slack.responses).toMatchObject([{ effect: 'replaced' }])
    expect(textOf(slack.responses[0]?.body.blocks)).toMatch(/1\. Kestrel Workshop: 2 weeks and 1 day before/)
    expect(slack.violations).toEqual([])
  })
})

test('the window is in the language of the answer', async () => {
  await using running = await startReminding()
  running.slack.users.set('U00000001', { locale: 'fr-FR' })
  const { body } = await command(running, 'Quand a lieu le Kestrel Workshop ?')
  await pressInPrivate(running, body, reminderWords.remindMe.fr)
  await running.slack.called('views.open')
  expect(textOf(running.slack.modals[0]?.view)).toContain(reminderWords.leads.fr)
  expect(updated((await submit(running)).body)).toMatch(/^Je vous ferai un rappel/)
})

test('without any lead the window says so at its field', async () => {
  await using running = await startReminding()
  await mention(running, question)
  await pressInMessage(running, running.slack.messages[0], reminderWords.remindMe.en)
  await running.slack.called('views.open')
  const { body } = await submit(running, { leads: [] })
  const errors = { [reminderFields.leads.block]: reminderWords.leadsMissing.en }
  expect(body).toEqual({ response_action: 'errors', errors })
})

test('a time of day that no lead needs is left out', async () => {
  await using running = await startReminding()
  await command(running, question).then(({ body }) => pressInPrivate(running, body, reminderWords.remindMe.en))
  await running.slack.called('views.open')
  await submit(running, { leads: ['PT1H'] })
  expect(await running.store.subscriptions.listOf(direct)).toMatchObject([{ leads: ['PT1H'], at: undefined }])
})

test('a channel without the app gets nothing from the window', async () => {
  await using running = await startReminding()
  running.slack.channels.set('C00000001', { isMember: false })
  await command(running, question).then(({ body }) => pressInPrivate(running, body, reminderWords.remindMe.en))
  await running.slack.called('views.open')
  expect(updated((await submit(running, { where: 'here' })).body)).toMatch(/^I am not in that channel/)
  expect(await running.store.subscriptions.listOf(channel)).toEqual([])
})

test('an answer in a window has the button too; its window comes on top', async () => {
  await using running = await startReminding()
  const { slack } = running
  await running.send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: question }))
  await slack.called('views.open')
  await pressInView(running, slack.modals[0], reminderWords.remindMe.en)
  await slack.called('views.push')
  await submit(running)
  expect(await running.store.subscriptions.listOf(direct)).toHaveLength(1)
})

test('while the store is slow, the window waits with the person, and then has the reply', async () => {
  await using running = await startReminding()
  const { slack, store, clock } = running
  await mention(running, question)
  await pressInMessage(running, slack.messages[0], reminderWords.remindMe.en)
  await slack.called('views.open')
  const { promise, resolve } = Promise.withResolvers<void>()
  const { add } = store.subscriptions
  store.subscriptions.add = (...args) => promise.then(() => add(...args))
  const sending = submit(running)
  await clock.passSleepOf(1500)
  expect(updated((await sending).body)).toBe(words.loading.en)
  resolve()
  await slack.called('views.update')
  expect(textOf(slack.modals[0]?.view)).toMatch(/^Reminders\nClose\nI will remind you of Kestrel Workshop/)
})

test('when the store fails, the window says that it does not work now', async () => {
  await using running = await startReminding()
  const { slack, store } = running
  await mention(running, question)
  await pressInMessage(running, slack.messages[0], reminderWords.remindMe.en)
  await slack.called('views.open')
  store.subscriptions.add = () => Promise.reject(new Error('disk'))
  const { body } = await submit(running)
  expect(JSON.stringify(body)).toContain('cannot answer right now')
})

test.each([
  ['of another version', '{"event":"x"}'],
  ['no JSON', 'kestrel'],
  ['too long', 'x'.repeat(4000)],
])('a window whose metadata is %s changes nothing', async (_, private_metadata) => {
  await using running = await startReminding()
  const { slack } = running
  await mention(running, question)
  await pressInMessage(running, slack.messages[0], reminderWords.remindMe.en)
  await slack.called('views.open')
  const [opened] = slack.modals
  if (opened) opened.view = { ...opened.view, private_metadata }
  expect(await submit(running)).toMatchObject({ acknowledged: true, body: undefined })
  expect(await running.store.subscriptions.listOf(direct)).toEqual([])
})

test('somebody else cannot change a reminder, and is told so instead of being asked', async () => {
  await using running = await startReminding()
  const { slack } = running
  await mention(running, 'remind us of the Kestrel Workshop 1 week before')
  await pressInMessage(running, slack.messages[0], 'Change', { user: 'U00000002' })
  await slack.called('response_url')
  expect(slack.modals).toEqual([])
  expect(slack.ephemerals).toMatchObject([{ user: 'U00000002', text: expect.stringMatching(/^Only/) }])
})

test('what is changed from App Home is shown there', async () => {
  await using running = await startReminding()
  const { slack, send } = running
  await command(running, 'remind me of the Kestrel Workshop 1 week before')
  await send(appHomeOpened(slack, { tab: 'home' }))
  await slack.called('views.publish')
  await pressInView(running, slack.homes[0], actionIds.change('edit', 0))
  await slack.called('views.open')
  await submit(running, { leads: ['P14D'] })
  expect(textOf(slack.homes[0]?.view)).toMatch(/1\. Kestrel Workshop: 2 weeks before, at 08:15/)
  expect(slack.violations).toEqual([])
})

test('an answer about a meeting that is over has no such button', async () => {
  await using running = await startReminding()
  const { body } = await command(running, 'What was the theme of the IDM in 2014?')
  expect(labelsIn(body)).not.toContain(reminderWords.remindMe.en)
  expect(lastSaid(running)).toContain('IDM')
  expect(buttonsIn(body).length).toBeGreaterThan(0)
})
