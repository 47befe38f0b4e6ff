import type { IncomingMessage, ServerResponse } from 'node:http'
import { BoundedMap } from '../bounded-map.ts'
import { HttpError, send } from '../http-reply.ts'
import type { Route } from '../web-server.ts'
import type { DrawnMessage } from './draw-slack-message.ts'

/** Whoever looks at older ones asks again. */
const mostKept = 200

const path = '/playground/slack-picture'

/** The drawn message styles itself element by element; it runs nothing, loads only our style, and only our pages frame it. */
const securityPolicy = [
  'sandbox allow-same-origin',
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** Draws the latest messages as Slack shows them, when somebody looks. */
export class SlackPictures {
  readonly #kept = new BoundedMap<string, DrawnMessage>(mostKept)

  /** Keeps what is to be drawn; returns where the picture is. */
  keep(id: string, message: DrawnMessage): string {
    this.#kept.set(id, message)
    return `${path}?id=${id}`
  }

  /** `GET` of a picture as a page of its own; with `theme=dark` in Slack's dark colours. */
  get route(): Route {
    return { method: 'GET', path, handle: (request, response) => this.#show(request, response) }
  }

  async #show(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { searchParams } = new URL(request.url ?? path, 'http://localhost')
    const message = this.#kept.get(searchParams.get('id') ?? '')
    if (!message) throw new HttpError(404, 'this message is not kept any more; ask again')
    // Only now, because the renderer takes a while to load.
    const { drawSlackMessage } = await import('./draw-slack-message.ts')
    response.setHeader('Content-Security-Policy', securityPolicy)
    response.setHeader('Referrer-Policy', 'no-referrer')
    const theme = searchParams.get('theme') === 'dark' ? 'dark' : 'light'
    send(response, 200, 'text/html; charset=utf-8', drawSlackMessage(message, theme))
  }
}
