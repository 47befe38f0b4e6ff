import { sql } from 'kysely'
import type { GroupCommit } from './group-commit.ts'
import type { HashPerson } from './person-hash.ts'
import type { Platform } from './platform.ts'
import type { Queries, Tables } from './tables.ts'

/** Whose verdict on which answer. */
export type FeedbackKey = {
  readonly platform: Platform
  readonly workspace: string
  readonly answerId: string
  readonly person: string
}

/** What a person thinks of an answer, and what kind of answer it was. */
export type Verdict = FeedbackKey & {
  readonly verdict: 'up' | 'down'
  readonly intent: string
  readonly status: string
  readonly language: string
  /** What was asked, without what could tell who asked; where the platform tells. */
  readonly question?: string | undefined
}

/** A verdict without whose it is. */
export type FeedbackEntry = Omit<Verdict, 'person'> & {
  readonly reason: string | undefined
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

/** What people think of answers: one verdict for each answer and person. Who they are is not stored. */
export type Feedback = {
  /** Keeps the verdict; a second one of the same person changes the first, and a change of mind drops its reason. */
  record(verdict: Verdict, nowMs: number): Promise<void>
  /** Adds what went wrong to the verdict of that person; false when there is none, or a good one by now. */
  addReason(key: FeedbackKey, reason: string, nowMs: number): Promise<boolean>
  /** All verdicts, or those of one workspace, oldest first. */
  list(workspace?: Pick<FeedbackKey, 'platform' | 'workspace'>): Promise<readonly FeedbackEntry[]>
}

export function createFeedback(db: Queries, commits: GroupCommit, hashPerson: HashPerson): Feedback {
  const rowKey = ({ platform, workspace, answerId, person }: FeedbackKey): RowKey => ({
    platform,
    workspace,
    answer_id: answerId,
    person_hash: hashPerson(person, [platform, workspace, answerId]),
  })
  return {
    record: (verdict, nowMs) => commits.write((tx) => recordVerdict(tx, rowKey(verdict), verdict, nowMs)),
    addReason: (key, reason, nowMs) => commits.write((tx) => addReason(tx, rowKey(key), reason, nowMs)),
    list: (workspace) => listEntries(db, workspace),
  }
}

type RowKey = Pick<Tables['feedback'], 'platform' | 'workspace' | 'answer_id' | 'person_hash'>

async function recordVerdict(db: Queries, key: RowKey, entry: Verdict, nowMs: number): Promise<void> {
  const { verdict, intent, status, language, question = null } = entry
  const changing = { verdict, intent, status, language, question, updated_at: nowMs }
  await db
    .insertInto('feedback')
    .values({ ...key, ...changing, reason: null, created_at: nowMs })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace', 'answer_id', 'person_hash']).doUpdateSet({
        ...changing,
        reason: sql`case when feedback.verdict = excluded.verdict then feedback.reason end`,
      }),
    )
    .execute()
}

async function addReason(db: Queries, key: RowKey, reason: string, nowMs: number): Promise<boolean> {
  const changed = await db
    .updateTable('feedback')
    .set({ reason, updated_at: nowMs })
    .where((eb) => eb.and({ ...key, verdict: 'down' }))
    .returning('answer_id')
    .executeTakeFirst()
  return changed !== undefined
}

async function listEntries(db: Queries, of?: Pick<FeedbackKey, 'platform' | 'workspace'>): Promise<FeedbackEntry[]> {
  let entries = db.selectFrom('feedback').selectAll().orderBy('created_at').orderBy('answer_id')
  if (of) entries = entries.where('platform', '=', of.platform).where('workspace', '=', of.workspace)
  const rows = await entries.execute()
  return rows.map(({ platform, workspace, verdict, intent, status, language, ...row }) => ({
    platform,
    workspace,
    answerId: row.answer_id,
    verdict,
    intent,
    status,
    language,
    question: row.question ?? undefined,
    reason: row.reason ?? undefined,
    createdAtMs: row.created_at,
    updatedAtMs: row.updated_at,
  }))
}
