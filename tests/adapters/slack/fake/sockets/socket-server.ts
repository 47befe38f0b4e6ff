import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isWait } from '../state/faults.ts'
import type { SlackState } from '../state/slack-state.ts'
import { replyOf } from '../web-api/answer-call.ts'
import { Envelopes } from './envelopes.ts'
import { type DisconnectReason, disconnectSocket, muteSocket, type OpenSocket, sendFrame } from './open-socket.ts'

const MAX_SOCKETS = 10
const PING_EVERY_MS = 5000

/** Which of the open sockets, by age; all by default. */
export type Which = 'all' | number

/** The connections of an app in Socket Mode. */
export class SocketServer {
  readonly envelopes: Envelopes
  readonly #slack: SlackState
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  readonly #tickets = new Set<string>()
  #open: OpenSocket[] = []
  #count = 0

  constructor(slack: SlackState) {
    this.#slack = slack
    this.envelopes = new Envelopes(slack, () => this.#open)
  }

  /** How many connections are open. */
  get count(): number {
    return this.#open.length
  }

  /** Where to connect, once. */
  newUrl(): string {
    const ticket = this.#slack.ids.next('ticket-')
    this.#tickets.add(ticket)
    return `${this.#slack.baseUrl.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${this.#slack.appId}`
  }

  /** Takes over a connection that asks to become a WebSocket. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const failure = this.#slack.faults.take('websocket', {})
    if (failure && isWait(failure)) await this.#slack.faults.hold(failure)
    else if (failure === 'reset') return void socket.destroy()
    else if (failure) return refuse(socket, replyOf(failure).status)
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? ''
    if (!this.#tickets.delete(ticket)) return refuse(socket, 401)
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection, socket))
  }

  /** Resolves as soon as exactly so many connections are open. */
  opened(count: number, withinMs?: number): Promise<void> {
    const describe = () => `${count} open sockets; there were ${this.count}`
    return this.#slack.changes.until(() => this.count === count, describe, withinMs)
  }

  /** Sends a disconnect envelope and, unless it is a warning, closes. */
  disconnect(reason: DisconnectReason, which: Which = 'all'): void {
    for (const socket of this.#pick(which)) {
      disconnectSocket(socket, reason)
      if (reason !== 'warning') this.#forget(socket)
    }
  }

  /** Cuts connections without a close frame. */
  drop(which: Which = 'all'): void {
    for (const socket of this.#pick(which)) {
      socket.connection.terminate()
      this.#forget(socket)
    }
  }

  /** Cuts everything at once, connections that are just closing too. */
  cutAll(): void {
    this.drop()
    for (const connection of this.#server.clients) connection.terminate()
  }

  /** Leaves connections half-open: nothing is read, answered or sent any more. */
  mute(which: Which = 'all'): void {
    for (const socket of this.#pick(which)) muteSocket(socket)
  }

  #pick(which: Which): readonly OpenSocket[] {
    if (which === 'all') return [...this.#open]
    const socket = this.#open[which]
    if (!socket) throw new Error(`socket ${which}: ${this.count} are open, counted from 0`)
    return [socket]
  }

  #welcome(connection: WebSocket, wire: Duplex): void {
    const socket: OpenSocket = { id: ++this.#count, connection, wire, isMuted: false }
    // A broken connection is told by its end.
    connection.on('error', () => this.#forget(socket))
    if (this.count >= MAX_SOCKETS) disconnectSocket(socket, 'too_many_websockets')
    else this.#begin(socket)
  }

  #begin(socket: OpenSocket): void {
    const { connection } = socket
    this.#open.push(socket)
    const pinging = setInterval(() => socket.isMuted || connection.ping(), PING_EVERY_MS).unref()
    connection.on('message', (data) => this.envelopes.receive(String(data)))
    connection.on('close', () => {
      clearInterval(pinging)
      this.#forget(socket)
    })
    sendFrame(socket, {
      type: 'hello',
      num_connections: this.count,
      debug_info: { host: 'applink-fake', approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#slack.appId },
    })
    this.envelopes.socketOpened()
    this.#slack.changes.announce()
  }

  #forget(socket: OpenSocket): void {
    if (!this.#open.includes(socket)) return
    this.#open = this.#open.filter((other) => other !== socket)
    this.envelopes.socketClosed(socket)
    this.#slack.changes.announce()
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
