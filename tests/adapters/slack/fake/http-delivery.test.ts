import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { HTTPReceiver } from '@slack/bolt'
import { expect, test } from 'vitest'
import { type DeliverOptions, httpDelivery } from './delivery/http-delivery.ts'
import { directMessage } from './payloads/message-events.ts'
import { slashCommand } from './payloads/slash-command.ts'
import { quietLogger } from './quiet-logger.ts'
import { startFakeSlack } from './start-fake-slack.ts'

type Request = { readonly headers: IncomingHttpHeaders; readonly body: string }
type Endpoint = AsyncDisposable & { readonly url: string; readonly requests: Request[] }

/** An app that answers each request with the next of these statuses; the last one stays. */
async function listen(statuses: number[], headers: Record<string, string> = {}, body = ''): Promise<Endpoint> {
  const requests: Request[] = []
  return serve(
    requests,
    createServer(async (request, response) => {
      requests.push({ headers: request.headers, body: await text(request) })
      response.writeHead(statuses[Math.min(requests.length, statuses.length) - 1] ?? 200, headers).end(body)
    }),
  )
}

async function serve(requests: Request[], server: Server): Promise<Endpoint> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on TCP, so the address is no path.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/slack/events`, requests, [Symbol.asyncDispose]: close }
}

test.for<[reason: string, options: DeliverOptions, status: number]>([
  ['signed', {}, 200],
  ['of four minutes ago', { aheadSeconds: -240 }, 200],
  ['of six minutes ago', { aheadSeconds: -360 }, 401],
  ['signed with another secret', { secret: 'other' }, 401],
  ['signed in another version', { version: 'v1' }, 401],
  ['unsigned', { unsigned: true }, 401],
])('is judged by the real receiver when %s', async ([, options, status]) => {
  await using slack = await startFakeSlack()
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quietLogger })
  // An app has much more, but its receiver asks for no more than this.
  receiver.init({ processEvent: async ({ ack }: { ack: () => Promise<void> }) => ack() } as never)
  await using app = await serve(
    [],
    createServer((request, response) => receiver.requestListener(request, response)),
  )
  expect(await slack.deliver(app.url, directMessage(slack, { text: 'Hello' }), options)).toMatchObject({ status })
})

test('sends events as JSON, commands as a form, and text as it is', async () => {
  await using slack = await startFakeSlack()
  await using app = await listen([200])
  const event = directMessage(slack, { text: 'Hello' })
  await slack.deliver(app.url, event)
  await slack.deliver(app.url, slashCommand(slack, { command: '/focal', text: 'a & b' }))
  await slack.deliver(app.url, 'null', { contentType: 'application/json; charset=utf-8', headers: { 'x-more': '1' } })
  const [first, second, third] = app.requests
  expect(JSON.parse(first?.body ?? '')).toEqual(event.body)
  expect(new URLSearchParams(second?.body).get('text')).toBe('a & b')
  expect(third).toMatchObject({
    body: 'null',
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-more': '1' },
  })
})

test.for<[said: string, body: unknown]>([
  ['', undefined],
  ['{"text":"Hello"}', { text: 'Hello' }],
  ['Hello', { text: 'Hello' }],
])('reads the acknowledgement %o', async ([said, body]) => {
  await using slack = await startFakeSlack()
  await using app = await listen([200], {}, said)
  const send = httpDelivery(slack, app.url)
  expect(await send(slashCommand(slack, { command: '/focal' }))).toMatchObject({
    acknowledged: true,
    status: 200,
    body,
  })
})

test('notes an acknowledgement that breaks Block Kit', async () => {
  await using slack = await startFakeSlack()
  await using app = await listen([200], {}, '{"text":"x","blocks":[{"type":"accordion"}]}')
  await httpDelivery(slack, app.url)(slashCommand(slack, { command: '/focal' }))
  expect(slack.violations).toEqual(['ack: blocks[0].type: "accordion" is not known here'])
})

test('tries three times more, with the reason, until it is taken', async () => {
  await using slack = await startFakeSlack()
  await using app = await listen([500, 404, 200])
  const waits: number[] = []
  const wait = async (retry: number) => void waits.push(retry)
  const answers = await slack.deliverWithRetries(app.url, directMessage(slack, { text: 'Hello' }), { wait })
  expect(answers.map(({ status }) => status)).toEqual([500, 404, 200])
  expect(app.requests.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ])
  expect(waits).toEqual([1, 2])
})

test('does not try again when the app wants none', async () => {
  await using slack = await startFakeSlack()
  await using app = await listen([500], { 'x-slack-no-retry': '1' })
  expect(await slack.deliverWithRetries(app.url, directMessage(slack, { text: 'Hello' }))).toHaveLength(1)
})

test('tells a slow app from one that is not there', async () => {
  await using slack = await startFakeSlack()
  await using silent = await serve(
    [],
    createServer(() => undefined),
  )
  const payload = directMessage(slack, { text: 'Hello' })
  expect(await slack.deliver(silent.url, payload, { timeoutMs: 1 })).toMatchObject({ failure: 'http_timeout' })
  await silent[Symbol.asyncDispose]()
  expect(await slack.deliver(silent.url, payload)).toMatchObject({ acknowledged: false, failure: 'connection_failed' })
})
