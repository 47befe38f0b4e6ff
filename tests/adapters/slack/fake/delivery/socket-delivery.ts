import type { Payload } from '../payloads/payload.ts'
import type { Delivery, DeliveryResult } from './delivery.ts'

type Sender = {
  readonly sockets: {
    readonly envelopes: { deliver(payload: Payload, withinMs?: number): Promise<DeliveryResult> }
  }
}

/** Sends payloads over the open sockets, in turn. */
export function socketDelivery(slack: Sender, withinMs?: number): Delivery {
  return (payload) => slack.sockets.envelopes.deliver(payload, withinMs)
}
