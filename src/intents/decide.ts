import { confidenceOf } from './confidence.ts'
import { isElsewhere, isOfUnknownName, isVague, listsAll } from './doubts.ts'
import { insteadOf, isSmallTalk, namedReading, preferHeld, specificReading, tiedReading } from './other-readings.ts'
import { outOfScope, topicIdOf } from './phrasings.ts'
import type { Reading, Understood } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** What to do about one clause. */
export type Decision =
  | { readonly kind: 'answer'; readonly reading: Reading; readonly confidence: number }
  /** The intent is clear, but of what? */
  | { readonly kind: 'ask-subject'; readonly reading: Reading; readonly confidence: number }
  /** Two or three intents are about as likely. */
  | {
      readonly kind: 'ask-which'
      readonly reading: Reading
      readonly readings: readonly Reading[]
      readonly confidence: number
    }
  | { readonly kind: 'decline'; readonly reading: Reading | undefined; readonly confidence: number }

/** At least this sure: answer. Chosen on the development questions for few wrong answers. */
const answerThreshold = 0.35
/** What an organisation's own words are about is told by their probability alone. */
const topicThreshold = 0.3
/** A whole list for a question that was none is worse than asking back. */
const listThreshold = 0.6
/** Enough to ask back when the clause points at something that was not named. */
const askThreshold = 0.1
/** A reading this likely may be offered where none is sure, if those that are offered are this likely together. */
const offerThreshold = 0.1
const offerTogether = 0.3
/** A topic that is so much as likely as the best one is offered beside it. */
const closeShare = 0.5
const maxOffered = 3
const maxAnswers = 4

/** Decides for each clause that asks something; a message that asks nothing we know is declined once. */
export function decide(understood: Understood, tools: Understanding): Decision[] {
  return chooseDecisions(decideEach(understood, tools), tools)
}

/** What each clause would get by itself. */
export function decideEach({ clauses }: Understood, tools: Understanding): Decision[] {
  return clauses.map((readings) => decideClause(readings, tools))
}

/** Those of the decisions that the message as a whole is answered with. */
export function chooseDecisions(each: readonly Decision[], tools: Understanding): Decision[] {
  const decisions = withoutRepeats(each)
  const useful = decisions.filter((decision) => decision.kind !== 'decline')
  if (useful.length === 0) return [mostLikely(decisions)]
  const asked = useful.filter(({ reading }) => reading?.clause.asks && !isBareName(reading))
  const best = asked.length > 0 ? asked : useful.filter(({ reading }) => reading && !isSmallTalk(reading, tools))
  const answers = best.filter((decision) => decision.kind === 'answer')
  // Asking back about one clause is noise when another has its answer.
  return (answers.length > 0 ? answers : best.length > 0 ? best.slice(0, 1) : useful.slice(0, 1)).slice(0, maxAnswers)
}

/** How sure a reading must be of what is asked to be answered for that alone, 0 to 1. */
export function thresholdOf(reading: Reading, tools: Understanding): number {
  if (listsAll(reading, tools)) return listThreshold
  return tools.knowledge.intents.has(reading.intent) ? answerThreshold : topicThreshold
}

/** Who asks the same thing twice in one message wants it told once. */
function withoutRepeats(decisions: readonly Decision[]): Decision[] {
  const keyOf = ({ kind, reading }: Decision) =>
    [kind, reading?.tells, reading?.subjects.map((entry) => entry.id), reading?.clause.masked.join(' ')].join('|')
  return [...new Map(decisions.toReversed().map((decision) => [keyOf(decision), decision])).values()].reverse()
}

function decideClause(readings: readonly Reading[], tools: Understanding): Decision {
  const ranked = [...readings].sort((a, b) => confidenceOf(b) - confidenceOf(a))
  const best = preferHeld(ranked)
  if (!best) return { kind: 'decline', reading: undefined, confidence: 0 }
  const confidence = confidenceOf(best)
  const answer = (reading: Reading): Decision => ({
    kind: 'answer',
    reading,
    confidence: Math.max(confidence, confidenceOf(reading)),
  })
  if (isVague(best) || isOfUnknownName(best)) return { kind: 'decline', reading: { ...best, subjects: [] }, confidence }
  if (isElsewhere(best, tools)) return { kind: 'decline', reading: withoutIom(best), confidence }
  const sure = isSure(best, tools)
  const rivals = sure ? rivalTopics(ranked) : []
  if (rivals.length > 1) return { kind: 'ask-which', reading: best, readings: rivals, confidence }
  if (sure && best.held) return answer(specificReading(best, tools) ?? best)
  const instead = insteadOf(best, sure, tools)
  if (instead) return answer(instead)
  if (asksBack(best, sure)) return { kind: 'ask-subject', reading: best, confidence }
  // Sure of something that the knowledge does not hold: the answer names what is missing.
  if (sure && (best.clause.content.length > 0 || best.from === 'picked')) return answer(best)
  const named = tiedReading(best, tools) ?? namedReading(ranked, tools)
  if (named) return answer(named)
  if (sure) return answer(best)
  const offered = likelyReadings(ranked, tools)
  return offered.length > 1
    ? { kind: 'ask-which', reading: best, readings: offered, confidence }
    : { kind: 'decline', reading: best, confidence }
}

/** Topics between which the words hardly decide: answering one of them would be a guess. */
function rivalTopics([best, ...others]: readonly Reading[]): Reading[] {
  if (!best || topicIdOf(best.intent) === undefined) return []
  const isClose = (reading: Reading) =>
    topicIdOf(reading.intent) !== undefined && confidenceOf(reading) >= confidenceOf(best) * closeShare
  return [best, ...others.filter(isClose)].slice(0, maxOffered)
}

/** The readings to choose from, if one of them is likely what is meant and none stands out. */
function likelyReadings(ranked: readonly Reading[], tools: Understanding): Reading[] {
  const offered = ranked
    .filter((reading) => reading.held && !reading.lacksSubject && !isSmallTalk(reading, tools))
    .filter((reading) => confidenceOf(reading) >= offerThreshold && !listsAll(reading, tools))
    .slice(0, maxOffered)
  const together = offered.reduce((sum, reading) => sum + confidenceOf(reading), 0)
  return together >= offerTogether ? offered : []
}

function isSure(reading: Reading, tools: Understanding): boolean {
  if (reading.intent === outOfScope) return false
  if (listsAll(reading, tools) && reading.clause.content.length === 0) return false
  return confidenceOf(reading) >= thresholdOf(reading, tools)
}

function asksBack(reading: Reading, sure: boolean): boolean {
  if (!reading.lacksSubject || reading.clause.selection.empty) return false
  return sure || (reading.clause.pointsBack && confidenceOf(reading) >= askThreshold)
}

/** What is known of IOM is of no use to somebody who asked about a process we do not know. */
function withoutIom(reading: Reading): Reading {
  return reading.subjects.some((entry) => entry.id !== 'iom') ? reading : { ...reading, subjects: [] }
}

function mostLikely(decisions: readonly Decision[]): Decision {
  const sorted = [...decisions].sort(
    (a, b) =>
      Number(b.reading?.subjects.length ?? 0) - Number(a.reading?.subjects.length ?? 0) || b.confidence - a.confidence,
  )
  return sorted[0] ?? { kind: 'decline', reading: undefined, confidence: 0 }
}

/** "Bali, Almaty and Colombo: …": a name alone beside a question is no question of its own. */
function isBareName(reading: Reading): boolean {
  return reading.intent === 'describe' && reading.clause.content.length === 0
}
