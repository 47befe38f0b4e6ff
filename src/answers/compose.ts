import type { Decision } from '../intents/decide.ts'
import { topicIdOf } from '../intents/phrasings.ts'
import type { Reading } from '../intents/understand.ts'
import type { Entry } from '../knowledge/knowledge.ts'
import { inLanguage } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { contactQuestion } from './contact-question.ts'
import { statementsOf } from './entry-statements.ts'
import { listAnswer, namesWhatItLists } from './list-answers.ts'
import { meetingToCome } from './meeting-to-come.ts'
import { askSubject, askWhich, notHeldAnswer, unknownAnswer } from './open-answers.ts'
import { unsupportedClaims } from './premises.ts'
import { reminderAnswer } from './reminder-answer.ts'
import { smallTalk } from './small-talk.ts'
import { refer } from './source-references.ts'
import { notesOf, type Statement, startWithName, type Wording, withName, withNameOnce } from './statement.ts'
import { suggestFor } from './suggestions.ts'

/** More entries than this are not each answered; the person is asked which. Of years, a span asks for all of them. */
const maxSubjects = 7
const maxYears = 20
/** A passage must have this share of the question's words to be added to an answer. */
const evidenceCoverage = 0.6
/** Further facts stop here, so that a chat answer stays readable. */
const maxFactCharacters = 800

/** What nothing in the knowledge answers. */
const remind = 'remind'

/** Words the answer to one decided clause. Every sentence comes from the knowledge and keeps its source. */
export function composePart(decision: Decision, composing: Composing): AnswerPart {
  const part = wordPart(decision, composing)
  return {
    ...part,
    contact: contactQuestion(part, decision.reading?.subjects ?? [], composing),
    meeting: meetingToCome(part, decision, composing),
  }
}

function wordPart(decision: Decision, composing: Composing): AnswerPart {
  const { reading } = decision
  if (decision.kind === 'decline' || !reading) return unknownAnswer(reading, composing)
  if (reading.intent === remind) return reminderAnswer(reading, composing)
  if (decision.kind === 'ask-subject') return askSubject(reading, composing)
  if (decision.kind === 'ask-which') return askWhich(reading.intent, decision.readings, composing)
  const { knowledge } = composing.tools
  const topic = knowledge.topics.get(topicIdOf(reading.intent) ?? '')
  if (topic)
    return answeredPart(
      reading.intent,
      topic.answer,
      topic.source ? [{ document: topic.source, locator: topic.title }] : [],
    )
  const intent = knowledge.intents.get(reading.intent)
  const talk = smallTalk(reading.intent, composing)
  if (talk) return talk
  const listed = listAnswer(reading, composing)
  if (listed) return listed
  if (intent?.alone && reading.subjects.length > 0)
    return answerAbout(namesItsOwn(reading) ? { ...reading, tells: 'describe' } : reading, composing)
  if (reading.clause.selection.empty && reading.subjects.length === 0) return unknownAnswer(reading, composing)
  if (reading.subjects.length === 0)
    return intent?.held === false ? notHeldAnswer(reading, [], composing) : askSubject(reading, composing)
  if (reading.subjects.length > mostSubjects(reading) && intent?.held) return askSubject(reading, composing)
  return answerAbout(reading, composing)
}

function mostSubjects({ subjects, clause }: Reading): number {
  const yearly = subjects.every(({ kind }) => kind === 'dialogue' || kind === 'publication')
  return yearly && clause.selection.filter.dates.length > 0 ? maxYears : maxSubjects
}

/** "Which dialogues with the EU are we in": the processes are named, and what is known of them is asked. */
function namesItsOwn(reading: Reading): boolean {
  return reading.confidence >= 0.3 && namesWhatItLists(reading)
}

/** An entry with the statements about what is asked, and those that describe it besides. */
type Told = { readonly entry: Entry; readonly asked: readonly Statement[]; readonly others: readonly Statement[] }

/** Answers the intent for each subject from its statements; what none of them tells is said to be unknown. */
function answerAbout(reading: Reading, composing: Composing): AnswerPart {
  const wording = wordingOf(composing)
  const told = reading.subjects.map((entry) => tell(entry, reading, wording))
  const answered = told.filter(({ asked }) => asked.length > 0)
  if (answered.length === 0) return notHeldAnswer(reading, reading.subjects, composing)
  return answered.length === 1 && answered[0]
    ? oneSubject(answered[0], reading, composing)
    : severalSubjects(answered, reading, composing)
}

