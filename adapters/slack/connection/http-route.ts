import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { HTTPReceiver } from '@slack/bolt'
import type { Clock } from '../../clock.ts'
import { HttpError, send } from '../../http-reply.ts'
import { readBytes } from '../../read-body.ts'
import type { Route } from '../../web-server.ts'

/** Slack's own payloads stay far below. */
const maxBodyBytes = 1024 * 1024
/** Slack's advice (docs.slack.dev, verifying requests); Bolt holds it for the past only. */
const maxSkewSeconds = 5 * 60

type Options = {
  readonly receiver: HTTPReceiver
  readonly clock: Clock
  /** False once the service is told to stop; Slack then tries again later. */
  readonly isOpen: () => boolean
}

/** `POST /slack/events`: Bolt's receiver behind checks for what Bolt lets through, or gets stuck on. */
export function slackRoute({ receiver, clock, isOpen }: Options): Route {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readBytes(request, maxBodyBytes)
    // Not before: a body may take its time, and Bolt would hold what the closed gate does not acknowledge.
    if (!isOpen()) throw new HttpError(503, 'the service is stopping, please try again')
    if (isFromTheFuture(request, clock)) {
      send(response, 401, 'text/plain; charset=utf-8', '')
      return
    }
    // Bolt compares the whole header, and proxies add a charset.
    request.headers['content-type'] = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    if (!isObject(rawBody, request)) throw new HttpError(400, 'expected the payload of Slack')
    receiver.requestListener(Object.assign(request, { rawBody }), response)
  }
  return { method: 'POST', path: '/slack/events', handle }
}

function isFromTheFuture({ headers }: IncomingMessage, clock: Clock): boolean {
  const seconds = Number(headers['x-slack-request-timestamp'])
  return seconds - clock.now().epochMilliseconds / 1000 > maxSkewSeconds
}

/** Bolt reads fields of the payload before it looks whether that is an object. Parsed as Bolt does, so that both see the same. */
function isObject(rawBody: Buffer, { headers }: IncomingMessage): boolean {
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
  const json = isForm ? parse(rawBody.toString()).payload : rawBody.toString()
  if (typeof json !== 'string') return true
  try {
    const payload: unknown = JSON.parse(json)
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload)
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
