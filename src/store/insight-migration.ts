import { type Kysely, sql } from 'kysely'

/** Adds what those who keep the knowledge learn from: questions that had no answer, and how many answers there were. */
export async function createInsights(db: Kysely<unknown>): Promise<void> {
  await createUnanswered(db)
  await createAnswerCount(db)
}

async function createUnanswered(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unanswered')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('open', 'done')`))
    .addColumn('asked', 'bigint', (column) => column.notNull())
    .addColumn('first_day', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addColumn('nearest', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('unanswered_by_age').on('unanswered').column('last_day').execute()
}

async function createAnswerCount(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_count')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('surface', 'text', (column) => column.notNull().check(sql`surface in ('slack', 'teams', 'web')`))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('latency', 'integer', (column) => column.notNull())
    .addColumn('answers', 'bigint', (column) => column.notNull())
    .addColumn('total_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_count_key', ['day', 'surface', 'status', 'language', 'latency'])
    .execute()
}
