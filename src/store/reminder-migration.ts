import { type Kysely, sql } from 'kysely'

/** Adds what reminders need: subscriptions, deliveries, what was seen of meetings, and when conversations may be written to. */
export async function createReminders(db: Kysely<unknown>): Promise<void> {
  await createSubscription(db)
  await createDelivery(db)
  await indexDelivery(db)
  await createMeetingState(db)
  await db.schema.alterTable('conversation_reference').addColumn('zone', 'text').execute()
  await db.schema.alterTable('conversation_reference').addColumn('blocked_until', 'bigint').execute()
}

/** Adds when a subscription was asked for as it is: what was due before nobody waits for. */
export async function addWhenAsked(db: Kysely<unknown>): Promise<void> {
  const change = db.schema.alterTable('subscription')
  await change.addColumn('asked_at', 'bigint', (column) => column.notNull().defaultTo(0)).execute()
  await sql`update subscription set asked_at = created_at`.execute(db)
}

async function createSubscription(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscription')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('reminder', 'digest')`))
    .addColumn('target_kind', 'text', (column) =>
      column.notNull().check(sql`target_kind in ('event', 'process', 'region', 'series', 'all')`),
    )
    .addColumn('target_id', 'text', (column) => column.notNull())
    .addColumn('leads', 'text', (column) => column.notNull())
    .addColumn('at_time', 'text')
    .addColumn('weekday', 'integer')
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('quiet_from', 'text')
    .addColumn('quiet_to', 'text')
    .addColumn('snoozed_until', 'bigint')
    .addColumn('is_active', 'integer', (column) => column.notNull().check(sql`is_active in (0, 1)`))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('subscription_target', [
      'platform',
      'workspace',
      'conversation_id',
      'kind',
      'target_kind',
      'target_id',
    ])
    .execute()
  const byCreator = db.schema.createIndex('subscription_by_creator').on('subscription')
  await byCreator.columns(['platform', 'workspace', 'created_by']).execute()
}

async function createDelivery(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('reminder', 'changed', 'cancelled', 'digest')`),
    )
    .addColumn('lead', 'text', (column) => column.notNull())
    .addColumn('subscription_ids', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column
        .notNull()
        .check(
          sql`state in ('pending', 'leased', 'sending', 'checking', 'sent', 'unknown', 'cancelled', 'superseded', 'expired', 'failed')`,
        ),
    )
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('send_started_at', 'bigint')
    .addColumn('is_uncertain', 'integer', (column) => column.notNull().check(sql`is_uncertain in (0, 1)`))
    .addColumn('provider_ref', 'text')
    .addColumn('last_error', 'text')
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
}

/** Those of what is in work are partial, so that looking for work costs the same however much was done before. */
async function indexDelivery(db: Kysely<unknown>): Promise<void> {
  await sql`create index delivery_pending on delivery (next_at) where state = 'pending'`.execute(db)
  await sql`create index delivery_held on delivery (lease_until) where lease_until is not null`.execute(db)
  await sql`create index delivery_told on delivery (meeting_id) where state in ('sent', 'unknown')`.execute(db)
  const byConversation = db.schema.createIndex('delivery_by_conversation').on('delivery')
  await byConversation.columns(['platform', 'workspace', 'conversation_id', 'due_at']).execute()
  await db.schema.createIndex('delivery_by_age').on('delivery').column('expires_at').execute()
}

async function createMeetingState(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meeting_state')
    .addColumn('meeting_id', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('precision', 'text', (column) => column.notNull().check(sql`precision in ('day', 'time')`))
    .addColumn('starts', 'text', (column) => column.notNull())
    .addColumn('ends', 'text')
    .addColumn('zone', 'text')
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('scheduled', 'cancelled')`))
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute()
}
