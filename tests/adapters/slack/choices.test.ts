import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import { buttonNamed, pressInMessage, pressInView } from './pressing.ts'
import { startAdapter, transports } from './running-adapter.ts'

/** Two questions that need another word, one with readings to choose from, one with questions to ask instead. */
const unclear = [
  {
    what: 'a reading',
    text: '¿y el de 2013?',
    button: 'el tema: IDM 2013',
    answer: /IDM 2013: la fuente no imprime ningún tema/,
  },
  {
    what: 'a suggestion',
    text: 'who runs the secretariat?',
    button: 'focal.choose.0',
    answer: /Almaty Process: IOM serves as technical secretariat/,
  },
] as const

describe.each(transports)('over %s', (transport) => {
  test.each(unclear)('$what that is picked in a window takes its place there', async ({ text, button, answer }) => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text }))
    await slack.called('views.open')
    await pressInView(running, slack.modals[0], button)
    await slack.called('views.update')
    expect(slack.modals).toHaveLength(1)
    expect(JSON.stringify(slack.modals[0]?.view)).toMatch(answer)
    expect(slack.violations).toEqual([])
  })
})

test('somebody else than who asked picks a reading, also in the direct messages of an agent', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  await send(directMessage(slack, { text: 'who runs the secretariat?' }))
  await slack.called('chat.postMessage')
  await pressInMessage(running, slack.messages[0], 'focal.choose.1', { user: 'U00000009' })
  await slack.called('response_url')
  expect(slack.messages).toMatchObject([{ text: expect.stringMatching(/observer/) }])
})

test.each([
  ['of an older version', '{"q":"Almaty"}'],
  ['no JSON', 'Almaty'],
  ['of another language than ours', '{"question":"Almaty","language":"de"}'],
  ['longer than a button holds', JSON.stringify({ question: 'a'.repeat(3000), language: 'en' })],
  ['empty', JSON.stringify({ question: '  ', language: 'en' })],
  ['with more in it than we write', '{"question":"Almaty","language":"en","workspace":"T2"}'],
])('a value that is %s gets a friendly private text, and the question stays', async (_, value) => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  await send(appMention(slack, { text: 'who runs the secretariat?' }))
  await slack.called('chat.postMessage')
  const before = slack.messages[0]?.text
  const action = { ...buttonNamed(slack.messages[0]?.blocks, 'focal.choose.0'), value }
  await pressInMessage(running, slack.messages[0], action)
  await slack.called('response_url')
  expect(slack.ephemerals).toMatchObject([{ user: 'U00000001', text: notices.unknownControl.en }])
  expect(slack.messages).toMatchObject([{ text: before, updates: 0 }])
  expect(slack.violations).toEqual([])
})

test('a window tells the same, on top of what it shows', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: 'who runs the secretariat?' }))
  await slack.called('views.open')
  const action = { ...buttonNamed(slack.modals[0]?.view, 'focal.choose.0'), value: 'of old' }
  await pressInView(running, slack.modals[0], action)
  await slack.called('views.push')
  expect(JSON.stringify(slack.modals[1]?.view)).toContain(notices.unknownControl.en)
  expect(slack.violations).toEqual([])
})

test('a text about a button is in the language of the person', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  slack.users.set('U00000001', { locale: 'fr-FR' })
  await send(appMention(slack, { text: 'who runs the secretariat?' }))
  await slack.called('chat.postMessage')
  const action = { ...buttonNamed(slack.messages[0]?.blocks, 'focal.choose.0'), value: 'of old' }
  await pressInMessage(running, slack.messages[0], action)
  await slack.called('response_url')
  expect(slack.ephemerals).toMatchObject([{ text: notices.unknownControl.fr.replaceAll('&', '&amp;') }])
})

test.each([
  ['a message that was deleted meanwhile', 404],
  ['a message that Slack does not let be changed', 403],
])('of %s the person hears privately that it did not work', async (_, status) => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  await send(appMention(slack, { text: 'who runs the secretariat?' }))
  await slack.called('chat.postMessage')
  slack.faults.add({ on: 'response_url', fail: { status }, times: 'always' })
  await pressInMessage(running, slack.messages[0], 'focal.choose.0')
  await slack.called('chat.postEphemeral')
  expect(slack.ephemerals).toMatchObject([{ user: 'U00000001', text: notices.failed.en }])
  expect(slack.messages).toHaveLength(1)
})
