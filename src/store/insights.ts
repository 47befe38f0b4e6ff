import type { GroupCommit } from './group-commit.ts'
import type { AnswerCount, NotedQuestion, Unanswered } from './insight.ts'
import { listCounts, listUnanswered } from './insight-lists.ts'
import { countAnswers, markDone, noteUnanswered, reopen } from './note-insights.ts'
import { deleteOldInsights, KEEP_INSIGHTS_MS } from './old-insights.ts'
import { createPruning } from './pruning.ts'
import type { Queries } from './tables.ts'

/** What was answered, and what not. Kept for 400 days; nothing tells who asked. */
export type Insights = {
  /** Adds to what is counted. A question that was done is open again when it is asked in vain again. */
  note(counts: readonly AnswerCount[], unanswered: readonly NotedQuestion[], nowMs: number): Promise<void>
  /** Questions that nobody has seen to, those asked most first. */
  unanswered(limit: number): Promise<readonly Unanswered[]>
  /** Takes a question off the list; false where it is not on it. */
  markDone(key: string): Promise<boolean>
  /** Puts it back; false where it was not done. */
  reopen(key: string): Promise<boolean>
  /** All counts from that day on, in the order of days. */
  countsSince(day: string): Promise<readonly AnswerCount[]>
}

export function createInsights(db: Queries, commits: GroupCommit): Insights {
  const prune = createPruning(KEEP_INSIGHTS_MS, deleteOldInsights)
  return {
    note: (counts, unanswered, nowMs) =>
      commits.write(async (tx) => {
        await countAnswers(tx, counts)
        await noteUnanswered(tx, unanswered)
        await prune(tx, nowMs)
      }),
    unanswered: (limit) => listUnanswered(db, limit),
    markDone: (key) => commits.write((tx) => markDone(tx, key)),
    reopen: (key) => commits.write((tx) => reopen(tx, key)),
    countsSince: (day) => listCounts(db, day),
  }
}
