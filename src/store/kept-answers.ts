import type { GroupCommit } from './group-commit.ts'
import { createPruning, type DeleteOlder } from './pruning.ts'
import type { Queries } from './tables.ts'

const KEEP_MS = 30 * 24 * 60 * 60 * 1000

/** Answers as JSON text, for what is done with them later: turning pages, sharing. Kept for at least 30 days. */
export type KeptAnswers = {
  /** Keeps an answer; one with the same id in the same workspace is replaced. */
  keep(answer: { readonly id: string; readonly workspace: string; readonly body: string }, nowMs: number): Promise<void>
  /** The body; undefined when there is none, or only one of another workspace. */
  find(id: string, workspace: string): Promise<string | undefined>
}

export function createKeptAnswers(db: Queries, commits: GroupCommit): KeptAnswers {
  const prune = createPruning(KEEP_MS, deleteOlder)
  return {
    keep: ({ id, workspace, body }, nowMs) =>
      commits.write(async (tx) => {
        await tx
          .insertInto('kept_answer')
          .values({ workspace, id, body, kept_at: nowMs })
          .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet({ body, kept_at: nowMs }))
          .execute()
        await prune(tx, nowMs)
      }),
    find: async (id, workspace) => {
      const kept = db.selectFrom('kept_answer').select('body')
      return (await kept.where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst())?.body
    },
  }
}

const deleteOlder: DeleteOlder = async (db, beforeMs, limit) => {
  const { numDeletedRows } = await db
    .deleteFrom('kept_answer')
    .where(({ eb, refTuple, selectFrom }) => {
      const older = selectFrom('kept_answer').select(['workspace', 'id']).where('kept_at', '<', beforeMs)
      return eb(refTuple('workspace', 'id'), 'in', older.orderBy('kept_at').limit(limit).$asTuple('workspace', 'id'))
    })
    .executeTakeFirst()
  return Number(numDeletedRows)
}
