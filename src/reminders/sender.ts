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

/** How messages get to the conversations of a platform. */
export type Sender<Content> = {
  /** Sends once; a failure of the platform is an outcome. Takes at most ten seconds. */
  send(delivery: HeldDelivery, content: Content): Promise<SendOutcome>
  /** Whether a message is there that may have got through; left out where a platform never lets one look. */
  readonly readBack?: (delivery: HeldDelivery) => Promise<'there' | 'absent' | 'unreadable'>
  /** Told when nothing gets to a conversation any more. */
  readonly onGone?: (delivery: HeldDelivery, reason: string) => Promise<void>
}
