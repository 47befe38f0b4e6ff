const timeoutMs = 10_000

/** Slack did not take, or maybe did not take, what was sent to a response address. */
export class ResponseUrlError extends Error {
  /** What Slack answered; undefined when no answer came. */
  readonly response: Response | undefined

  constructor(response: Response | undefined, cause?: unknown) {
    super(response ? `Slack answered ${response.status}` : 'no answer from Slack', { cause })
    this.name = 'ResponseUrlError'
    this.response = response
  }
}

/**
 * Sends a message to the response address of a payload, which Slack takes five times within 30 minutes. Bolt's own
 * `respond` waits for ever.
 * @throws {ResponseUrlError}
 */
export async function postToResponseUrl(url: string, message: unknown): Promise<void> {
  const response = await request(url, message)
  await response.body?.cancel()
  if (!response.ok) throw new ResponseUrlError(response)
}

async function request(url: string, message: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch (error) {
    throw new ResponseUrlError(undefined, error)
  }
}
