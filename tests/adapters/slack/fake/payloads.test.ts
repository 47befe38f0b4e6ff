import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import { expect, test } from 'vitest'
import type { Delivery } from './delivery/delivery.ts'
import { httpDelivery } from './delivery/http-delivery.ts'
import { socketDelivery } from './delivery/socket-delivery.ts'
import type { FakeSlack } from './fake-slack.ts'
import { appHomeOpened, appUninstalled, tokensRevoked } from './payloads/app-events.ts'
import { ephemeralAction, feedbackAction, messageAction, viewAction } from './payloads/block-actions.ts'
import { anyEvent } from './payloads/event-envelope.ts'
import { appMention, channelMessage, directMessage } from './payloads/message-events.ts'
import {
  botMessage,
  channelJoin,
  messageChanged,
  messageDeleted,
  otherBotMessage,
  ownMessage,
  systemMessage,
} from './payloads/message-subtypes.ts'
import type { Payload } from './payloads/payload.ts'
import { globalShortcut, messageShortcut } from './payloads/shortcuts.ts'
import { slashCommand } from './payloads/slash-command.ts'
import { viewClosed, viewSubmission } from './payloads/view-payloads.ts'
import { quietLogger } from './quiet-logger.ts'
import { startFakeSlack } from './start-fake-slack.ts'

const button = { action_id: 'more', value: '1' }
const feedback = feedbackAction('feedback', 'good', 'Good')
const message = { channel: 'C1', ts: '1.1', text: 'Hello', blocks: [], thread_ts: '1.0' }
const modal = {
  id: 'V1',
  team: 'T1',
  rootId: 'V1',
  previousId: undefined,
  hash: 'h',
  view: { type: 'modal', callback_id: 'edit' },
}
const home = { ...modal, view: { type: 'home' } }

type Row = readonly [payload: string, build: (slack: FakeSlack) => Payload, heard: string]
const ROWS: readonly Row[] = [
  [
    'a mention',
    (slack) => appMention(slack, { text: 'Hello', thread_ts: '1.0' }),
    'app_mention <@UBOT00001> Hello in 1.0',
  ],
  ['a message in a channel', (slack) => channelMessage(slack, { text: 'Hello' }), 'message channel Hello'],
  ['a direct message', (slack) => directMessage(slack, { text: 'Hello', agentView: true }), 'message im Hello'],
  ['an edited message', (slack) => messageChanged(slack), 'message im message_changed'],
  ['a deleted message', (slack) => messageDeleted(slack), 'message im message_deleted'],
  ['another app', (slack) => botMessage(slack), 'message im bot_message'],
  ['another app of today', (slack) => otherBotMessage(slack), 'message im hello'],
  ['Slack itself', (slack) => systemMessage(slack), 'message im archived the channel'],
  ['somebody who joins', (slack) => channelJoin(slack), 'message channel channel_join'],
  ['the home tab', (slack) => appHomeOpened(slack, { tab: 'home' }), 'app_home_opened home'],
  ['the Messages tab', (slack) => appHomeOpened(slack, { tab: 'messages' }), 'app_home_opened messages'],
  ['the end of the app', (slack) => appUninstalled(slack), 'app_uninstalled'],
  ['revoked tokens', (slack) => tokensRevoked(slack, { bot: ['UBOT00001'] }), 'tokens_revoked'],
  ['any event', (slack) => anyEvent(slack, { type: 'team_rename', name: 'x' }), 'team_rename'],
  ['a command', (slack) => slashCommand(slack, { command: '/focal', text: 'help' }), 'command /focal help'],
  [
    'a button in a message',
    (slack) => messageAction(slack, { action: button, message }),
    'action button more 1 on message',
  ],
  [
    'a thumb',
    (slack) => messageAction(slack, { action: feedback, message }),
    'action feedback_buttons feedback good on message',
  ],
  [
    'a button that one person sees',
    (slack) => ephemeralAction(slack, { action: button, channel: 'C1', message_ts: '1.1' }),
    'action button more 1 on nothing',
  ],
  [
    'a button in a modal',
    (slack) => viewAction(slack, { action: button, view: modal }),
    'action button more 1 on modal',
  ],
  [
    'a button on the home tab',
    (slack) => viewAction(slack, { action: button, view: home }),
    'action button more 1 on home',
  ],
  [
    'a submitted modal',
    (slack) => viewSubmission(slack, { view: modal, values: { b: { a: { type: 'x', value: 'y' } } } }),
    'view_submission edit {"b":{"a":{"type":"x","value":"y"}}}',
  ],
  ['a closed modal', (slack) => viewClosed(slack, { view: modal }), 'view_closed edit {}'],
  [
    'a message shortcut',
    (slack) => messageShortcut(slack, { callback_id: 'look_up', text: 'GFMD' }),
    'message_action look_up GFMD',
  ],
  ['a global shortcut', (slack) => globalShortcut(slack, { callback_id: 'ask' }), 'shortcut ask'],
]

