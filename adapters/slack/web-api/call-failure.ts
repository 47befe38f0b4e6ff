import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { CallFailure } from '../../chat/tries.ts'
import { isUnsentCode } from '../../chat/unsent-codes.ts'
import { ResponseUrlError } from './response-url.ts'

/** Slack's own trouble (docs.slack.dev, errors of the Web API). */
const transientErrors: ReadonlySet<string> = new Set(['service_unavailable', 'request_timeout', 'team_added_to_org'])

/** Where nobody says how long to wait. */
export const defaultRetryAfterSeconds = 5

/** Trouble in the middle of the work: "some aspect of the operation" may have succeeded (docs.slack.dev). */
const unsureErrors: ReadonlySet<string> = new Set(['internal_error', 'fatal_error'])

/** An error code of Slack; anything else in its place is a page of some proxy. */
const errorCode = /^[a-z][a-z0-9_]*$/

const caused = z.object({ code: z.string().optional(), cause: z.unknown().optional() })

/** Tells the kinds of failures apart; undefined for what is no failure of a call. */
export function callFailure(error: unknown): CallFailure | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'limited', waitMs: error.retryAfter * 1000 }
  if (error instanceof webApi.WebAPIHTTPError) return serverFailure(error.statusCode)
  if (error instanceof webApi.WebAPIRequestError) return { kind: isUnsent(error.original) ? 'unsent' : 'unknown' }
  if (error instanceof webApi.WebAPIPlatformError) return platformFailure(error.data.error)
  if (error instanceof ResponseUrlError) return responseFailure(error)
  return undefined
}

/** Slack's code of a call that it refused for good. */
export function refusalOf(error: unknown): string | undefined {
  const failure = callFailure(error)
  return failure?.kind === 'refused' ? failure.error : undefined
}

/** A gateway that got no good answer does not know what was done behind it. */
function serverFailure(status: number): CallFailure {
  return { kind: status === 502 || status === 504 ? 'unknown' : 'failed' }
}

function platformFailure(error: unknown): CallFailure {
  if (typeof error !== 'string' || !errorCode.test(error)) return { kind: 'failed' }
  if (unsureErrors.has(error)) return { kind: 'unknown' }
  return transientErrors.has(error) ? { kind: 'failed' } : { kind: 'refused', error }
}

function responseFailure({ response, code, cause }: ResponseUrlError): CallFailure {
  if (!response) return { kind: isUnsent(cause) ? 'unsent' : 'unknown' }
  const { status, ok, headers } = response
  if (status === 429) {
    return { kind: 'limited', waitMs: (Number(headers.get('retry-after')) || defaultRetryAfterSeconds) * 1000 }
  }
  if (status >= 500) return serverFailure(status)
  return ok ? platformFailure(code) : { kind: 'refused', error: code ?? `response_url_${status}` }
}

function isUnsent(error: unknown): boolean {
  const { data } = caused.safeParse(error)
  if (!data) return false
  return isUnsentCode(data.code) || isUnsent(data.cause)
}
