import type { Platform } from './platform.ts'

export type SubscriptionTable = {
  readonly id: string
  readonly platform: Platform
  readonly workspace: string
  readonly conversation_id: string
  readonly created_by: string
  readonly kind: 'reminder' | 'digest'
  readonly target_kind: 'event' | 'process' | 'region' | 'series' | 'all'
  /** Empty for all, because two nulls would not be the same target. */
  readonly target_id: string
  /** A JSON list. */
  readonly leads: string
  readonly at_time: string | null
  readonly weekday: number | null
  readonly zone: string
  readonly language: 'en' | 'fr' | 'es'
  readonly quiet_from: string | null
  readonly quiet_to: string | null
  readonly snoozed_until: number | null
  readonly is_active: 0 | 1
  readonly version: number
  readonly created_at: number
  readonly asked_at: number
}

/** Where a delivery stands. The last six are final, except that plans may take up a cancelled or expired one again. */
export const deliveryStates = [
  'pending',
  'leased',
  'sending',
  'checking',
  'sent',
  'unknown',
  'cancelled',
  'superseded',
  'expired',
  'failed',
] as const

export type DeliveryState = (typeof deliveryStates)[number]

export type DeliveryTable = {
  readonly key: string
  readonly platform: Platform
  readonly workspace: string
  readonly conversation_id: string
  readonly meeting_id: string
  readonly kind: 'reminder' | 'changed' | 'cancelled' | 'digest'
  readonly lead: string
  /** A JSON list. */
  readonly subscription_ids: string
  readonly due_at: number
  readonly expires_at: number
  readonly state: DeliveryState
  readonly attempt: number
  readonly next_at: number
  readonly lease_token: string | null
  readonly lease_until: number | null
  readonly send_started_at: number | null
  readonly is_uncertain: 0 | 1
  readonly provider_ref: string | null
  readonly last_error: string | null
  readonly updated_at: number
}

export type MeetingStateTable = {
  readonly meeting_id: string
  readonly revision: number
  readonly fingerprint: string
  readonly precision: 'day' | 'time'
  readonly starts: string
  readonly ends: string | null
  readonly zone: string | null
  readonly status: 'scheduled' | 'cancelled'
  readonly seen_at: number
}
