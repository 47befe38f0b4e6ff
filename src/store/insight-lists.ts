import { z } from 'zod'
import type { AnswerCount, Unanswered } from './insight.ts'
import type { Queries, Tables } from './tables.ts'

const candidatesSchema = z.array(z.object({ intent: z.string(), confidence: z.number() }))
const nearestSchema = z.array(z.object({ id: z.string(), title: z.string() }))

/** Open questions, those asked most first. */
export async function listUnanswered(db: Queries, limit: number): Promise<Unanswered[]> {
  const open = db.selectFrom('unanswered').selectAll().where('state', '=', 'open')
  const rows = await open.orderBy('asked', 'desc').orderBy('last_day', 'desc').orderBy('key').limit(limit).execute()
  return rows.map(unansweredOf)
}

/** All counts from that day on, in the order of days. */
export async function listCounts(db: Queries, day: string): Promise<AnswerCount[]> {
  const rows = await db.selectFrom('answer_count').selectAll().where('day', '>=', day).orderBy('day').execute()
  return rows.map(({ total_ms, ...count }) => ({ ...count, totalMs: total_ms }))
}

function unansweredOf(row: Tables['unanswered']): Unanswered {
  const { key, question, language, asked } = row
  return {
    key,
    question,
    language,
    asked,
    firstDay: row.first_day,
    lastDay: row.last_day,
    candidates: candidatesSchema.parse(JSON.parse(row.candidates)),
    nearest: nearestSchema.parse(JSON.parse(row.nearest)),
  }
}
