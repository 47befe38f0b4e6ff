import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { z } from 'zod'

const PROGRAM = new URL('run-fake-connector.ts', import.meta.url).pathname
const addresses = z.object({ controlUrl: z.url(), env: z.record(z.string(), z.string()) })

type Running = AsyncDisposable &
  z.infer<typeof addresses> & { control(method: string, path: string, body?: object): Promise<unknown> }

/** The connector as a program of its own. */
async function start(): Promise<Running> {
  const program = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(program, 'exit')
  const [line] = await once(createInterface({ input: program.stdout }), 'line')
  const told = addresses.parse(JSON.parse(String(line)))
  const control = async (method: string, path: string, body?: object) =>
    (await fetch(told.controlUrl + path, { method, body: body && JSON.stringify(body) })).json()
  const stop = async () => {
    program.kill()
    await ended
  }
  return { ...told, control, [Symbol.asyncDispose]: stop }
}

test('runs as a program, tells the settings for the bot and what was asked', async () => {
  await using fake = await start()
  expect(await fake.control('GET', 'env')).toEqual(fake.env)
  await fetch(String(fake.env.TEAMS_OPENID_METADATA_URL))
  expect(await fake.control('GET', 'calls?area=openid')).toMatchObject([{ status: 200 }])
  expect(await fake.control('GET', 'calls?area=token')).toEqual([])
  expect(await fake.control('GET', 'health')).toEqual({ ok: true, calls: 1, messages: 0 })
  await fake.control('DELETE', 'calls')
  expect(await fake.control('GET', 'calls')).toEqual([])
  expect(await fake.control('GET', 'conversations')).toEqual([])
})

test('takes faults from outside', async () => {
  await using fake = await start()
  const status = async () => (await fetch(String(fake.env.TEAMS_OPENID_METADATA_URL))).status
  await fake.control('POST', 'faults', { area: 'openid', status: 503, times: -1 })
  expect(await status()).toBe(503)
  await fake.control('DELETE', 'faults')
  expect(await status()).toBe(200)
  expect(await fake.control('POST', 'faults', { area: 'weather' })).toMatchObject({ ok: false })
})

test('sends activities from outside, and gives a token of any kind', async () => {
  await using fake = await start()
  // The token endpoint stands in for a bot: it answers everything.
  const url = String(fake.env.TEAMS_TOKEN_ENDPOINT)
  const activity = { send: 'message', text: 'Hello', place: 'channel' }
  expect(await fake.control('POST', 'send', { url, activity })).toMatchObject({
    activity: { text: '<at>Focal Point</at> Hello' },
    status: 400,
  })
  expect(await fake.control('GET', 'calls?area=token')).toMatchObject([
    { body: { text: '<at>Focal Point</at> Hello' } },
  ])
  expect(await fake.control('GET', 'token?kind=empty')).toEqual({ authorization: '' })
  expect(await fake.control('GET', 'token?kind=weather')).toMatchObject({ ok: false })
})

test('revokes tokens and changes the secret from outside', async () => {
  await using fake = await start()
  expect(await fake.control('POST', 'revoke')).toEqual({ ok: true })
  await fake.control('POST', 'secret', { secret: 'a-new-one' })
  expect(await fake.control('GET', 'env')).toMatchObject({ MicrosoftAppPassword: 'a-new-one' })
})

test('names what it takes when asked for something else', async () => {
  await using fake = await start()
  expect(await fake.control('GET', 'weather')).toMatchObject({ error: expect.stringContaining('GET health') })
})
