import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const json = { 'content-type': 'application/json' }

/** A server on this machine that answers everything so, gone at the end of the test. */
export async function answering(answer: (response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    request.resume().on('end', () => answer(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      server.closeAllConnections()
      return promise
    },
  }
}

/** An answer of which only the beginning comes. */
export function cutWithin(to: ServerResponse): void {
  to.writeHead(200, { ...json, 'content-length': '100' })
  to.write('{"ok":', () => to.destroy())
}
