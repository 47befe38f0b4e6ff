import type { IncomingMessage, ServerResponse } from 'node:http'
import { HttpError } from './http-reply.ts'

/** Each open page holds one; they must not take all that the service can hold open. */
const mostOpen = 100
/** Proxies end what is silent for a minute. */
const heartbeatMs = 25_000

/** The pages that are told of something as soon as it happens, by server-sent events. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>()
  readonly #heartbeat = setInterval(() => this.#write(':\n\n'), heartbeatMs).unref()
  #isStopped = false

  /**
   * Keeps a request open for what is told from now on, as long as somebody listens.
   * @throws {HttpError} 503 when too many listen already, or the service is about to end
   */
  add(_: IncomingMessage, response: ServerResponse): void {
    if (this.#isStopped || this.#open.size >= mostOpen) throw new HttpError(503, 'too many pages listen already')
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // Else nginx would keep events back.
      'X-Accel-Buffering': 'no',
    })
    response.write('retry: 2000\n\n')
    this.#open.add(response)
    response.on('close', () => this.#open.delete(response))
  }

  /** Tells everybody who listens; the value comes as JSON. */
  tell(event: string, value: unknown): void {
    this.#write(messageOf(event, value))
  }

  /** Tells only one of those who listen. */
  tellOne(response: ServerResponse, event: string, value: unknown): void {
    response.write(messageOf(event, value))
  }

  /** Ends all streams, so that they do not hold up the end of the service. */
  stop(): void {
    this.#isStopped = true
    clearInterval(this.#heartbeat)
    for (const response of this.#open) response.end()
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text)
  }
}

function messageOf(event: string, value: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`
}
