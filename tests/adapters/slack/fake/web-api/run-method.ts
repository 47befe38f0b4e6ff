import type { Reply } from '../../../fake-web-server.ts'
import type { Args } from '../state/recorded-calls.ts'
import type { SlackState } from '../state/slack-state.ts'
import type { Token } from '../state/tokens.ts'
import { type Answer, type Method, type Methods, Refusal } from './method.ts'

/** A call as it was read from a request. */
export type IncomingCall = { readonly method: string; readonly token: string | undefined; readonly args: Args }

/** Does the work of a call and answers as Slack does; never throws for what the caller did wrong. */
export function runMethod(call: IncomingCall, methods: Methods, slack: SlackState): Reply {
  const token = slack.tokens.get(call.token ?? '')
  const headers = token && { 'x-oauth-scopes': token.scopes.join(',') }
  try {
    return { status: 200, headers, body: { ok: true, ...answer(call, token, methods, slack) } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const body = { ok: false, error: error.code, ...error.fields }
    if (error.retryAfter === undefined) return { status: 200, headers, body }
    return { status: 429, headers: { ...headers, 'retry-after': String(error.retryAfter) }, body }
  }
}

function answer(call: IncomingCall, token: Token | undefined, methods: Methods, slack: SlackState): Answer {
  const method = methods[call.method]
  if (!method) throw new Refusal('unknown_method', { req_method: call.method })
  if (method.isOpen) return method.run(call.args, { slack, token: NOBODY })
  return method.run(call.args, { slack, token: demandToken(call, token, method) })
}

const NOBODY: Token = { token: '', kind: 'user', teamId: '', userId: '', botId: '', scopes: [], revoked: false }

function demandToken({ token: given, args }: IncomingCall, token: Token | undefined, method: Method): Token {
  if (!given) throw new Refusal('not_authed')
  if (!token) throw new Refusal('invalid_auth')
  if (token.revoked) throw new Refusal('token_revoked')
  if (!(method.tokens ?? ['bot', 'user']).includes(token.kind)) throw new Refusal('not_allowed_token_type')
  const needed = typeof method.scope === 'function' ? method.scope(args) : method.scope
  if (needed !== undefined && !token.scopes.includes(needed)) {
    throw new Refusal('missing_scope', { needed, provided: token.scopes.join(',') })
  }
  return token
}
