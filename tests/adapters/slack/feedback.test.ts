import { describe, expect, test } from 'vitest'
import { notices, words } from '../../../adapters/chat/wording.ts'
import { callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import { reasonIds } from '../../../adapters/slack/drawing/render-modals.ts'
import { elementsOf } from './drawing/an-answer.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { viewSubmission } from './fake/payloads/view-payloads.ts'
import type { Args } from './fake/state/recorded-calls.ts'
import { buttonNamed, handled, labelsIn, pressInMessage, pressInPrivate, pressInView } from './pressing.ts'
import { type RunningAdapter, startAdapter, transports } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

/** An answer in a channel. */
async function ask({ slack, send }: RunningAdapter): Promise<void> {
  await send(appMention(slack, { text: question }))
  await slack.called('chat.postMessage')
}

async function press(running: RunningAdapter, label: string, user?: string) {
  return pressInMessage(running, running.slack.messages[0], label, user ? { user } : {})
}

/** Sends the window for the reason that was opened last. */
function submit({ slack, send }: RunningAdapter, value: string | null, view = slack.modals.at(-1)) {
  if (!view) throw new Error('there is no window to submit')
  return send(viewSubmission(slack, { view, values: { [reasonIds.block]: { [reasonIds.action]: { value } } } }))
}

describe.each(transports)('over %s', (transport) => {
  test('a thumb up is thanked for privately, each time', async () => {
    await using running = await startAdapter(transport)
    const { slack } = running
    await ask(running)
    await press(running, 'Helpful')
    await press(running, 'Helpful')
    await handled(running, 3)
    const thanks = { user: 'U00000001', text: notices.thanks.en }
    expect(slack.ephemerals).toMatchObject([thanks, thanks])
    expect(slack.violations).toEqual([])
  })

  test('thumbs down asks for the reason, which is stored', async () => {
    await using running = await startAdapter(transport)
    const { slack, store } = running
    await ask(running)
    await press(running, 'Not helpful')
    await slack.called('views.open')
    expect(slack.modals[0]?.view).toMatchObject({ callback_id: callbackIds.feedbackReason })
    await handled(running, 2)
    expect(await submit(running, '  The chair has changed.  ')).toMatchObject({ acknowledged: true, body: undefined })
    await handled(running, 3)
    expect(await store.feedback.list()).toMatchObject([{ verdict: 'down', reason: 'The chair has changed.' }])
    expect(slack.violations).toEqual([])
  })

  test.each(['', '   \n', null])('the empty reason %j comes back with an error at its field', async (value) => {
    await using running = await startAdapter(transport)
    await ask(running)
    await press(running, 'Not helpful')
    await handled(running, 2)
    const errors = { [reasonIds.block]: words.reasonMissing.en }
    expect((await submit(running, value)).body).toEqual({ response_action: 'errors', errors })
    await handled(running, 3)
    expect(await running.store.feedback.list()).toMatchObject([{ verdict: 'down', reason: undefined }])
  })
})

test('private answers are judged too, on each page of the same answer', async () => {
  await using running = await startAdapter('http')
  const { slack, send, store } = running
  const { body } = await send(slashCommand(slack, { command: '/focal', text: question }))
  await pressInPrivate(running, body, 'Helpful')
  await pressInPrivate(running, body, 'Not helpful')
  await handled(running, 3)
  expect(await store.feedback.list()).toMatchObject([{ verdict: 'down' }])
})

test('the reason is asked for before anything is stored, because the trigger does not wait', async () => {
  await using running = await startAdapter('http')
  const { slack, store } = running
  await ask(running)
  const { promise, resolve } = Promise.withResolvers<void>()
  store.feedback.record = () => promise
  await press(running, 'Not helpful')
  await slack.called('views.open')
  resolve()
  await handled(running, 2)
  expect(slack.modals).toHaveLength(1)
})

test('a reason that is sent twice is one', async () => {
  await using running = await startAdapter('http')
  await ask(running)
  await press(running, 'Not helpful')
  await handled(running, 2)
  await Promise.all([submit(running, 'Old.'), submit(running, 'Old.')])
  await handled(running, 4)
  expect(await running.store.feedback.list()).toMatchObject([{ reason: 'Old.' }])
  expect(running.slack.ephemerals).toEqual([])
})

test('a reason is kept although the verdict was lost', async () => {
  await using running = await startAdapter('http')
  const { store, slack } = running
  await ask(running)
  const { record } = store.feedback
  store.feedback.record = async () => {}
  await press(running, 'Not helpful')
  await handled(running, 2)
  store.feedback.record = record
  await submit(running, 'Old.')
  await handled(running, 3)
  expect(await store.feedback.list()).toMatchObject([{ verdict: 'down', reason: 'Old.' }])
  expect(slack.modals).toHaveLength(1)
})

test.each([
  ['empty', ''],
  ['no JSON', 'x'],
  ['without an answer', '{"verdict":"up","language":"en"}'],
  ['a wrong verdict', feedback({ verdict: 'sideways' })],
  ['an id that is no id', feedback({ answerId: "1'; drop table feedback" })],
  ['more than we write', feedback({ person: 'U00000009' })],
])('private metadata that is tampered with (%s) changes nothing', async (_, private_metadata) => {
  await using running = await startAdapter('http')
  const { slack, store } = running
  await ask(running)
  await press(running, 'Not helpful')
  await handled(running, 2)
  const before = await store.feedback.list()
  const [opened] = slack.modals
  if (!opened) throw new Error('there is no window')
  const view = { ...opened, view: { ...opened.view, private_metadata } }
  expect(await submit(running, 'It is wrong.', view)).toMatchObject({ acknowledged: true })
  await handled(running, 3)
  expect(await store.feedback.list()).toEqual(before)
})

function feedback(more: object): string {
  return JSON.stringify({ answerId: 'a', intent: 'role', status: 'answered', language: 'en', verdict: 'down', ...more })
}

test.each(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'])(
  'where the window comes too late (%s) the person is asked to click again, and the verdict is kept',
  async (error) => {
    await using running = await startAdapter('http')
    const { slack, store } = running
    await ask(running)
    slack.faults.add({ on: 'views.open', fail: { error } })
    await press(running, 'Not helpful')
    await handled(running, 2)
    expect(slack.ephemerals).toMatchObject([{ user: 'U00000001', text: notices.clickAgain.en }])
    expect(await store.feedback.list()).toMatchObject([{ verdict: 'down' }])
  },
)

test('a store and a response address that both fail do not end the program', async () => {
  await using running = await startAdapter('http')
  const { slack, store } = running
  await ask(running)
  const { promise, reject } = Promise.withResolvers<void>()
  store.feedback.record = () => promise
  slack.faults.add({ on: 'views.open', fail: { error: 'invalid_arguments' } })
  slack.faults.add({ on: 'response_url', fail: { status: 404 }, times: 'always' })
  await press(running, 'Not helpful')
  await slack.called('views.open')
  reject(new Error('disk full'))
  await slack.called('chat.postEphemeral')
  await handled(running, 2)
  expect(slack.ephemerals).toMatchObject([{ text: notices.failed.en }])
})

describe('in a window', () => {
  async function lookUp(running: RunningAdapter): Promise<void> {
    const { slack, send } = running
    await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: question }))
    await slack.called('views.open')
  }

  test('thumbs down asks for the reason on top of the answer', async () => {
    await using running = await startAdapter('http')
    const { slack, store } = running
    await lookUp(running)
    await pressInView(running, slack.modals[0], 'Not helpful')
    await handled(running, 2)
    expect(slack.modals).toHaveLength(2)
    expect(slack.modals[1]).toMatchObject({ previousId: slack.modals[0]?.id })
    await submit(running, 'Too short.')
    await handled(running, 3)
    expect(await store.feedback.list()).toMatchObject([{ verdict: 'down', reason: 'Too short.' }])
    expect(slack.violations).toEqual([])
  })

  test('thumbs up is thanked for on top of the answer', async () => {
    await using running = await startAdapter('http')
    const { slack, store } = running
    await lookUp(running)
    await pressInView(running, slack.modals[0], 'Helpful')
    await handled(running, 2)
    expect(JSON.stringify(slack.modals[1]?.view)).toContain(notices.thanks.en)
    expect(await store.feedback.list()).toMatchObject([{ verdict: 'up' }])
    expect(slack.violations).toEqual([])
  })
})

