import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Methods } from './web-api/method.ts'

/** A server of sockets in place of the one that a Slack has, for what that one never does. */
export type SocketStandIn = AsyncDisposable & {
  /** Lead the app here. */
  readonly methods: Methods
  /** Resolves with the connection of that number, counted from 1. */
  connection(number: number): Promise<WebSocket>
}

/** Greets the connections whose number is fit to be greeted. */
export async function startSocketStandIn(greets: (number: number) => boolean): Promise<SocketStandIn> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const connections: WebSocket[] = []
  server.on('connection', (connection) => {
    connections.push(connection)
    if (greets(connections.length)) connection.send(JSON.stringify({ type: 'hello' }))
  })
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  async function connection(number: number): Promise<WebSocket> {
    for (;;) {
      const found = connections[number - 1]
      if (found) return found
      await once(server, 'connection')
    }
  }
  return {
    methods: { 'apps.connections.open': { scope: 'connections:write', tokens: ['app'], run: () => ({ url }) } },
    connection,
    async [Symbol.asyncDispose]() {
      for (const client of server.clients) client.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}
