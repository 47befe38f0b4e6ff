import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Answer } from '../src/answers/answer.ts'
import { toPlainText } from '../src/answers/plain-text.ts'
import type { FocalPoint } from '../src/focal-point.ts'

/** One line of a question set: what an answer must say, what it must not, and whether there is one. */
const lineSchema = z.object({
  id: z.string(),
  question: z.string(),
  category: z.string(),
  must: z.array(z.string()),
  mustNot: z.array(z.string()).optional(),
  expect: z.enum(['answered', 'clarify', 'unknown']),
  conversation: z.string().optional(),
})

export type SetQuestion = z.infer<typeof lineSchema>
export type Verdict = 'right' | 'wrong' | 'declined'
export type Judged = { readonly question: SetQuestion; readonly answer: Answer; readonly verdict: Verdict }

const now = Temporal.Instant.from('2026-11-22T09:00:00Z')

export function readQuestions(file: string): SetQuestion[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => lineSchema.parse(JSON.parse(line)))
}

/** Asks all questions of a set, in order, and judges the answers by their words. */
export function judge(focalPoint: FocalPoint, questions: readonly SetQuestion[], set: string): Judged[] {
  return questions.map((question) => {
    const conversation = question.conversation === undefined ? undefined : `${set} ${question.conversation}`
    const answer = focalPoint.ask({ text: question.question, conversation, now })
    return { question, answer, verdict: verdictOf(question, answer) }
  })
}

function verdictOf({ must, mustNot = [], expect, category }: SetQuestion, answer: Answer): Verdict {
  const text = toPlainText(answer)
  const withSuggestions = [text, ...answer.parts.flatMap(({ suggestions }) => suggestions)].join('\n')
  const says = must.every((pattern) => new RegExp(pattern, 'is').test(withSuggestions))
  const errs = mustNot.some((pattern) => new RegExp(pattern, 'is').test(text))
  const { status } = answer
  switch (expect) {
    case 'unknown':
      return errs || (status === 'answered' && !category.startsWith('hostile')) ? 'wrong' : 'right'
    case 'clarify':
      return says && !errs && status !== 'unknown' ? 'right' : status === 'unknown' ? 'declined' : 'wrong'
    case 'answered':
      return status !== 'answered' ? 'declined' : says && !errs ? 'right' : 'wrong'
  }
}
