import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** One connection of the app. */
export type OpenSocket = {
  readonly id: number
  readonly connection: WebSocket
  /** What the connection runs on. */
  readonly wire: Duplex
  /** Half-open: what comes in is not read any more, pings are neither sent nor answered. */
  isMuted: boolean
}

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

/** Sends a frame, unless nobody would get it. */
export function sendFrame({ connection, isMuted }: OpenSocket, frame: object): void {
  if (!isMuted) connection.send(JSON.stringify(frame))
}

/** Lets whatever comes in fall on the floor. That the other side gave up is still noticed. */
export function muteSocket(socket: OpenSocket): void {
  socket.isMuted = true
  socket.wire.removeAllListeners('data')
  socket.wire.on('data', () => undefined)
}

/** Announces the end and, unless that is only a warning, closes the connection as Slack does. */
export function disconnectSocket(socket: OpenSocket, reason: DisconnectReason): void {
  sendFrame(socket, { type: 'disconnect', reason, debug_info: { host: 'applink-fake' } })
  if (reason !== 'warning') socket.connection.close(1000)
}
