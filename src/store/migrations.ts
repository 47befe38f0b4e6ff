import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { createInsights } from './insight-migration.ts'
import { addWhenAsked, createReminders } from './reminder-migration.ts'

/** Steps by name; they run in the order of their names, each once in the life of a store. */
export type Migrations = Readonly<Record<string, Migration>>

/** How the tables came to be. Steps that were ever released never change; new ones go to the end. */
export const storeMigrations: Migrations = {
  '001-first-tables': { up: createFirstTables },
  '002-conversation-references': { up: createConversationReference },
  '003-questions-of-feedback': { up: addQuestionToFeedback },
  '004-reminders': { up: createReminders },
  '005-when-asked': { up: addWhenAsked },
  '006-insights': { up: createInsights },
}

/** By which versions of the tables are told apart. */
export const latestMigration = Object.keys(storeMigrations).sort().at(-1) ?? ''

/** The row of `meta` by which a store is told from other databases. */
export const IDENTITY = { key: 'application', value: 'focal-point' }

/** Runs the steps that this store has not had yet, all or none of them. */
export async function migrate<T>(db: Kysely<T>, migrations: Migrations): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
}

async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  await createMeta(db)
  await createSeenEvent(db)
  await createFeedback(db)
  await createKeptAnswer(db)
}

async function createMeta(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await sql`insert into meta (key, value) values (${IDENTITY.key}, ${IDENTITY.value})`.execute(db)
}

async function createSeenEvent(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seen_event')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('event_key', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_event_key', ['platform', 'event_key'])
    .execute()
  await db.schema.createIndex('seen_event_by_age').on('seen_event').column('seen_at').execute()
}

async function createFeedback(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('answer_id', 'text', (column) => column.notNull())
    .addColumn('person_hash', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull().check(sql`verdict in ('up', 'down')`))
    .addColumn('reason', 'text')
    .addColumn('intent', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['platform', 'workspace', 'answer_id', 'person_hash'])
    .execute()
}

async function createKeptAnswer(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_answer')
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('kept_answer_key', ['workspace', 'id'])
    .execute()
  await db.schema.createIndex('kept_answer_by_age').on('kept_answer').column('kept_at').execute()
}

async function createConversationReference(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversation_reference')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('personal', 'groupChat', 'channel')`))
    .addColumn('team_id', 'text')
    .addColumn('service_url', 'text', (column) => column.notNull())
    .addColumn('bot_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('locale', 'text')
    .addColumn('unreachable', 'text')
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_reference_key', ['platform', 'workspace', 'conversation_id'])
    .execute()
}

async function addQuestionToFeedback(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('feedback').addColumn('question', 'text').execute()
}
