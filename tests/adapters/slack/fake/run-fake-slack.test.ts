import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { WebClient } from '@slack/web-api'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openSocketByHand } from './socket-by-hand.ts'

const PROGRAM = new URL('run-fake-slack.ts', import.meta.url).pathname
const addresses = z.object({ apiUrl: z.url(), controlUrl: z.url(), botToken: z.string(), appToken: z.string() })

type Running = AsyncDisposable &
  z.infer<typeof addresses> & { control(method: string, path: string, body?: object): Promise<unknown> }

/** The Slack as a program of its own. */
async function start(): Promise<Running> {
  const program = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(program, 'exit')
  const [line] = await once(createInterface({ input: program.stdout }), 'line')
  const told = addresses.parse(JSON.parse(String(line)))
  const headers = { 'content-type': 'application/json' }
  const control = async (method: string, path: string, body?: object) =>
    (await fetch(told.controlUrl + path, { method, headers, body: body && JSON.stringify(body) })).json()
  const stop = async () => {
    program.kill()
    await ended
  }
  return { ...told, control, [Symbol.asyncDispose]: stop }
}

test('runs as a program, and tells what was asked of it', async () => {
  await using slack = await start()
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } })
  await client.chat.postMessage({ channel: 'C1', text: 'Hello' })
  expect(await slack.control('GET', 'called?method=chat.postMessage')).toMatchObject([{ args: { text: 'Hello' } }])
  expect(await slack.control('GET', 'state')).toMatchObject({ messages: [{ text: 'Hello' }], violations: [] })
  await slack.control('DELETE', 'calls')
  expect(await slack.control('GET', 'calls')).toEqual([])
})

test('takes faults from outside', async () => {
  await using slack = await start()
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } })
  await slack.control('POST', 'faults', { on: 'auth.test', fail: { error: 'account_inactive' } })
  await expect(client.auth.test()).rejects.toThrow('account_inactive')
  await slack.control('POST', 'faults', { on: 'auth.test', fail: { error: 'account_inactive' }, times: 'always' })
  await slack.control('DELETE', 'faults')
  expect(await client.auth.test()).toMatchObject({ ok: true })
  expect(await slack.control('POST', 'faults', { on: 'auth.test' })).toMatchObject({ ok: false })
})

test('sends events from outside, over sockets that it can cut', async () => {
  await using slack = await start()
  const client = new WebClient(slack.appToken, { slackApiUrl: slack.apiUrl })
  using socket = await openSocketByHand(String((await client.apps.connections.open({})).url))
  const sent = slack.control('POST', 'events', { send: 'app_mention', text: 'Hello' })
  const [, envelope] = await socket.received(2)
  socket.acknowledge(envelope)
  expect(await sent).toMatchObject({ acknowledged: true })
  expect(await slack.control('GET', 'health')).toMatchObject({ ok: true, sockets: 1 })
  await slack.control('POST', 'mute')
  await slack.control('POST', 'drop')
  expect(await socket.closed).toBe(1006)
})

test('names what it takes when asked for something else', async () => {
  await using slack = await start()
  expect(await slack.control('GET', 'weather')).toMatchObject({ error: expect.stringContaining('GET health') })
})
