import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { factQuestions } from '../tests/fixtures/fact-questions.ts'
import { projectFolder } from './run-program.ts'

const questionSchema = z.object({ question: z.string().min(1), conversation: z.string().optional() })

export type BenchQuestion = z.infer<typeof questionSchema>

/** The questions of a file with one JSON object a line, or else those that the tests ask. */
export function loadQuestions(file: string | undefined): BenchQuestion[] {
  if (file !== undefined) return readQuestions(file)
  const asked = readQuestions(join(projectFolder, 'tests/fixtures/questions-a.jsonl'))
  const known = new Set(asked.map(({ question }) => question))
  return [...asked, ...factQuestions.map(([question]) => ({ question })).filter(({ question }) => !known.has(question))]
}

function readQuestions(file: string): BenchQuestion[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(line, `${file}:${i + 1}`)]))
}

function parseLine(line: string, place: string): BenchQuestion {
  try {
    return questionSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new Error(`${place}: expected {"question": "…"}`, { cause })
  }
}