/** A Bolt app that tells what its listeners heard. */
function listeningApp(slack: FakeSlack, receiver: HTTPReceiver | SocketModeReceiver): { app: App; heard: string[] } {
  const { botId, botUserId, botToken: token } = slack
  const app = new App({
    receiver,
    token,
    botId,
    botUserId,
    logger: quietLogger,
    clientOptions: { slackApiUrl: slack.apiUrl },
  })
  const heard: string[] = []
  const hear = (...words: unknown[]) => void heard.push(words.filter((word) => word !== undefined).join(' '))
  app.event(/^(?!message|app_mention|app_home_opened)/, async ({ event }) => hear(event.type))
  app.event('app_mention', async ({ event }) => hear('app_mention', event.text, 'in', event.thread_ts))
  app.event('app_home_opened', async ({ event }) => hear('app_home_opened', event.tab))
  app.event('message', async ({ event }) => {
    hear('message', event.channel_type, event.subtype ?? ('text' in event ? event.text : undefined))
  })
  app.command(/.*/, async ({ command, ack }) => {
    hear('command', command.command, command.text)
    await ack('taken')
  })
  app.action(/.*/, async ({ action, body, ack }) => {
    if (body.type !== 'block_actions' || !('action_id' in action)) return
    const value = 'value' in action ? action.value : undefined
    hear('action', action.type, action.action_id, value, 'on', body.message?.type ?? body.view?.type ?? 'nothing')
    await ack()
  })
  for (const type of ['view_submission', 'view_closed'] as const) {
    app.view({ callback_id: /.*/, type }, async ({ view, body, ack }) => {
      hear(body.type, view.callback_id, JSON.stringify(view.state.values))
      await ack()
    })
  }
  app.shortcut(/.*/, async ({ shortcut, ack }) => {
    hear(shortcut.type, shortcut.callback_id, 'message' in shortcut ? shortcut.message.text : undefined)
    await ack()
  })
  return { app, heard }
}

type Connected = AsyncDisposable & { readonly send: Delivery; readonly heard: string[] }

async function overHttp(slack: FakeSlack): Promise<Connected> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quietLogger })
  const { app, heard } = listeningApp(slack, receiver)
  const server = await app.start(0)
  const address = 'address' in server ? server.address() : null
  if (address === null || typeof address === 'string') throw new Error('the app listens nowhere')
  const send = httpDelivery(slack, `http://127.0.0.1:${address.port}/slack/events`)
  return { send, heard, [Symbol.asyncDispose]: async () => void (await app.stop()) }
}

async function overSockets(slack: FakeSlack): Promise<Connected> {
  const { appToken } = slack
  const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } }
  const receiver = new SocketModeReceiver({ appToken, installerOptions, logger: quietLogger })
  const { app, heard } = listeningApp(slack, receiver)
  await app.start()
  return { send: socketDelivery(slack), heard, [Symbol.asyncDispose]: async () => void (await app.stop()) }
}

test.for([
  ['HTTP', overHttp],
  ['a socket', overSockets],
] as const)('is understood by Bolt over %s, whatever it sends', async ([, connect]) => {
  await using slack = await startFakeSlack()
  await using app = await connect(slack)
  const heard: (readonly [string, string | undefined])[] = []
  for (const [payload, build] of ROWS) {
    const before = app.heard.length
    const { acknowledged } = await app.send(build(slack))
    heard.push([payload, acknowledged ? app.heard[before] : 'nothing, it was not acknowledged'])
  }
  expect(heard).toEqual(ROWS.map(([payload, , expected]) => [payload, expected]))
})

test('sends the app what it said itself, which Bolt leaves out', async () => {
  await using slack = await startFakeSlack()
  await using app = await overHttp(slack)
  expect(await app.send(ownMessage(slack))).toMatchObject({ acknowledged: true })
  expect(app.heard).toEqual([])
})

test('gives the app a way back: a trigger id and a response_url that work', async () => {
  await using slack = await startFakeSlack()
  const { body } = slashCommand(slack, { command: '/focal', user: 'U7' })
  expect(slack.triggers.use(String(body.trigger_id))).toBeUndefined()
  expect((await fetch(String(body.response_url), { method: 'POST', body: 'text=Hello' })).status).toBe(200)
  expect(slack.ephemerals).toMatchObject([{ user: 'U7', text: 'Hello' }])
})

test('sends no message along with a button of an ephemeral one, and no response_url from a view', async () => {
  await using slack = await startFakeSlack()
  const ephemeral = ephemeralAction(slack, { action: button, channel: 'C1', message_ts: '1.1' }).body
  expect(ephemeral).toMatchObject({ container: { is_ephemeral: true, message_ts: '1.1' } })
  expect(ephemeral).not.toHaveProperty('message')
  expect(viewAction(slack, { action: button, view: home }).body).not.toHaveProperty('response_url')
})
