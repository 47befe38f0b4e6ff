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
    fetch: fetchWithRetryAfter,
  }
}

/** The SDK puts the method's name right behind the address. */
function asFolder(apiUrl: string): string {
  const url = new URL(apiUrl)
  if (url.pathname === '/') url.pathname = '/api/'
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url.href
}

/** Without the header the SDK makes an error of a 429 that does not tell what it is. */
const fetchWithRetryAfter: webApi.WebClientOptions['fetch'] = async (url, init) => {
  const response = await fetch(url, init)
  if (response.status !== 429 || Number(response.headers.get('retry-after')) > 0) return response
  await response.body?.cancel()
  return new Response(null, { status: 429, headers: { 'Retry-After': String(defaultRetryAfterSeconds) } })
}
