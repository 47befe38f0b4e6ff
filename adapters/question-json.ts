import { z } from 'zod'
import type { Question } from '../src/focal-point.ts'
import { explainIssues } from '../src/knowledge/explain-issue.ts'
import { languages } from '../src/knowledge/language.ts'

/** What is allowed where an instant is expected; the same words everywhere. */
export const instantRule = 'expected an instant with its time zone, like "2017-04-01T09:00:00Z"'

/** A point in time as text; years of four digits, because knowledge writes its dates so. */
export const instantSchema = z.string().transform((text, context) => {
  const instant = parseInstant(text)
  if (instant) return instant
  context.addIssue({ code: 'custom', message: instantRule })
  return z.NEVER
})

/** The fields of a question that arrives as JSON. Further fields are ignored, so that callers may keep their own in it. */
export const questionSchema = z.object({
  question: z.string(),
  // Bounded, because the ids of many conversations are kept in memory.
  conversation: z.string().min(1, 'expected some text').max(200, 'expected at most 200 characters').optional(),
  lang: z.enum(languages).optional(),
  now: instantSchema.optional(),
})

export type QuestionFields = z.infer<typeof questionSchema>

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly input?: unknown }

/** Parses JSON text into the fields of a schema; the error names each field that is wrong and what is allowed. */
export function parseFields<T>(json: string, schema: z.ZodType<T>): Parsed<T> {
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch (error) {
    return { ok: false, error: `not JSON: ${(error as Error).message}` }
  }
  if (!isObject(input)) return { ok: false, error: 'expected a JSON object, like {"question": "…"}', input }
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const faults = explainIssues(result.error.issues, input).map((fault) => fault.message)
  return { ok: false, error: faults.join('; '), input }
}

/** The question to ask; what its fields leave open comes from `defaults`. */
export function toQuestion(fields: QuestionFields, defaults: Pick<Question, 'language' | 'now'>): Question {
  const { question, conversation, lang, now } = fields
  return { text: question, conversation, language: lang ?? defaults.language, now: now ?? defaults.now }
}

function parseInstant(text: string): Temporal.Instant | undefined {
  try {
    const instant = Temporal.Instant.from(text)
    const { year } = instant.toZonedDateTimeISO('UTC')
    return year >= 1 && year <= 9999 ? instant : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function isObject(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
