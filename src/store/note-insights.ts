import { sql } from 'kysely'
import type { AnswerCount, NotedQuestion } from './insight.ts'
import { questionKey } from './question-key.ts'
import type { Queries } from './tables.ts'

/** Adds to what is counted already. */
export async function countAnswers(db: Queries, counts: readonly AnswerCount[]): Promise<void> {
  for (const { totalMs, ...count } of inOneOrder(counts)) {
    await db
      .insertInto('answer_count')
      .values({ ...count, total_ms: Math.round(totalMs) })
      .onConflict((conflict) =>
        conflict.columns(['day', 'surface', 'status', 'language', 'latency']).doUpdateSet({
          answers: sql`answer_count.answers + excluded.answers`,
          total_ms: sql`answer_count.total_ms + excluded.total_ms`,
        }),
      )
      .execute()
  }
}

/** Adds questions, or counts those that are there once more. */
export async function noteUnanswered(db: Queries, questions: readonly NotedQuestion[]): Promise<void> {
  const keyed = questions.map((one) => ({ ...one, key: questionKey(one.question) }))
  for (const { key, question, language, asked, day, candidates, nearest } of inOneOrder(keyed)) {
    const latest = { question, language, candidates: JSON.stringify(candidates), nearest: JSON.stringify(nearest) }
    await db
      .insertInto('unanswered')
      .values({ ...latest, key, asked, state: 'open', first_day: day, last_day: day })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          ...latest,
          state: 'open',
          last_day: day,
          asked: sql`unanswered.asked + excluded.asked`,
        }),
      )
      .execute()
  }
}

/** False where there is no open question of that key. */
export async function markDone(db: Queries, key: string): Promise<boolean> {
  return await changeState(db, key, 'open', 'done')
}

/** False where there is no such question that is done. */
export async function reopen(db: Queries, key: string): Promise<boolean> {
  return await changeState(db, key, 'done', 'open')
}

type State = 'open' | 'done'

async function changeState(db: Queries, key: string, from: State, to: State): Promise<boolean> {
  const change = db.updateTable('unanswered').set({ state: to }).where('key', '=', key).where('state', '=', from)
  return (await change.returning('key').executeTakeFirst()) !== undefined
}

/** Two processes that wait for each other's rows would wait for ever. */
function inOneOrder<T extends object>(rows: readonly T[]): T[] {
  const byText = rows.map((row) => ({ row, text: orderOf(row) }))
  return byText.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ row }) => row)
}

function orderOf(row: object): string {
  return 'key' in row ? String(row.key) : JSON.stringify(Object.entries(row).filter(([name]) => keyColumns.has(name)))
}

const keyColumns: ReadonlySet<string> = new Set(['day', 'surface', 'status', 'language', 'latency'])
