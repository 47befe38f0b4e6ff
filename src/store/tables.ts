import type { Kysely } from 'kysely'
import type { AnswerCountTable, UnansweredTable } from './insight-tables.ts'
import type { Platform } from './platform.ts'
import type { DeliveryTable, MeetingStateTable, SubscriptionTable } from './reminder-tables.ts'

/** All tables, alike on every engine: text and whole numbers only, moments as epoch milliseconds. */
export type Tables = {
  readonly meta: { readonly key: string; readonly value: string }
  readonly seen_event: { readonly platform: Platform; readonly event_key: string; readonly seen_at: number }
  readonly feedback: FeedbackTable
  readonly conversation_reference: ConversationReferenceTable
  readonly subscription: SubscriptionTable
  readonly delivery: DeliveryTable
  readonly meeting_state: MeetingStateTable
  readonly unanswered: UnansweredTable
  readonly answer_count: AnswerCountTable
  readonly kept_answer: {
    readonly workspace: string
    readonly id: string
    readonly body: string
    readonly kept_at: number
  }
}

type FeedbackTable = {
  readonly platform: Platform
  readonly workspace: string
  readonly answer_id: string
  readonly person_hash: string
  readonly verdict: 'up' | 'down'
  readonly reason: string | null
  readonly intent: string
  readonly status: string
  readonly language: string
  /** Without what could tell who asked. Null where the platform does not tell what was asked. */
  readonly question: string | null
  readonly created_at: number
  readonly updated_at: number
}

type ConversationReferenceTable = {
  readonly platform: Platform
  readonly workspace: string
  readonly conversation_id: string
  readonly kind: 'personal' | 'groupChat' | 'channel'
  readonly team_id: string | null
  readonly service_url: string
  readonly bot_id: string
  readonly user_id: string | null
  readonly locale: string | null
  readonly unreachable: string | null
  /** A name of the time zone database. */
  readonly zone: string | null
  readonly blocked_until: number | null
  readonly updated_at: number
}

/** What queries run on: the engine itself, or one of its transactions. */
export type Queries = Kysely<Tables>
