import { once } from 'node:events'
import { expect, test } from 'vitest'
import { appMention } from '../fake/payloads/message-events.ts'
import { startSocketStandIn } from '../fake/socket-stand-in.ts'
import { type RunningAdapter, startAdapter } from '../running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'
/** Between two tries, and not the limit of closing. */
const isWait = (ms: number) => ms >= 500 && ms !== 1000

const openings = ({ logged }: RunningAdapter) => logged.filter((line) => line.includes('slack socket open')).length

test('an upgrade that is never answered is given up, and tried again', async () => {
  await using running = await startAdapter('sockets', { openingTimeoutMs: 300 })
  const { slack, clock, send } = running
  await slack.socketsOpen(2)
  slack.faults.add({ on: 'websocket', fail: 'hang', times: 2 })
  slack.sockets.drop()
  await clock.passSleepOf(isWait)
  await slack.until(() => openings(running) >= 3, 'a connection again')
  expect(await send(appMention(slack, { text: question }))).toMatchObject({ acknowledged: true })
  await slack.called('chat.postMessage')
})

test('a connection that is never greeted is given up, and opened again', async () => {
  await using standIn = await startSocketStandIn((number) => number !== 3 && number !== 4)
  await using running = await startAdapter('sockets', { openingTimeoutMs: 300, slack: { methods: standIn.methods } })
  for (const number of [1, 2]) (await standIn.connection(number)).terminate()
  const silent = await Promise.all([3, 4].map(standIn.connection))
  await Promise.all(silent.map((connection) => once(connection, 'close')))
  await running.clock.passSleepOf(isWait)
  await running.slack.until(() => openings(running) >= 3, 'a connection again')
})

test('a connection that comes about after the end is closed', async () => {
  await using standIn = await startSocketStandIn(() => true)
  await using running = await startAdapter('sockets', { slack: { methods: standIn.methods } })
  const { slack, adapter } = running
  slack.faults.add({ on: 'apps.connections.open', fail: 'hang', times: 2 })
  for (const number of [1, 2]) (await standIn.connection(number)).terminate()
  await slack.called('apps.connections.open', 4)
  await adapter.stop(0)
  slack.faults.release()
  const late = await Promise.all([3, 4].map(standIn.connection))
  await Promise.all(late.map((connection) => once(connection, 'close')))
})

test.each([
  ['no JSON', 'hello?'],
  ['nothing', ''],
  ['null', 'null'],
  // Long, because times in the log hold every short one now and then.
  ['a number', '314159265358979'],
  ['an empty object', '{}'],
  ['an event without a payload', '{"type":"events_api","envelope_id":"e1"}'],
  ['a payload that is null', '{"type":"slash_commands","envelope_id":"e1","payload":null}'],
  ['of an unknown type', '{"type":"weather","envelope_id":"e1","payload":{}}'],
])('a frame that is %s does no harm', async (_, frame) => {
  await using standIn = await startSocketStandIn(() => true)
  await using running = await startAdapter('sockets', { slack: { methods: standIn.methods } })
  const { slack } = running
  const connection = await standIn.connection(1)
  const payload = appMention(slack, { text: question }).body
  connection.send(frame)
  connection.send(JSON.stringify({ type: 'events_api', envelope_id: 'e2', payload }))
  await slack.called('chat.postMessage')
  expect(running.logged.join()).not.toContain(frame || 'nothing to be found')
})

test('why Slack closed a connection is told', async () => {
  await using running = await startAdapter('sockets')
  const { slack, adapter, clock } = running
  await slack.socketsOpen(2)
  slack.faults.add({ on: 'websocket', fail: { status: 503 }, times: 'always' })
  slack.sockets.disconnect('link_disabled')
  await clock.passSleepOf(isWait)
  expect(running.logged.join()).toContain('link_disabled')
  expect(adapter.checks.slack?.()).toMatchObject({ status: 'failed' })
})
