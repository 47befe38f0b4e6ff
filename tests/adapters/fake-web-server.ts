import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** What goes back. `body` is JSON unless it is a string. */
export type Reply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Answers requests below a path. Gets the rest of the path. */
export type Route = (rest: string, url: URL, request: IncomingMessage) => Promise<Reply | 'reset'>

/** The routes by their first path segment; `*` takes whole paths that have no route of their own. */
export type Routes = Readonly<Record<string, Route>>

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>

/** An HTTP server on loopback that can be away for a while and come back on the same port. */
export class WebServer {
  readonly #server: Server
  #port = 0

  constructor(routes: Routes, upgrade: Upgrade = refuseUpgrade) {
    this.#server = createServer((request, response) => void answer(routes, request, response))
    this.#server.on('upgrade', (request, socket, head) => {
      // A peer that goes away during the handshake is nobody's error.
      socket.on('error', () => socket.destroy())
      void upgrade(request, socket, head)
    })
    this.#server.keepAliveTimeout = 60_000
  }

  get port(): number {
    return this.#port
  }

  /** Listens; the second time on the port of the first. */
  async listen(port = this.#port): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#server.once('error', reject).listen(port, '127.0.0.1', resolve)
    await promise
    this.#server.off('error', reject)
    // It listens on TCP, so the address is no path.
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Refuses connections and cuts those there are. Upgraded ones are not its own. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#server.close(() => resolve())
    this.#server.closeAllConnections()
    await promise
  }
}

async function refuseUpgrade(_: IncomingMessage, socket: Duplex): Promise<void> {
  socket.destroy()
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, first = '', ...rest] = url.pathname.split('/')
  const route = routes[first]
  try {
    const reply = route
      ? await route(rest.join('/'), url, request)
      : ((await routes['*']?.(url.pathname.slice(1), url, request)) ?? { status: 404, body: 'not found' })
    if (reply === 'reset') request.socket.resetAndDestroy()
    else send(response, reply)
  } catch (error) {
    // A fault in the fake itself: the test that caused it should see where.
    send(response, { status: 500, body: String(error instanceof Error ? error.stack : error) })
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const isText = typeof body === 'string'
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers }).end(isText ? body : JSON.stringify(body))
}
