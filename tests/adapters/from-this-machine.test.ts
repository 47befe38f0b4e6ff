import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isFromThisMachine } from '../../adapters/from-this-machine.ts'
import { sendJson } from '../../adapters/http-reply.ts'
import { createLog } from '../../adapters/log.ts'
import { closeServer, createWebServer, listen, type Route } from '../../adapters/web-server.ts'

const route: Route = {
  method: 'GET',
  path: '/',
  handle: (request, response) => sendJson(response, 200, isFromThisMachine(request)),
}

/** A dual-stack host, as services listen to be reached from everywhere. */
async function ask(headers: Readonly<Record<string, string>>): Promise<unknown> {
  const server = createWebServer(
    [route],
    createLog('error', () => {}),
  )
  const { port } = new URL(await listen(server, 0, '::'))
  const [response]: IncomingMessage[] = await once(get({ host: '127.0.0.1', port, headers }), 'response')
  const chunks = await response?.toArray()
  await closeServer(server, 1000)
  return JSON.parse(Buffer.concat(chunks ?? []).toString())
}

test.each([
  ['localhost:3978', true],
  ['127.0.0.1:3978', true],
  ['[::1]:3978', true],
  ['focal.example.org', false],
  ['localhost.example.org:3978', false],
])('a request under the name %s counts as from this machine: %s', async (host, expected) => {
  expect(await ask({ host })).toBe(expected)
})

test.each(['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'])(
  'what a proxy has passed on, as %s tells, does not',
  async (name) => {
    expect(await ask({ [name]: '127.0.0.1' })).toBe(false)
  },
)
