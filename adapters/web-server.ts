import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpError, sendJson } from './http-reply.ts'
import { describeError, type Log } from './log.ts'
import { serviceAddress } from './service-address.ts'
import { UnavailableError } from './unavailable-error.ts'

/**
 * One path of the service. A handler may throw an `HttpError` or an `UnavailableError`, which becomes a 503; anything else
 * it throws is logged and becomes a 500.
 */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
}

/** A slow or silent client must not hold a connection for ever. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000 }

/** A server for these routes that is not listening yet. What no route takes gets a 404 or 405 as JSON. */
export function createWebServer(routes: readonly Route[], log: Log): Server {
  const server = createServer(timeouts, (request, response) => {
    // Without this, a client that keeps its connection open would hold up the end of the service.
    response.on('close', () => server.listening || setImmediate(() => server.closeIdleConnections()))
    serve(request, response).catch((error: unknown) => fail(error, request, response, log))
  })
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await chooseRoute(routes, request, response).handle(request, response)
  }
  return server
}

/** Starts to listen; returns the address under which the service is reached. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening')
  const { port: actualPort } = server.address() as AddressInfo
  return serviceAddress(host, actualPort)
}

/** Takes no more connections, lets requests finish, and cuts off those that are not done after `graceMs`. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  try {
    server.close()
    await once(server, 'close')
  } finally {
    clearTimeout(timer)
  }
}

function chooseRoute(
  routes: readonly Route[],
  { url = '/', method }: IncomingMessage,
  response: ServerResponse,
): Route {
  const path = url.split('?')[0]
  const candidates = routes.filter((route) => route.path === path)
  if (candidates.length === 0) throw new HttpError(404, 'there is nothing at this path')
  // Node leaves the body out of the answer to a HEAD.
  const route = candidates.find((candidate) => candidate.method === (method === 'HEAD' ? 'GET' : method))
  if (route) return route
  const allowed = candidates.map((candidate) => candidate.method).join(', ')
  response.setHeader('Allow', allowed)
  throw new HttpError(405, `this path takes only ${allowed}`)
}

function fail(error: unknown, { method }: IncomingMessage, response: ServerResponse, log: Log): void {
  if (error instanceof HttpError) {
    sendJson(response, error.status, { error: error.message })
    return
  }
  if (error instanceof UnavailableError) {
    sendJson(response, 503, { error: error.message })
    return
  }
  log.error('request failed', { method, ...describeError(error) })
  if (response.headersSent) response.destroy()
  else sendJson(response, 500, { error: 'something went wrong here' })
}
