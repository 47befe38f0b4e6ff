import { z } from 'zod'
import type { CallFailure } from '../../chat/tries.ts'
import { isUnsentCode } from '../../chat/unsent-codes.ts'
import { BotTokenError } from '../connection/bot-token.ts'

/** What the client of the connector throws: with a status where there was an answer. */
const restErrorSchema = z.object({
  name: z.enum(['RestError', 'AbortError']),
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z.object({ headers: z.custom<Pick<Headers, 'get'>>() }).optional(),
})

/** A limit with no word on how long it lasts; Teams counts most by the second. */
const usualWaitMs = 1500
/** Somebody else took the message in hand: to be tried again (learn.microsoft.com, rate limits of bots). */
const preconditionFailed = 412

/**
 * Tells the kinds of failures of a call to Teams apart; undefined for what is no failure of a call. A refusal is named by its
 * status, and by the code that Teams gives.
 */
export function connectorFailure(error: unknown): CallFailure | undefined {
  if (error instanceof BotTokenError) return { kind: 'unsent' }
  const { data } = restErrorSchema.safeParse(error)
  if (!data) return undefined
  const { statusCode: status, code, response } = data
  if (status === undefined) return { kind: isUnsentCode(code) ? 'unsent' : 'unknown' }
  const retryAfter = response?.headers.get('retry-after')
  if (status === 429 || (status === 503 && retryAfter)) return { kind: 'limited', waitMs: waitMsFrom(retryAfter) }
  // Taken, but what came back cannot be read; or a gateway that does not know.
  if (status < 300 || status === 502 || status === 504) return { kind: 'unknown' }
  if (status >= 500 || status === preconditionFailed) return { kind: 'failed' }
  return { kind: 'refused', error: code ? `${status} ${code}` : String(status) }
}

/** With what status Teams answered; undefined where it did not, or for what is no failure of a call. */
export function statusOf(error: unknown): number | undefined {
  return restErrorSchema.safeParse(error).data?.statusCode
}

/** With some chance in it, so that those who wait do not all come at once. */
function waitMsFrom(retryAfter: string | null | undefined): number {
  const seconds = Number(retryAfter)
  return Math.round((seconds > 0 ? seconds * 1000 : usualWaitMs) + Math.random() * 250)
}

/** Whether Teams refused a call for that status. */
export function isRefusedWith(error: unknown, ...statuses: readonly number[]): boolean {
  const failure = connectorFailure(error)
  return failure?.kind === 'refused' && statuses.some((status) => failure.error.startsWith(String(status)))
}