/** Splits what is known of an entry; for a description the passage that the question's words point to comes first. */
function tell(entry: Entry, reading: Reading, wording: Wording): Told {
  const all = statementsOf(entry, wording)
  const about = all.filter((statement) => statement.about.includes(reading.tells))
  const others = all.filter((statement) => statement.about.includes('describe') && !about.includes(statement))
  if (reading.tells !== 'describe' || reading.evidence[0]?.passage.entry !== entry)
    return { entry, asked: about, others }
  const fact = reading.evidence[0].passage.fact
  const wanted = fact ? inLanguage(fact.text, wording.language) : undefined
  const asked = [
    ...about.filter((statement) => statement.text === wanted),
    ...about.filter((statement) => statement.text !== wanted),
  ]
  return { entry, asked, others }
}

function oneSubject({ entry, asked, others }: Told, reading: Reading, composing: Composing): AnswerPart {
  const lead = asked.slice(0, reading.tells === 'describe' ? leadLength(entry) : 4)
  const pointed = evidenceStatements(entry, reading, wordingOf(composing))
  const facts = withinBudget(
    [...pointed, ...asked, ...others].filter((statement) => !lead.some(({ text }) => text === statement.text)),
  )
  const text = lead.map((s) => s.text).join(' ')
  // "The second one" leaves open which that is, even if the answer has its name somewhere.
  const line = (reading.from === 'picked' ? startWithName : withName)(entry, text, wordingOf(composing))
  const part = partFrom({ entries: [entry], lines: [line], answering: lead, facts }, reading, composing)
  return {
    ...part,
    related: part.status === 'unknown' && facts.length > 0,
    entries:
      'contacts' in entry && lead.some(({ about }) => about.includes('list-contacts')) ? (entry.contacts ?? []) : [],
    suggestions: suggestFor(entry, reading.intent, composing),
  }
}

/** What else the question's words point to: it may be what was meant. */
function evidenceStatements(entry: Entry, reading: Reading, wording: Wording): Statement[] {
  return reading.evidence
    .filter((hit) => hit.coverage >= evidenceCoverage && hit.words.length >= 2)
    .slice(0, 2)
    .flatMap(({ passage: { fact, entry: other } }) => {
      const text = fact && inLanguage(fact.text, wording.language)
      if (text) return statementsOf(other, wording).filter((statement) => statement.text === text)
      return other === entry ? [] : statementsOf(other, wording).slice(0, 1)
    })
}

/** A process is its roles, so all of them belong into the first line; elsewhere the first statement says what it is. */
function leadLength(entry: Entry): number {
  return entry.kind === 'process' || entry.kind === 'event' ? 2 : 1
}

function severalSubjects(told: readonly Told[], reading: Reading, composing: Composing): AnswerPart {
  const most = reading.tells === 'describe' ? 2 : 3
  const lines = told.map(({ entry, asked }) => {
    const texts = asked.slice(0, most).map((s) => s.text)
    return withNameOnce(entry, texts, wordingOf(composing))
  })
  const answering = told.flatMap(({ asked }) => asked.slice(0, most))
  const entries = told.map(({ entry }) => entry)
  const part = partFrom({ entries, lines, answering, facts: [] }, reading, composing)
  return { ...part, entries: entries.map(({ id }) => id), notes: part.notes.slice(0, 3), isList: true }
}

type Said = {
  readonly entries: readonly Entry[]
  /** The answer: a line for each entry. */
  readonly lines: readonly string[]
  /** What the lines are made of. */
  readonly answering: readonly Statement[]
  /** What else is told. */
  readonly facts: readonly Statement[]
}

/** The lines with their sources and notes; unknown when all they say is that the sources do not hold it. */
function partFrom({ entries, lines, answering, facts }: Said, reading: Reading, composing: Composing): AnswerPart {
  const texts = facts.map((statement) => statement.text)
  return {
    ...answeredPart(reading.intent, lines[0] ?? '', refer([...answering, ...facts], composing)),
    status: answering.every((statement) => statement.absent) ? 'unknown' : 'answered',
    facts: [...lines.slice(1), ...texts],
    notes: [
      ...unsupportedClaims(reading, [...lines, ...texts].join(' '), composing),
      ...new Set(entries.flatMap((entry) => notesOf(entry, composing.language))),
    ],
  }
}

function withinBudget(statements: readonly Statement[]): Statement[] {
  let characters = 0
  const unique = statements.filter((s, i) => statements.findIndex((other) => other.text === s.text) === i)
  return unique.filter((statement) => {
    characters += statement.text.length
    return characters <= maxFactCharacters
  })
}
