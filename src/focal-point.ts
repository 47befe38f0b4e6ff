import type { Answer, AnswerPart, Candidate } from './answers/answer.ts'
import { asideAnswer } from './answers/aside-answers.ts'
import { composePart } from './answers/compose.ts'
import type { Composing } from './answers/composing.ts'
import { explainClause } from './answers/explain.ts'
import type { Explanation } from './answers/explanation.ts'
import { findHits, type Hit, type HitQuery } from './answers/hits.ts'
import { createHolds } from './answers/holds.ts'
import { Recent } from './answers/recent.ts'
import { otherLanguage } from './answers/small-talk.ts'
import type { FoundTargets, TargetQuery } from './calendar/meeting-target.ts'
import { findAside } from './intents/asides.ts'
import { confidenceOf } from './intents/confidence.ts'
import { type Context, Conversations, type SavedConversations } from './intents/conversation.ts'
import { createUnderstanding } from './intents/create-understanding.ts'
import { chooseDecisions, type Decision, decideEach } from './intents/decide.ts'
import { detectLanguage } from './intents/detect-language.ts'
import { isForeign } from './intents/foreign-language.ts'
import type { ModelCache } from './intents/intent-model.ts'
import { keepContext, recallContext } from './intents/keep-context.ts'
import { findMeetingTargets } from './intents/meeting-targets.ts'
import { outOfScope, topicIdOf } from './intents/phrasings.ts'
import { nextContext, type Reading, type Understood, understand } from './intents/understand.ts'
import type { Understanding } from './intents/understanding.ts'
import type { Entry, Knowledge } from './knowledge/knowledge.ts'
import type { Language } from './knowledge/language.ts'
import { zoneFault } from './knowledge/zone-name.ts'

/** One message of a person. */
export type Question = {
  readonly text: string
  /** Messages with the same id share their context for 30 minutes. */
  readonly conversation?: string | undefined
  /** Default: the language of the question. */
  readonly language?: Language | undefined
  /** What the person reads, where the platform tells. English, which many write who do not read it best, is answered in it. */
  readonly reader?: Language | undefined
  /** The IANA name of the person's time zone, where the platform tells: of meetings to come the time there is told as well. */
  readonly zone?: string | undefined
  /** When it is asked; decides what is "next" and what "last year" means. */
  readonly now: Temporal.Instant
}

/** The assistant. What is asked of it is answered at once, without a clock or a file, and never throws on any text. */
export type FocalPoint = {
  ask(question: Question): Answer
  /** What somebody may mean who types this into a search box, best first, each with what is told about it. */
  find(query: HitQuery): Hit[]
  /** Which meetings somebody means who wants to be reminded of them. */
  findTargets(query: TargetQuery): FoundTargets
  /** How `ask` would come to its answer now. Conversations stay as they are. */
  explain(question: Question): Explanation
  /** All conversations, as plain JSON that an assistant over other knowledge can go on with. */
  saveConversations(): SavedConversations
  resumeConversations(saved: SavedConversations): void
}

/** How many replies are remembered; people press the same prompts and buttons and ask the same things. */
const usualMemory = 1000

/** Builds the assistant from a checked knowledge folder: indexes the entries and trains the intent model. */
export function createFocalPoint(knowledge: Knowledge, models?: ModelCache): FocalPoint {
  return answerWith(createUnderstanding(knowledge, createHolds(knowledge), models))
}

/** The assistant over what has been built; conversations start afresh. With no memory, each question is worked out anew. */
export function answerWith(tools: Understanding, memory = usualMemory): FocalPoint {
  const conversations = new Conversations()
  const recent = new Recent<Reply>(memory)
  return {
    ask: (question) => ask(question, { tools, conversations, recent }),
    find: (query) => findHits(query, tools),
    findTargets: (query) => {
      const kept = conversations.get(query.conversation, query.nowMs)
      return findMeetingTargets(query, tools, recallContext(kept, tools.knowledge)?.subjects)
    },
    explain: (question) => explain(question, { tools, conversations }),
    saveConversations: () => conversations.save(),
    resumeConversations: (saved) => conversations.resume(saved),
  }
}

