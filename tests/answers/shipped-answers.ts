import type { Answer } from '../../src/answers/answer.ts'
import { toPlainText } from '../../src/answers/plain-text.ts'
import { answerWith } from '../../src/focal-point.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { tools } from '../intents/shipped-understanding.ts'

const focalPoint = answerWith(tools)

/** When the questions are asked: before the workshops and consultations of 2017. */
export const now = Temporal.Instant.from('2017-04-01T09:00:00Z')

export function ask(text: string, language?: Language, at = now): Answer {
  return focalPoint.ask({ text, language, now: at })
}

/** The whole answer as it stands in a chat. */
export function textOf(text: string, language?: Language): string {
  return toPlainText(ask(text, language))
}
