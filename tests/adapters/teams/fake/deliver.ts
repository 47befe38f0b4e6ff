import type { FakeConnector } from './fake-connector.ts'
import type { TokenKind } from './tokens/token-kinds.ts'

export type SendOptions = {
  /** What the caller comes with; a valid token by default. */
  readonly token?: TokenKind
  /** The one that the token names; that of the activity by default. */
  readonly serviceUrl?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

export type SendAnswer = {
  readonly status: number
  readonly headers: Headers
  /** What its JSON says; else the text. Undefined if it says nothing. */
  readonly body: unknown
}

/** How long Teams waits before it sends the same again. */
export const ANSWER_WITHIN_MS = 15_000

/** Posts an activity, or any text as it is, to the bot as Teams does. Rejects when there is no answer. */
export async function send(
  fake: FakeConnector,
  url: string,
  activity: object | string,
  { token = 'valid', serviceUrl, headers, timeoutMs = ANSWER_WITHIN_MS }: SendOptions = {},
): Promise<SendAnswer> {
  const authorization = fake.token(token, { serviceUrl: serviceUrl ?? serviceUrlOf(activity) ?? fake.serviceUrl })
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(authorization !== undefined && { authorization }),
      ...headers,
    },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    signal: AbortSignal.timeout(timeoutMs),
  })
  const said = await response.text()
  return { status: response.status, headers: response.headers, body: bodyIn(said) }
}

function serviceUrlOf(activity: object | string): string | undefined {
  if (typeof activity === 'string' || !('serviceUrl' in activity)) return undefined
  return typeof activity.serviceUrl === 'string' ? activity.serviceUrl : undefined
}

function bodyIn(said: string): unknown {
  if (said === '') return undefined
  try {
    return JSON.parse(said)
  } catch (error) {
    if (error instanceof SyntaxError) return said
    throw error
  }
}
