import { z } from 'zod'

const timeoutMs = 10_000

/** Slack did not take, or maybe did not take, what was sent to a response address. */
export class ResponseUrlError extends Error {
  /** What Slack answered; undefined when no answer came. */
  readonly response: Response | undefined
  /** The code that Slack gives as the reason, where it gives one. */
  readonly code: string | undefined

  constructor(response: Response | undefined, { code, cause }: { readonly code?: string; readonly cause?: unknown }) {
    super(response ? `Slack answered ${response.status}` : 'no answer from Slack', { cause })
    this.name = 'ResponseUrlError'
    this.response = response
    this.code = code
  }
}

const withAddress = z.object({ response_url: z.string() })

/** The response address of a payload; undefined where it has none. */
export function responseUrlOf(body: unknown): string | undefined {
  return withAddress.safeParse(body).data?.response_url
}

/**
 * Sends a message to the response address of a payload, which Slack takes five times within 30 minutes. Bolt's own
 * `respond` waits for ever.
 * @throws {ResponseUrlError}
 */
export async function postToResponseUrl(url: string, message: unknown): Promise<void> {
  const { response, said } = await request(url, message)
  const code = codeIn(said)
  const isPage = response.headers.get('content-type')?.startsWith('text/html')
  if (!response.ok || isPage || code !== undefined) throw new ResponseUrlError(response, { code })
}

async function request(url: string, message: unknown): Promise<{ response: Response; said: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { response, said: await response.text() }
  } catch (error) {
    throw new ResponseUrlError(undefined, { cause: error })
  }
}

const refusalSchema = z.object({ ok: z.literal(false), error: z.string() })
const bareCode = /^[a-z]+(?:_[a-z0-9]+)+$/

/** Slack says "ok", a code alone, or JSON. */
function codeIn(said: string): string | undefined {
  if (bareCode.test(said)) return said
  if (!said.startsWith('{')) return undefined
  try {
    return refusalSchema.safeParse(JSON.parse(said)).data?.error
  } catch {
    // Something else than Slack's words tells no reason.
    return undefined
  }
}
