import type { Payload } from '../payloads/payload.ts'

/** What came of a payload that was sent to the app, on either transport. */
export type DeliveryResult = {
  /** Taken within Slack's three seconds. */
  readonly acknowledged: boolean
  /** Only over HTTP. */
  readonly status?: number | undefined
  /** What the acknowledgement says; undefined if it says nothing. */
  readonly body: unknown
  /** How long it took. */
  readonly ms: number
}

/** Sends a payload to the app and waits for the acknowledgement. */
export type Delivery = (payload: Payload) => Promise<DeliveryResult>

/** How long Slack waits. */
export const ACK_WITHIN_MS = 3000
