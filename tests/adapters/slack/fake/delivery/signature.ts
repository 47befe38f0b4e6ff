import { createHmac } from 'node:crypto'

/** How the signature of a request is to be wrong, if at all. */
export type SignatureOptions = {
  /** Another secret than the app's. */
  readonly secret?: string
  /** Another version than `v0`. */
  readonly version?: string
  /** How many seconds the timestamp is ahead; negative for a stale one. */
  readonly aheadSeconds?: number
}

/** The two headers by which an app tells that a request is Slack's. */
export function signatureHeaders(
  body: string,
  { signingSecret, now }: { readonly signingSecret: string; now(): number },
  { secret = signingSecret, version = 'v0', aheadSeconds = 0 }: SignatureOptions = {},
): Record<string, string> {
  const timestamp = Math.floor(now() / 1000) + aheadSeconds
  const digest = createHmac('sha256', secret).update(`${version}:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `${version}=${digest}` }
}