describe('where a workspace does not know', () => {
  const withThumbs = ({ blocks }: Args) => JSON.stringify(blocks ?? '').includes('context_actions')
  const withBlocks = ({ blocks }: Args) => blocks !== undefined

  test('the thumbs, the same answer comes with plain buttons, and from then on at once', async () => {
    await using running = await startAdapter('http')
    const { slack, send, store } = running
    slack.faults.add({ on: 'chat.postMessage', fail: { error: 'invalid_blocks' }, times: 'always', match: withThumbs })
    await ask(running)
    await slack.called('chat.postMessage', 2)
    await handled(running, 1)
    await send(directMessage(slack, { text: question }))
    await slack.called('chat.postMessage', 3)
    await handled(running, 2)
    expect(slack.calls('chat.postMessage')).toHaveLength(3)
    expect(slack.messages).toHaveLength(2)
    expect(elementsOf(slack.messages[0]?.blocks, 'context_actions')).toEqual([])
    const { body } = await send(slashCommand(slack, { command: '/focal', text: question }))
    expect(elementsOf(body, 'context_actions')).toEqual([])
    expect(labelsIn(body)).toContain('Helpful')
    await press(running, 'Helpful')
    await handled(running, 4)
    expect(await store.feedback.list()).toMatchObject([{ verdict: 'up' }])
    expect(slack.violations).toEqual([])
  })

  test('any blocks, the answer comes as plain text', async () => {
    await using running = await startAdapter('http')
    const { slack } = running
    slack.faults.add({ on: 'chat.postMessage', fail: { error: 'invalid_blocks' }, times: 'always', match: withBlocks })
    await ask(running)
    await handled(running, 1)
    expect(slack.messages).toMatchObject([{ blocks: undefined, text: expect.stringContaining('UNHCR') }])
  })

  test('the blocks of one answer, the thumbs are still tried under the next', async () => {
    await using running = await startAdapter('http')
    const { slack, send } = running
    slack.faults.add({ on: 'chat.postMessage', fail: { error: 'invalid_blocks' }, times: 2 })
    await ask(running)
    await handled(running, 1)
    await send(appMention(slack, { text: question }))
    await handled(running, 2)
    expect(elementsOf(slack.messages[1]?.blocks, 'context_actions')).toHaveLength(1)
  })
})

test.each([
  ['of an older version', '{"id":"1"}'],
  ['no JSON', 'up'],
  ['missing', ''],
])('a thumb whose value is %s gets a friendly private text', async (_, value) => {
  await using running = await startAdapter('http')
  const { slack, store } = running
  await ask(running)
  await pressInMessage(running, slack.messages[0], {
    ...buttonNamed(slack.messages[0]?.blocks, 'Helpful'),
    value,
  })
  await handled(running, 2)
  expect(slack.ephemerals).toMatchObject([{ text: notices.unknownControl.en }])
  expect(await store.feedback.list()).toEqual([])
})
