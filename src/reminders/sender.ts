import type { HeldDelivery } from '../store/delivery.ts'

/** What became of a message that was sent once, without any tries of the platform's own. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly ref: string | undefined }
  /** The platform did not take it; it may be tried again after `waitMs`, and the conversation takes nothing before. */
  | { readonly kind: 'refused'; readonly waitMs: number; readonly error: string }
  /** Nothing gets to that conversation any more. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** It may have got through or not. */
  | { readonly kind: 'unknown'; readonly error: string }

/** Whether a message got through: surely, surely not, never to be found out, or not now. */
export type Found = 'there' | 'absent' | 'unreadable' | 'later'

/** How messages get to the conversations of a platform. */
export type Sender<Content> = {
  /**
   * Sends once; a failure of the platform is an outcome. Takes at most ten seconds.
   * @param keys of all deliveries that the message tells of, for `readBack`; mostly only that of the delivery
   */
  send(delivery: HeldDelivery, content: Content, keys: readonly string[]): Promise<SendOutcome>
  /**
   * Whether a message is there that may have got through, and has the key of the delivery among its keys; left out where a
   * platform never lets one look.
   */
  readonly readBack?: (delivery: HeldDelivery) => Promise<Found>
}
