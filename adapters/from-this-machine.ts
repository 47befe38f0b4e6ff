import type { IncomingMessage } from 'node:http'
import { isLoopback } from './loopback.ts'

/**
 * Whether somebody at this machine asks, and nobody through it: no proxy has passed the request on, and its browser did
 * not come under the name of another host.
 */
export function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined)
  return !isPassedOn && isLoopback(addressOf(socket.remoteAddress)) && isLoopback(hostIn(headers.host))
}

/** An IPv4 address on a socket that takes both kinds comes as "::ffff:127.0.0.1". */
function addressOf(remote = ''): string {
  return remote.replace(/^::ffff:/, '')
}

/** "localhost:3000" and "[::1]:3000" without the port. */
function hostIn(host = ''): string {
  return host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
}
