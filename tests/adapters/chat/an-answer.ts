import { type Answer, type AnswerPart, answeredPart } from '../../../src/answers/answer.ts'
import type { Language } from '../../../src/knowledge/language.ts'

export const source = { document: 'Wind pages', locator: '900:1', asOf: '2021' }

export function aPart(more: Partial<AnswerPart> = {}): AnswerPart {
  return { ...answeredPart('role', 'It is windy.', [source]), ...more }
}

export function anAnswer(parts: readonly AnswerPart[] = [aPart()], language: Language = 'en'): Answer {
  return { status: parts[0]?.status ?? 'answered', intent: 'role', language, parts, candidates: [] }
}
