import type { Answer, Candidate, SourceReference } from '../src/answers/answer.ts'
import { toPlainText } from '../src/answers/plain-text.ts'
import type { FocalPoint, Question } from '../src/focal-point.ts'
import type { AsyncFocalPoint } from './async-focal-point.ts'

/** An answer as the terminal and the web give it to programs. */
export type AnswerJson = {
  readonly status: Answer['status']
  readonly intent: string
  readonly text: string
  readonly sources: readonly SourceReference[]
  readonly suggestions: readonly string[]
  readonly candidates: readonly Candidate[]
  readonly ms: number
}

const maxSuggestions = 3

/** Asks and measures: `ms` is the time from the question to the finished text. */
export function askForJson(focalPoint: FocalPoint, question: Question): AnswerJson {
  const started = performance.now()
  return answerInJson(focalPoint.ask(question), started)
}

/** The same of an assistant that answers on another thread. */
export async function askForJsonAsync(focalPoint: AsyncFocalPoint, question: Question): Promise<AnswerJson> {
  const started = performance.now()
  return answerInJson(await focalPoint.ask(question), started)
}

/** The answer with all its parts as one text; each source and suggestion once. `started` is when it was asked for. */
export function answerInJson(answer: Answer, started: number): AnswerJson {
  const { status, intent, candidates, parts } = answer
  const said = {
    status,
    intent,
    text: toPlainText(answer),
    sources: uniqueSources(parts.flatMap((part) => part.sources)),
    suggestions: [...new Set(parts.flatMap((part) => part.suggestions))].slice(0, maxSuggestions),
    candidates,
  }
  return { ...said, ms: Math.round((performance.now() - started) * 100) / 100 }
}

function uniqueSources(sources: readonly SourceReference[]): SourceReference[] {
  const byPlace = new Map<string, SourceReference>()
  for (const { document, locator, asOf } of sources) {
    byPlace.set(JSON.stringify([document, locator, asOf]), { document, locator, ...(asOf && { asOf }) })
  }
  return [...byPlace.values()]
}
