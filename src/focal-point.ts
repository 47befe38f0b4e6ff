import type { Answer, AnswerPart, Candidate } from './answers/answer.ts'
import { composePart } from './answers/compose.ts'
import type { Composing } from './answers/composing.ts'
import { createHolds } from './answers/holds.ts'
import { otherLanguage } from './answers/small-talk.ts'
import { confidenceOf } from './intents/confidence.ts'
import { Conversations } from './intents/conversation.ts'
import { createUnderstanding } from './intents/create-understanding.ts'
import { type Decision, decide } from './intents/decide.ts'
import { detectLanguage } from './intents/detect-language.ts'
import { isForeign } from './intents/foreign-language.ts'
import type { ModelCache } from './intents/intent-model.ts'
import { nextContext, type Reading, type Understood, understand } from './intents/understand.ts'
import type { Understanding } from './intents/understanding.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { Language } from './knowledge/language.ts'

/** One message of a person. */
export type Question = {
  readonly text: string
  /** Messages with the same id share their context for 30 minutes. */
  readonly conversation?: string | undefined
  /** Default: the language of the question. */
  readonly language?: Language | undefined
  /** When it is asked; decides what is "next" and what "last year" means. */
  readonly now: Temporal.Instant
}

/** The assistant. `ask` is synchronous, reads no clock and no file, and never throws on any text. */
export type FocalPoint = { ask(question: Question): Answer }

/** Builds the assistant from a checked knowledge folder: indexes the entries and trains the intent model. */
export function createFocalPoint(knowledge: Knowledge, models?: ModelCache): FocalPoint {
  return answerWith(createUnderstanding(knowledge, createHolds(knowledge), models))
}

/** The assistant over what has been built; conversations start afresh. */
export function answerWith(tools: Understanding): FocalPoint {
  const conversations = new Conversations()
  return { ask: (question) => ask(question, tools, conversations) }
}

/** Where several questions are answered at once, nothing is said twice. */
function shorten(parts: readonly AnswerPart[]): readonly AnswerPart[] {
  if (parts.length === 1) return parts
  const shown: string[] = []
  return parts.map((part) => {
    const leads = parts.filter((other) => other !== part).map((other) => other.lead)
    const isNew = (text: string) => ![...shown, ...leads].some((other) => other.includes(text))
    const short = {
      ...part,
      facts: part.facts.filter(isNew),
      notes: part.notes.filter(isNew),
      suggestions: part.suggestions.slice(0, 1),
    }
    shown.push(short.lead, ...short.facts, ...short.notes)
    return short
  })
}

function ask(
  { text, conversation, language: wanted, now }: Question,
  tools: Understanding,
  conversations: Conversations,
): Answer {
  const context = conversations.get(conversation, now.epochMilliseconds)
  const language = wanted ?? detectLanguage(text, context?.language, tools.languageWords)
  const date = now.toZonedDateTimeISO('UTC').toPlainDate()
  const reading = { ...tools, speller: tools.speller.reading(language) }
  const understood = understand(
    text,
    { context, today: { year: date.year, month: date.month, day: date.day } },
    reading,
  )
  const decisions = decide(understood, tools)
  // An organisation's own topics may be in any language.
  if (!decisions.some(tellsTopic) && isForeign(text, tools))
    return declineLanguage({ tools, language: wanted ?? context?.language ?? 'en', today: date.toString() })
  const parts = shorten(decisions.map((decision) => composePart(decision, { tools, language, today: date.toString() })))
  const next = nextContext(decisions.at(-1)?.reading, tools)
  if (next) conversations.set(conversation, { ...next, language }, now.epochMilliseconds)
  const at = Math.max(
    0,
    parts.findIndex((part) => part.status === 'answered'),
  )
  const main = parts[at]
  return {
    status: main?.status ?? 'unknown',
    intent: main?.intent ?? 'out-of-scope',
    language,
    parts,
    candidates: candidatesOf(decisions[at]?.reading, understood),
  }
}

function tellsTopic({ kind, reading }: Decision): boolean {
  return kind === 'answer' && reading.intent.startsWith('topic:')
}

function declineLanguage(composing: Composing): Answer {
  const part = otherLanguage(composing)
  return { status: part.status, intent: part.intent, language: composing.language, parts: [part], candidates: [] }
}

/** The likeliest readings of the clause that a reading belongs to, best first. */
function candidatesOf(reading: Reading | undefined, { clauses }: Understood): Candidate[] {
  const readings = clauses.find((all) => all[0]?.clause.text === reading?.clause.text) ?? clauses.at(-1) ?? []
  return readings
    .map((other) => ({ intent: other.intent, confidence: confidenceOf(other) }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3)
}
