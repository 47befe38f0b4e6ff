import type { webApi } from '@slack/bolt'
import { defaultRetryAfterSeconds } from './call-failure.ts'

const timeoutMs = 10_000

/**
 * How Slack's Web API is called. The SDK tries nothing again by itself: it would post a message twice whose answer got
 * lost, and pause a whole workspace after a 429. Never add `headers`: the SDK writes the first workspace's token into
 * that object and sends it for all others.
 */
export function webClientOptions(apiUrl: string | undefined): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: asFolder(apiUrl) }),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: fetchWhole,
  }
}

/** The SDK puts the method's name right behind the address. */
function asFolder(apiUrl: string): string {
  const url = new URL(apiUrl)
  if (url.pathname === '/') url.pathname = '/api/'
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url.href
}

/**
 * Reads the whole answer: what breaks off in the middle of it would come out of the SDK as an error that does not tell
 * that a call failed. So would a 429 without the header.
 */
const fetchWhole: webApi.WebClientOptions['fetch'] = async (url, init) => {
  const response = await fetch(url, init)
  const body = await response.text()
  const { status, headers } = response
  if (status === 429 && !(Number(headers.get('retry-after')) > 0)) {
    return new Response(body, { status, headers: { 'retry-after': String(defaultRetryAfterSeconds) } })
  }
  // The SDK reads nothing but the text, and a new response costs as much as a tenth of the call.
  return Object.defineProperty(response, 'text', { value: async () => body })
}
