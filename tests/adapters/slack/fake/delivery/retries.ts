import type { Payload } from '../payloads/payload.ts'
import type { SlackState } from '../state/slack-state.ts'
import { type DeliverOptions, deliver, type HttpAnswer } from './http-delivery.ts'

const MAX_RETRIES = 3

export type RetryOptions = DeliverOptions & {
  /** What lies between two attempts: at Slack nothing, a minute and five minutes; nothing at all by default. */
  readonly wait?: (retry: number) => Promise<void>
}

/** Delivers as often as Slack does: until it is taken, until the app wants no retry, or three times more. */
export async function deliverWithRetries(
  slack: SlackState,
  url: string,
  payload: Payload,
  { wait, ...options }: RetryOptions = {},
): Promise<readonly HttpAnswer[]> {
  const answers = [await deliver(slack, url, payload, options)]
  for (let retry = 1; retry <= MAX_RETRIES; retry += 1) {
    const last = answers.at(-1)
    if (!last || last.acknowledged || last.headers['x-slack-no-retry'] === '1') break
    // One after the other: what comes next depends on the answer before.
    await wait?.(retry)
    const reason = last.failure ?? 'http_error'
    const headers = { ...options.headers, 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason }
    answers.push(await deliver(slack, url, payload, { ...options, headers }))
  }
  return answers
}
