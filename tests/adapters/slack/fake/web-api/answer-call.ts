import type { Reply } from '../../../fake-web-server.ts'
import { type Failure, isWait, nameOf } from '../state/faults.ts'
import type { RecordedCall } from '../state/recorded-calls.ts'
import type { SlackState } from '../state/slack-state.ts'
import type { IncomingCall } from './run-method.ts'

/**
 * Answers a request, or lets the fault happen that waits for it, and records either. A call that is held up is recorded
 * when it comes in, any other when it is answered.
 */
export async function answerCall(call: IncomingCall, slack: SlackState, work: () => Reply): Promise<Reply | 'reset'> {
  const failure = slack.faults.take(call.method, call.args)
  if (!failure) return finish(record(call, slack, undefined), work())
  const recorded = record(call, slack, failure)
  if (isWait(failure)) {
    await slack.faults.hold(failure)
    return finish(recorded, work())
  }
  return fail(failure, recorded, work)
}

function fail(failure: Failure, recorded: RecordedCall, work: () => Reply): Reply | 'reset' {
  if (failure === 'reset') return 'reset'
  if (failure === 'reset-after-work') {
    finish(recorded, work())
    return 'reset'
  }
  if (failure === 'html') {
    return finish(recorded, {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html>Be back soon</html>',
    })
  }
  if (typeof failure === 'object' && 'error' in failure) {
    return finish(recorded, { status: 200, body: { ok: false, error: failure.error } })
  }
  return finish(recorded, replyOf(failure))
}

/** The answer that an HTTP status comes with. */
export function replyOf(failure: Failure): Reply {
  if (typeof failure !== 'object' || !('status' in failure)) return { status: 500, body: '' }
  const { status, retryAfter } = failure
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return { status, headers, body: { ok: false, error: status === 429 ? 'ratelimited' : 'internal_error' } }
}

function record({ method, token, args }: IncomingCall, slack: SlackState, failure: Failure | undefined): RecordedCall {
  const team = slack.tokens.get(token ?? '')?.teamId
  const fault = failure && nameOf(failure)
  return slack.recorded.record({
    at: slack.now(),
    method,
    token,
    team,
    args,
    status: undefined,
    response: undefined,
    fault,
  })
}

function finish(recorded: RecordedCall, reply: Reply): Reply {
  recorded.status = reply.status
  recorded.response = reply.body
  return reply
}