type Asking = {
  readonly tools: Understanding
  readonly conversations: Conversations
  readonly recent: Recent<Reply>
}

function ask(question: Question, { tools, conversations, recent }: Asking): Answer {
  const { conversation, now } = question
  const context = recallContext(conversations.get(conversation, now.epochMilliseconds), tools.knowledge)
  const work = () => reply(question, context, tools)
  const { answer, next } =
    context || question.text.length > longestRemembered ? work() : recent.get(keyOf(question), work)
  if (next) conversations.set(conversation, keepContext(next), now.epochMilliseconds)
  return answer
}

/** A message of very many clauses is not explained to its end. */
const mostExplained = 8

function explain(question: Question, { tools, conversations }: Omit<Asking, 'recent'>): Explanation {
  const context = recallContext(
    conversations.get(question.conversation, question.now.epochMilliseconds),
    tools.knowledge,
  )
  const aside = findAside(question.text, context, tools)
  if (aside?.kind === 'again' && context?.asked) {
    const { text, before } = context.asked
    return explainQuestion({ ...question, text, language: aside.language }, before, tools)
  }
  if (!aside || aside.kind === 'again') return explainQuestion(question, context, tools)
  return { kind: 'aside', ...languagesOf(question, context, tools), clauses: [] }
}

function explainQuestion(question: Question, context: Context | undefined, tools: Understanding): Explanation {
  const { read, reply, understood, each, decisions, isSpoken } = readQuestion(question, context, tools)
  if (!isSpoken) return { kind: 'foreign', read, reply, clauses: [] }
  const composing = { tools, language: reply, ...dayAndZone(question) }
  const decided = understood.clauses.slice(0, mostExplained).flatMap((readings, i) => {
    const decision = each[i]
    return decision ? [{ readings, decision, isSaid: decisions.includes(decision) }] : []
  })
  return { kind: 'question', read, reply, clauses: decided.flatMap((clause) => explainClause(clause, composing) ?? []) }
}

/** Longer questions are hardly ever asked again. */
const longestRemembered = 300

/** All that the reply to a first question depends on. */
function keyOf({ text, language, reader, ...question }: Question): string {
  const { today, zone } = dayAndZone(question)
  return JSON.stringify([text, language, reader, today, zone])
}

/** An answer, and what the conversation is about after it. */
type Reply = { readonly answer: Answer; readonly next: Context | undefined }

function reply(question: Question, context: Context | undefined, tools: Understanding): Reply {
  const aside = findAside(question.text, context, tools)
  if (!aside) return answerQuestion(question, context, tools)
  if (aside.kind !== 'again') return answerAside(aside.kind, question, context, tools)
  const { text, before } = context?.asked ?? { text: question.text, before: context }
  return answerQuestion({ ...question, text, language: aside.language }, before, tools)
}

function answerAside(
  kind: Parameters<typeof asideAnswer>[0],
  question: Question,
  context: Context | undefined,
  tools: Understanding,
): Reply {
  const { reply: language } = languagesOf(question, context, tools)
  const part = asideAnswer(kind, context, { tools, language, ...dayAndZone(question) })
  const answer = { status: part.status, intent: part.intent, language, parts: [part], candidates: [] }
  const shown = entriesIn([part], tools)
  return { answer, next: context && { ...context, ...(shown.length > 1 && { shown }), language } }
}

/** The language that a question is read as, and the one that it is answered in. */
function languagesOf(
  { text, language, reader }: Question,
  context: Context | undefined,
  tools: Understanding,
): Readonly<Record<'read' | 'reply', Language>> {
  const read = language ?? detectLanguage(text, context?.language ?? reader, tools.languageWords)
  return { read, reply: language === undefined && read === 'en' ? (reader ?? read) : read }
}

type Situated = Pick<Question, 'now' | 'zone'>

/** The day on the person's calendar. */
function dayOf({ now, zone }: Situated): Temporal.PlainDate {
  return now.toZonedDateTimeISO(knownZone(zone) ?? 'UTC').toPlainDate()
}

