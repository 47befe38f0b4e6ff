import { type Agent, type IncomingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Payload } from '../payloads/payload.ts'
import type { SlackState } from '../state/slack-state.ts'
import { ACK_WITHIN_MS, type Delivery, type DeliveryResult } from './delivery.ts'
import { noteAck } from './note-ack.ts'
import { type SignatureOptions, signatureHeaders } from './signature.ts'

export type DeliverOptions = SignatureOptions & {
  /** Sent without signature and timestamp. */
  readonly unsigned?: boolean
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
  /** To keep connections open, for load; a fresh one each time by default. */
  readonly agent?: Agent
}

/** Why there was no answer, as Slack words it. */
export type NoAnswer = 'http_timeout' | 'connection_failed'

export type HttpAnswer = DeliveryResult & {
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly failure: NoAnswer | undefined
}

/** Posts a payload, or any text as it is, to the app as Slack does, signed unless told otherwise. */
export async function deliver(
  slack: SlackState,
  url: string,
  payload: Payload | string,
  options: DeliverOptions = {},
): Promise<HttpAnswer> {
  const startedAt = performance.now()
  const body = typeof payload === 'string' ? payload : encode(payload)
  const headers = {
    'content-type': options.contentType ?? contentTypeOf(payload),
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...(!options.unsigned && signatureHeaders(body, slack, options)),
    ...options.headers,
  }
  const answer = await post(url, body, headers, options)
  const result = { ...answer, body: parseBody(answer.text), ms: performance.now() - startedAt }
  if (result.acknowledged && typeof payload !== 'string') noteAck(payload, result.body, slack)
  return result
}

/** Sends payloads over HTTP. */
export function httpDelivery(slack: SlackState, url: string, options?: DeliverOptions): Delivery {
  return async (payload) => {
    const { acknowledged, status, body, ms } = await deliver(slack, url, payload, options)
    return { acknowledged, status, body, ms }
  }
}

function encode({ kind, body }: Payload): string {
  if (kind === 'events_api') return JSON.stringify(body)
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(body) }).toString()
  return new URLSearchParams(Object.entries(body).map(([key, value]) => [key, String(value)])).toString()
}

function contentTypeOf(payload: Payload | string): string {
  const isJson = typeof payload === 'string' || payload.kind === 'events_api'
  return isJson ? 'application/json' : 'application/x-www-form-urlencoded'
}

type Answered = Pick<HttpAnswer, 'acknowledged' | 'status' | 'headers' | 'text' | 'failure'>

async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { timeoutMs = ACK_WITHIN_MS, agent }: DeliverOptions,
): Promise<Answered> {
  const { promise, resolve } = Promise.withResolvers<Answered>()
  const none = (failure: NoAnswer) =>
    resolve({ acknowledged: false, status: undefined, headers: {}, text: '', failure })
  const sent = request(url, { method: 'POST', headers, agent: agent ?? false }, (response) => {
    const { statusCode: status = 0, headers } = response
    const acknowledged = status >= 200 && status < 300
    text(response).then(
      (said) => resolve({ acknowledged, status, headers, text: said, failure: undefined }),
      () => none('connection_failed'),
    )
  })
  sent.on('error', () => none('connection_failed'))
  const timer = setTimeout(() => {
    none('http_timeout')
    sent.destroy()
  }, timeoutMs)
  sent.end(body)
  return promise.finally(() => clearTimeout(timer))
}

/** A bare text says what `{ text }` says; the same is true over a socket. */
function parseBody(said: string): unknown {
  if (said === '') return undefined
  try {
    return JSON.parse(said)
  } catch (error) {
    if (error instanceof SyntaxError) return { text: said }
    throw error
  }
}
