import { SocketModeClient } from '@slack/socket-mode'
import { expect, test } from 'vitest'
import { socketDelivery } from './delivery/socket-delivery.ts'
import type { FakeSlack } from './fake-slack.ts'
import { directMessage } from './payloads/message-events.ts'
import { slashCommand } from './payloads/slash-command.ts'
import { openSocketByHand } from './socket-by-hand.ts'
import { startFakeSlack } from './start-fake-slack.ts'

const connect = (slack: FakeSlack) => openSocketByHand(slack.sockets.newUrl())
const message = (slack: FakeSlack) => directMessage(slack, { text: 'Who chairs the Bali Process?' })
const command = (slack: FakeSlack) => slashCommand(slack, { command: '/focal', text: 'help' })

test('takes the real client, and its acknowledgements', async () => {
  await using slack = await startFakeSlack()
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const client = new SocketModeClient({ appToken: slack.appToken, clientOptions, autoReconnectEnabled: false })
  client.on('slash_commands', ({ ack, body }) => ack({ text: `You typed ${body.text}` }))
  client.on('message', ({ ack }) => ack())
  await client.start()
  const send = socketDelivery(slack)
  expect(await send(command(slack))).toMatchObject({ acknowledged: true, body: { text: 'You typed help' } })
  expect(await send(message(slack))).toMatchObject({ acknowledged: true, body: undefined })
  expect(slack.acks).toMatchObject([{ body: { text: 'You typed help' } }, { body: undefined }])
  await client.disconnect()
  await slack.socketsOpen(0)
})

test('speaks to its sockets in turn', async () => {
  await using slack = await startFakeSlack()
  using one = await connect(slack)
  using other = await connect(slack)
  for (let at = 0; at < 4; at += 1) void socketDelivery(slack)(message(slack))
  const types = async (socket: typeof one) => (await socket.received(3)).map(({ type }) => type)
  expect(await types(one)).toEqual(['hello', 'events_api', 'events_api'])
  expect(await types(other)).toEqual(['hello', 'events_api', 'events_api'])
})

test('tells the first attempt from others, and what may be answered', async () => {
  await using slack = await startFakeSlack()
  using socket = await connect(slack)
  void socketDelivery(slack)(message(slack))
  void socketDelivery(slack)(command(slack))
  const [, event, typed] = await socket.received(3)
  expect(event).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 })
  expect(typed).toMatchObject({ type: 'slash_commands', accepts_response_payload: true })
})

test('gives an event to another socket when the first one closes, and a command to none', async () => {
  await using slack = await startFakeSlack()
  using first = await connect(slack)
  const event = socketDelivery(slack)(message(slack))
  const typed = socketDelivery(slack)(command(slack))
  await first.received(3)
  slack.sockets.drop()
  expect(await typed).toMatchObject({ acknowledged: false })
  using second = await connect(slack)
  const [, again] = await second.received(2)
  expect(again).toMatchObject({ type: 'events_api', retry_attempt: 1 })
  expect(again?.payload).toEqual(first.frames[1]?.payload)
  second.acknowledge(again)
  expect(await event).toMatchObject({ acknowledged: true })
})

test('sends an envelope again when told to', async () => {
  await using slack = await startFakeSlack()
  using socket = await connect(slack)
  void socketDelivery(slack)(message(slack))
  await socket.received(2)
  slack.sockets.envelopes.redeliver(slack.sockets.envelopes.unacknowledged()[0]?.envelope_id ?? '')
  const [, first, second] = await socket.received(3)
  expect(second?.payload).toEqual(first?.payload)
  expect(second?.envelope_id).not.toBe(first?.envelope_id)
})

test('says when nothing was acknowledged in time', async () => {
  await using slack = await startFakeSlack()
  using _socket = await connect(slack)
  expect(await socketDelivery(slack, 1)(message(slack))).toMatchObject({ acknowledged: false, body: undefined })
  expect(slack.sockets.envelopes.unacknowledged()).toHaveLength(1)
})

test.for<[reason: 'warning' | 'refresh_requested' | 'link_disabled', code: number | 'open']>([
  ['warning', 'open'],
  ['refresh_requested', 1000],
  ['link_disabled', 1000],
])('announces the end of a socket: %s', async ([reason, end]) => {
  await using slack = await startFakeSlack()
  using socket = await connect(slack)
  slack.sockets.disconnect(reason, 0)
  const [, frame] = await socket.received(2)
  expect(frame).toMatchObject({ type: 'disconnect', reason })
  expect(end === 'open' ? await socket.ping() : await socket.closed).toBe(end === 'open' ? 'pong' : end)
})

test('cuts a socket without a word', async () => {
  await using slack = await startFakeSlack()
  using socket = await connect(slack)
  slack.sockets.drop()
  expect(await socket.closed).toBe(1006)
  expect(socket.frames).toHaveLength(1)
})

test('leaves a socket half-open: no pong, no event, and the end is noticed', async () => {
  await using slack = await startFakeSlack()
  using muted = await connect(slack)
  using other = await connect(slack)
  slack.sockets.mute(0)
  const pong = muted.ping()
  void socketDelivery(slack)(message(slack))
  void socketDelivery(slack)(message(slack))
  expect(await other.ping()).toBe('pong')
  await other.received(2)
  expect(muted.frames).toHaveLength(1)
  muted[Symbol.dispose]()
  expect(await pong).toBe('closed')
  await slack.socketsOpen(1)
  expect(await other.received(3)).toHaveLength(3)
})

test('lets nobody in twice with one ticket', async () => {
  await using slack = await startFakeSlack()
  const url = slack.sockets.newUrl()
  using _first = await openSocketByHand(url)
  using second = await openSocketByHand(url)
  expect(await second.closed).toBe(1006)
})

test('refuses an upgrade when a fault says so', async () => {
  await using slack = await startFakeSlack()
  slack.faults.add({ on: 'websocket', fail: { status: 503 } })
  using refused = await connect(slack)
  expect(await refused.closed).toBe(1006)
  using _accepted = await connect(slack)
  await slack.socketsOpen(1)
})

test('has room for ten sockets', async () => {
  await using slack = await startFakeSlack()
  using all = new DisposableStack()
  for (let at = 0; at < 10; at += 1) all.use(await connect(slack))
  using eleventh = await connect(slack)
  expect(eleventh.frames).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }])
  await slack.socketsOpen(10)
})

test('loses all sockets in an outage and takes new ones after it', async () => {
  await using slack = await startFakeSlack()
  using socket = await connect(slack)
  await slack.stopListening()
  expect(await socket.closed).toBe(1006)
  await slack.listenAgain()
  using _again = await connect(slack)
  await slack.socketsOpen(1)
})