function dayAndZone({ now, zone }: Situated): Pick<Composing, 'today' | 'zone'> {
  return { today: dayOf({ now, zone }).toString(), zone: knownZone(zone) }
}

/** Platforms may know zones that this version of the time zone database does not. */
function knownZone(zone: string | undefined): string | undefined {
  return zone === undefined || zoneFault(zone) !== undefined ? undefined : zone
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

/** What a question means and what is to be done about that, before anything is said. */
function readQuestion(question: Question, context: Context | undefined, tools: Understanding) {
  const languages = languagesOf(question, context, tools)
  const { year, month, day } = dayOf(question)
  const reading = { ...tools, speller: tools.speller.reading(languages.read) }
  const understood = understand(question.text, { context, today: { year, month, day } }, reading)
  const each = decideEach(understood, tools)
  const decisions = chooseDecisions(each, tools)
  // An organisation's own topics may be in any language.
  const isSpoken = decisions.some(tellsTopic) || !isForeign(question.text, tools)
  return { ...languages, understood, each, decisions, isSpoken }
}

function answerQuestion(question: Question, context: Context | undefined, tools: Understanding): Reply {
  const { reply: language, understood, decisions, isSpoken } = readQuestion(question, context, tools)
  const situation = { tools, ...dayAndZone(question) }
  if (!isSpoken) {
    const fallback = question.language ?? context?.language ?? question.reader ?? 'en'
    return { answer: declineLanguage({ ...situation, language: fallback }), next: context }
  }
  const parts = shorten(decisions.map((decision) => composePart(decision, { ...situation, language })))
  const at = Math.max(
    0,
    parts.findIndex((part) => part.status === 'answered'),
  )
  const main = parts[at]
  const answer = {
    status: main?.status ?? 'unknown',
    intent: main?.intent ?? outOfScope,
    language,
    parts,
    candidates: candidatesOf(decisions[at]?.reading, understood),
  }
  const last = decisions.at(-1)
  const topic =
    (last && nextContext(last.kind === 'decline' ? onlyNamed(last.reading) : last.reading, tools)) ?? context
  const next = topic && {
    ...topic,
    ...whatWasShown(parts, topic.subjects, context, tools),
    asked: { text: question.text, before: context },
    language,
  }
  return { answer, next }
}

/** What is not understood and names nothing leaves the conversation where it was. */
function onlyNamed(reading: Reading | undefined): Reading | undefined {
  return reading && (reading.subjects.length > 0 || reading.clause.strangers.length > 0) ? reading : undefined
}

/** The list to pick from, and the lines to name: those of this answer, else of the one that it goes on with. */
function whatWasShown(
  parts: readonly AnswerPart[],
  subjects: readonly Entry[],
  context: Context | undefined,
  tools: Understanding,
): Pick<Context, 'shown' | 'earlier' | 'citations'> {
  const listed = entriesIn(parts, tools)
  const before = context?.shown ?? []
  // What was picked from a list leaves the list as it is.
  const shown = listed.every((entry) => before.includes(entry)) ? [] : listed
  const goesOn = subjects.every((entry) => before.includes(entry))
  const earlier = [...new Set([...(context?.subjects ?? []), ...(context?.earlier ?? [])])]
  const citations = parts.flatMap(({ sources }) => sources.map(({ locator }) => locator))
  const isTalk = citations.length === 0 && parts.every(({ status }) => status === 'clarify')
  return {
    shown: shown.length > 1 ? shown : goesOn ? before : [],
    earlier,
    citations: isTalk ? (context?.citations ?? []) : [...new Set(citations)],
  }
}

function entriesIn(parts: readonly AnswerPart[], { knowledge }: Understanding): Entry[] {
  const ids = new Set(parts.flatMap(({ entries }) => entries))
  return [...ids].map((id) => knowledge.entries.get(id)).filter((entry) => entry !== undefined)
}

function tellsTopic({ kind, reading }: Decision): boolean {
  return kind === 'answer' && topicIdOf(reading.intent) !== undefined
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
