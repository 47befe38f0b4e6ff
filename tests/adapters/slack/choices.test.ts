import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import type { Question } from '../../../src/focal-point.ts'
import { ownFocalPoint } from '../own-focal-point.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import type { PostedMessage } from './fake/state/posted-messages.ts'
import { buttonNamed, handled, pressInMessage, pressInPrivate, pressInView } from './pressing.ts'
import { startAdapter, transports } from './running-adapter.ts'

/** Two questions that need another word, one with readings to choose from, one with questions to ask instead. */
const unclear = [
  {
    what: 'a reading',
    text: '¿y el de 2013?',
    button: 'el tema: IDM 2013',
    answer: /IDM 2013: la fuente no imprime ningún tema/,
    next: '¿y en 2014?',
    nextAnswer: /IDM 2014, tema: Human Mobility/,
  },
  {
    what: 'a suggestion',
    text: 'who runs the secretariat?',
    button: 'focal.choose.0',
    answer: /Almaty Process: IOM serves as technical secretariat/,
    next: 'and when was it founded?',
    nextAnswer: /do not give the founding date \(Almaty Process\)/,
  },
] as const

describe.each(transports)('over %s', (transport) => {
  test.each(unclear)(
    '$what that is picked in a channel takes the place of the question, and the thread goes on with it',
    async ({ text, button, answer, next, nextAnswer }) => {
      await using running = await startAdapter(transport)
      const { slack, send } = running
      const mention = appMention(slack, { text })
      await send(mention)
      await slack.called('chat.postMessage')
      expect(slack.messages[0]?.text).not.toMatch(answer)
      expect(await pressInMessage(running, slack.messages[0], button)).toMatchObject({ acknowledged: true })
      await slack.called('response_url')
      expect(slack.messages).toMatchObject([{ updates: 1, text: expect.stringMatching(answer) }])
      const thread_ts = String(mention.body.event.ts)
      await send(appMention(slack, { text: next, thread_ts, user: 'U00000002' }))
      await slack.called('chat.postMessage', 2)
      expect(slack.messages[1]?.text).toMatch(nextAnswer)
      expect(slack.violations).toEqual([])
    },
  )

  test.each(unclear)(
    '$what that is picked in a private answer takes its place there, and can be shared',
    async ({ text, button, answer, next, nextAnswer }) => {
      await using running = await startAdapter(transport)
      const { slack, send } = running
      const { body } = await send(slashCommand(slack, { command: '/focal', text }))
      await pressInPrivate(running, body, button)
      await slack.called('response_url')
      const [replaced] = slack.responses
      expect(replaced).toMatchObject({ effect: 'replaced', body: { text: expect.stringMatching(answer) } })
      expect(buttonNamed(replaced?.body, 'focal.share')).toBeDefined()
      const follow = await send(slashCommand(slack, { command: '/focal', text: next }))
      expect(follow.body).toMatchObject({ text: expect.stringMatching(nextAnswer) })
      expect(slack.messages).toEqual([])
      expect(slack.violations).toEqual([])
    },
  )

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

test('pressed twice, or by two people at once, one answer stands in the place of the question', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  await send(appMention(slack, { text: '¿y el de 2013?' }))
  await slack.called('chat.postMessage')
  const [question] = slack.messages
  await Promise.all([
    pressInMessage(running, question, 'el tema: IDM 2013'),
    pressInMessage(running, question, 'el tema: IDM 2013'),
    pressInMessage(running, question, 'el tema: IDM 2013', { user: 'U00000002' }),
  ])
  await handled(running, 4)
  expect(slack.messages).toMatchObject([{ text: expect.stringMatching(/Diaspora Ministerial/) }])
  expect(slack.ephemerals).toEqual([])
  expect(slack.violations).toEqual([])
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

test('the answer that was picked is worded in the language of the question, whoever picks it', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  slack.users.set('U00000002', { locale: 'fr-FR' })
  await send(appMention(slack, { text: '¿y el de 2013?' }))
  await slack.called('chat.postMessage')
  await pressInMessage(running, slack.messages[0], 'el tema: IDM 2013', { user: 'U00000002' })
  await slack.called('response_url')
  expect(slack.messages[0]?.text).toMatch(/la fuente no imprime/)
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

test('while the assistant cannot answer, whoever picks hears so, and the choice stays to be made again', async () => {
  let isAway = false
  const own = ownFocalPoint()
  const focalPoint = {
    ...own,
    ask: (question: Question) => (isAway ? Promise.reject(new Error('away')) : own.ask(question)),
  }
  await using running = await startAdapter('http', { focalPoint })
  const { slack, send } = running
  await send(appMention(slack, { text: 'who runs the secretariat?' }))
  await slack.called('chat.postMessage')
  const asked = { ...slack.messages[0] } as PostedMessage
  isAway = true
  await pressInMessage(running, asked, 'focal.choose.0')
  await slack.called('response_url')
  expect(slack.responses).toMatchObject([{ effect: 'ephemeral', body: { text: notices.unavailable.en } }])
  expect(slack.messages[0]).toMatchObject({ text: asked.text, blocks: asked.blocks })
  isAway = false
  await pressInMessage(running, asked, 'focal.choose.0')
  await slack.called('response_url', 2)
  expect(slack.messages).toMatchObject([{ text: expect.stringMatching(/Almaty Process: IOM/) }])
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
