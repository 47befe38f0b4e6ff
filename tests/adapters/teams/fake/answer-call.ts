import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Reply, Route } from '../../fake-web-server.ts'
import type { Fields } from './fields.ts'
import { Refusal } from './refusal.ts'
import type { ConnectorState } from './state/connector-state.ts'
import { type Fault, nameOf, waitFor } from './state/faults.ts'
import type { Area, RecordedCall } from './state/recorded-calls.ts'

/** Does the work of a call; throws a `Refusal` for what the caller did wrong. */
export type Work = (call: RecordedCall, state: ConnectorState) => Reply

/** Answers the calls of an area, or lets the fault happen that waits for them, and records either as it comes in. */
export function routeOf(area: Area, work: Work, state: ConnectorState): Route {
  return async (rest, url, request) => {
    const method = request.method ?? 'GET'
    const path = `/${decodeURIComponent(rest)}`
    const said = await text(request)
    const fault = state.faults.take({ area, method, path })
    const { headers } = request
    const call = state.recorded.record({
      at: state.now(),
      area,
      method,
      path,
      query: Object.fromEntries(url.searchParams),
      headers,
      body: bodyIn(said, request),
      bytes: said.length * 2,
      authorized: state.botTokens.allow(headers.authorization),
      fault: fault && nameOf(fault),
    })
    return fault ? suffer(fault, call, work, state) : finish(call, work, state)
  }
}

async function suffer(fault: Fault, call: RecordedCall, work: Work, state: ConnectorState): Promise<Reply | 'reset'> {
  await waitFor(fault)
  if (fault.drop === 'before') return 'reset'
  if (fault.drop === undefined && fault.status !== undefined) return answered(call, failureOf(fault, call), state)
  const reply = finish(call, work, state)
  return fault.drop === 'after' ? 'reset' : reply
}

function finish(call: RecordedCall, work: Work, state: ConnectorState): Reply {
  try {
    return answered(call, work(call, state), state)
  } catch (error) {
    if (error instanceof Refusal) return answered(call, error.reply(), state)
    throw error
  }
}

function answered(call: RecordedCall, reply: Reply, state: ConnectorState): Reply {
  state.recorded.answered(call, reply.status)
  return reply
}

function failureOf(fault: Fault, { area }: RecordedCall): Reply {
  const { status = 500, code = 'ServiceError', body, retryAfter } = fault
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return { status, headers, body: body ?? usualFailure(area, code) }
}

function usualFailure(area: Area, code: string): Fields {
  const message = 'made to fail'
  return area === 'token' ? { error: code, error_description: message } : { error: { code, message } }
}

/** What is no JSON stays text: the bot then sees how that is refused. */
function bodyIn(said: string, { headers }: IncomingMessage): unknown {
  if (said === '') return undefined
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(said))
  }
  try {
    return JSON.parse(said)
  } catch (error) {
    if (error instanceof SyntaxError) return said
    throw error
  }
}
