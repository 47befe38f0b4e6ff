import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createLog } from '../../adapters/log.ts'
import { UnavailableError } from '../../adapters/unavailable-error.ts'
import { closeServer, createWebServer, listen, type Route } from '../../adapters/web-server.ts'

function aRoute(handle: Route['handle']): Route {
  return { method: 'GET', path: '/', handle }
}

test('a server that closes cuts off a request that does not end in time', async () => {
  const started = Promise.withResolvers<void>()
  const server = createWebServer([aRoute(() => started.resolve())], createLog('error'))
  const { port } = new URL(await listen(server, 0, '127.0.0.1'))
  const socket = connect(Number(port), '127.0.0.1')
  const received = text(socket)
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await started.promise
  await closeServer(server, 10)
  expect(await received).toBe('')
})

test('a failing handler becomes a 500, and the log says where without quoting the error', async () => {
  const lines: string[] = []
  const log = createLog('error', (line) => lines.push(line))
  const fail = async () => {
    throw new TypeError('about "what a person wrote"')
  }
  const server = createWebServer([aRoute(fail)], log)
  const response = await fetch(await listen(server, 0, '::1'))
  expect([response.status, await response.json()]).toEqual([500, { error: expect.any(String) }])
  expect(lines).toEqual([
    expect.stringMatching(/"message":"request failed".*"error":"TypeError".*web-server\.test\.ts/),
  ])
  expect(lines.join()).not.toContain('wrote')
  await closeServer(server, 10)
})

test('an assistant that cannot answer now becomes a 503 with the reason', async () => {
  const refuse = () => Promise.reject(new UnavailableError())
  const server = createWebServer([aRoute(refuse)], createLog('error'))
  const response = await fetch(await listen(server, 0, '127.0.0.1'))
  expect([response.status, await response.json()]).toEqual([503, { error: expect.stringContaining('started again') }])
  await closeServer(server, 10)
})

test('a port that is in use makes listening fail', async () => {
  const [first, second] = [createWebServer([], createLog('error')), createWebServer([], createLog('error'))]
  const { port } = new URL(await listen(first, 0, '127.0.0.1'))
  await expect(listen(second, Number(port), '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' })
  first.close()
  await once(first, 'close')
})
