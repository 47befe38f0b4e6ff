import type { ReferenceKey } from './references.ts'
import type { DeliveryState } from './reminder-tables.ts'
import type { Tables } from './tables.ts'

type Row = Tables['delivery']

/** A message that is to be sent once to a conversation, and how far that has come. */
export type Delivery = ReferenceKey & {
  /** What must be told once has one key, whoever plans it and however often. */
  readonly key: string
  /** Empty for a digest. */
  readonly meetingId: string
  readonly kind: Row['kind']
  /** The ISO 8601 duration before the meeting, or {@link AGAIN}; empty for all but reminders. */
  readonly lead: string
  /** The subscriptions that it fulfils. */
  readonly subscriptionIds: readonly string[]
  readonly dueAtMs: number
  /** From then on it is of no use any more. */
  readonly expiresAtMs: number
  readonly state: DeliveryState
  /** How many times sending has begun. */
  readonly attempt: number
  /** When it is tried next: when it is due, or later after a try that was refused. */
  readonly nextAtMs: number
  /** Proves who holds it while it is leased, sending or checking. */
  readonly leaseToken: string | undefined
  readonly leaseUntilMs: number | undefined
  readonly sendStartedAtMs: number | undefined
  /** Whether an earlier try may have got through, so that the text should say that it is sent again. */
  readonly isUncertain: boolean
  /** By what the platform knows the message. */
  readonly providerRef: string | undefined
  readonly lastError: string | undefined
  readonly updatedAtMs: number
}

/** The lead of a reminder that somebody wanted to have again; plans leave it alone. */
export const AGAIN = 'again'

/** A delivery as a plan wants it. */
export type WantedDelivery = Pick<
  Delivery,
  'key' | keyof ReferenceKey | 'meetingId' | 'kind' | 'lead' | 'subscriptionIds' | 'dueAtMs' | 'expiresAtMs'
> & {
  /** The first try, where it is to come later than it is due. */
  readonly nextAtMs?: number | undefined
}

/** A delivery that the caller holds. */
export type HeldDelivery = Delivery & { readonly leaseToken: string; readonly leaseUntilMs: number }

/** What became of a delivery that was held. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly ref: string | undefined }
  /** The next try; uncertain where this one may have got through after all. */
  | { readonly kind: 'retry'; readonly atMs: number; readonly error: string; readonly isUncertain?: boolean }
  /** It will never be known whether it got through. */
  | { readonly kind: 'unknown'; readonly error: string }
  | { readonly kind: 'failed'; readonly error: string }
  /** It came too late, a later one says the same, or nobody wants it any more. */
  | { readonly kind: 'expired' | 'superseded' | 'cancelled' }

/** The row of a delivery that nobody has tried yet. */
export function rowOf(wanted: WantedDelivery, nowMs: number): Row {
  const { key, platform, workspace, conversationId, meetingId, kind, lead, dueAtMs } = wanted
  return {
    key,
    platform,
    workspace,
    conversation_id: conversationId,
    meeting_id: meetingId,
    kind,
    lead,
    subscription_ids: JSON.stringify(wanted.subscriptionIds),
    due_at: dueAtMs,
    expires_at: wanted.expiresAtMs,
    state: 'pending',
    attempt: 0,
    next_at: wanted.nextAtMs ?? dueAtMs,
    lease_token: null,
    lease_until: null,
    send_started_at: null,
    is_uncertain: 0,
    provider_ref: null,
    last_error: null,
    updated_at: nowMs,
  }
}

export function deliveryOf(row: Row): Delivery {
  const { key, platform, workspace, kind, lead, state, attempt } = row
  return {
    key,
    platform,
    workspace,
    conversationId: row.conversation_id,
    meetingId: row.meeting_id,
    kind,
    lead,
    // Only written by `rowOf`.
    subscriptionIds: JSON.parse(row.subscription_ids) as string[],
    dueAtMs: row.due_at,
    expiresAtMs: row.expires_at,
    state,
    attempt,
    nextAtMs: row.next_at,
    leaseToken: row.lease_token ?? undefined,
    leaseUntilMs: row.lease_until ?? undefined,
    sendStartedAtMs: row.send_started_at ?? undefined,
    isUncertain: row.is_uncertain === 1,
    providerRef: row.provider_ref ?? undefined,
    lastError: row.last_error ?? undefined,
    updatedAtMs: row.updated_at,
  }
}

/** Rows that were just given a lease, in the order in which they are due to be tried. */
export function heldOf(rows: readonly Row[]): HeldDelivery[] {
  return rows
    .map(deliveryOf)
    .filter((delivery): delivery is HeldDelivery => delivery.leaseToken !== undefined)
    .sort((a, b) => a.nextAtMs - b.nextAtMs || (a.key < b.key ? -1 : 1))
}
