import { listOf } from '../knowledge/knowledge.ts'
import type { Hit } from '../search/passage-index.ts'
import { confidenceOf } from './confidence.ts'
import { byPlaceAlone } from './doubts.ts'
import { outOfScope } from './phrasings.ts'
import { equallyGood, isPassing } from './resolve-subjects.ts'
import type { Reading } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** The words of a passage that account for so much of a question are what the question is about. */
const evidenceThreshold = 0.55
/** More is asked of a passage that is to stand in for something the knowledge is known not to hold. */
const evidenceAgainstMissing = 0.85
/** Enough where the intent goes ill with what is named. */
const unaptEvidence = 0.3
/** So sure of what is asked that no passage can stand in for it. */
const certain = 0.7
/** Words for the rest, as shares and numbers that did best on the development questions. */
const nearlyAsLikely = 0.9
const maxOpenShare = 0.5
const namedThreshold = 0.05
/** Less sure than this, not even what the subject is would be told. */
const describedThreshold = 0.01
const maxOpenBesideName = 0.7
/** More is asked where only a place is named: people ask about places for many reasons. */
const placeThreshold = 0.3
/** One word is too little to overrule what was understood. */
const fewestSpecificWords = 2
/** A word in every sixth passage ("migration") singles nothing out. */
const commonRarity = 2.8

/** Of two readings that are nearly as likely, the one that has an answer. */
export function preferHeld(ranked: readonly Reading[]): Reading | undefined {
  const best = ranked[0]
  if (!best || best.held || best.lacksSubject || best.intent === outOfScope) return best
  const held = ranked.find((reading) => reading.held && reading.subjects.length > 0)
  return held && confidenceOf(held) >= confidenceOf(best) * nearlyAsLikely ? held : best
}

/** What stands in for a reading that has no answer of its own, from what the words of the clause point to. */
export function insteadOf(best: Reading, sure: boolean, tools: Understanding): Reading | undefined {
  if (best.intent === 'reason' && !best.held) {
    const premise = premiseReading(best, tools)
    if (premise) return premise
  }
  if (isAddress(best) && !best.held) return described(best, best.subjects)
  const wantsSubject = sure && !best.held && (best.lacksSubject || byPlaceAlone(best))
  return (
    pointedReading(best, sure, tools) ??
    unaptReading(best, tools) ??
    (wantsSubject ? ofAskedKind(best, tools) : undefined)
  )
}

/**
 * "Which courts does IOM advise": what IOM does is known, but the statements about that lack the words, and a fact that
 * is filed elsewhere has them all. That fact is the answer.
 */
export function specificReading(best: Reading, tools: Understanding): Reading | undefined {
  const { passages, knowledge } = tools
  const { subjects, unexplained, clause } = best
  if (subjects.length === 0 || !subjects.every(isPassing) || clause.selection.filtered) return undefined
  // A list has no words of its own.
  if (knowledge.intents.get(best.intent)?.alone && unexplained === 0) return undefined
  const wanted = clause.subjectWords.filter((word) => passages.rarity(word) > commonRarity)
  if (wanted.length < fewestSpecificWords) return undefined
  const hits = best.evidence.filter((hit) => wanted.every((word) => hit.words.includes(word)))
  const isTold = ({ passage: { entry, fact } }: Hit) =>
    best.subjects.includes(entry) && (!fact || listOf(fact.about).includes(best.tells))
  const [hit] = hits
  if (!hit || hits.some(isTold)) return undefined
  const found = equallyGood(hits).map(({ passage }) => passage.entry)
  return found.every((entry) => tools.holds('describe', entry))
    ? described({ ...best, evidence: hits, lacksSubject: false }, found)
    : undefined
}

/** "Why is UNHCR running it without us?" takes something for granted; the facts about it are the answer. */
function premiseReading(best: Reading, tools: Understanding): Reading | undefined {
  const { organisations, roles, filter } = best.clause.selection
  const claims = [...organisations.filter((o) => !best.subjects.includes(o)), ...roles, ...filter.dates]
  const subjects = best.subjects.filter((entry) => tools.holds('describe', entry))
  return claims.length > 0 && subjects.length > 0 ? { ...best, tells: 'describe', subjects, held: true } : undefined
}

/** One passage accounts for nearly all the words: its entry is the subject, and what it says is wanted. */
function pointedReading(best: Reading, sure: boolean, tools: Understanding): Reading | undefined {
  const missing = sure && !best.held && !best.lacksSubject && confidenceOf(best) > 0.5
  if (missing && confidenceOf(best) > certain) return undefined
  const hits = equallyGood(best.evidence)
  const hit = hits[0]
  if (!hit || hits.length > 3 || hit.coverage < (missing ? evidenceAgainstMissing : evidenceThreshold)) return undefined
  if (missing && hit.words.length < 3 && hit.coverage < 0.95) return undefined
  const { subjectWords, weakWords } = best.clause
  if (hit.words.filter((word) => subjectWords.includes(word) || weakWords.includes(word)).length < 2) return undefined
  const subjects = hits.map(({ passage }) => passage.entry)
  const telling = subjects.filter((entry) => tools.holds(best.intent, entry))
  const found = { ...best, evidence: hits, lacksSubject: false, held: true }
  return telling.length > 0 ? { ...found, tells: best.intent, subjects: telling } : described(found, subjects)
}

/** The intent is asked of few kinds of entry, and the words single one out: "in how many countries are we present". */
function ofAskedKind(best: Reading, tools: Understanding): Reading | undefined {
  const kinds = tools.knowledge.intents.get(best.intent)?.about ?? []
  const { passages } = tools
  const words = [...best.clause.subjectWords, ...best.clause.weakWords].filter(passages.knows)
  const asked = [...tools.knowledge.entries.values()].filter((entry) => kinds.some((kind) => kind === entry.kind))
  const hits = equallyGood(
    passages.searchWithin(
      words,
      asked.filter((entry) => tools.holds(best.intent, entry)),
    ),
  )
  const hit = hits[0]
  if (!hit || hits.length > 2 || hit.words.length < 2 || hit.coverage < evidenceThreshold) return undefined
  return {
    ...best,
    subjects: hits.map(({ passage }) => passage.entry),
    evidence: hits,
    lacksSubject: false,
    held: true,
  }
}

/** "Are RCPs binding": no legal advice is sought where a term is named, so the term is told. */
function unaptReading(best: Reading, tools: Understanding): Reading | undefined {
  const intent = tools.knowledge.intents.get(best.intent)
  if (intent?.held !== false || best.unexplained > maxOpenShare || best.subjects.length === 0) return undefined
  const asked = best.subjects.some((entry) => intent.about?.some((kind) => kind === entry.kind))
  const told = best.evidence.some((hit) => hit.coverage >= unaptEvidence && best.subjects.includes(hit.passage.entry))
  return told && !asked && best.subjects.every((entry) => entry.kind === 'term')
    ? described(best, best.subjects)
    : undefined
}

/** One name with two bearers ("Migrants and Cities") and no more: both are told. */
export function tiedReading(best: Reading, tools: Understanding): Reading | undefined {
  const { tied, subjects } = best.clause.selection
  if (!tied || subjects.length > 3 || best.unexplained > maxOpenShare) return undefined
  return subjects.every((entry) => tools.holds('describe', entry)) ? described(best, subjects) : undefined
}

/** No intent stands out, but the subject is named and few words remain open: the likeliest thing that can be told. */
export function namedReading(ranked: readonly Reading[], tools: Understanding): Reading | undefined {
  const best = ranked[0]
  if (!best || best.from === 'nothing' || best.subjects.length === 0) return undefined
  if (asksOnlyWhatItIs(best, tools)) return described(best, best.subjects)
  const held = ranked.find(
    (reading) => reading.held && !reading.lacksSubject && reading.subjects.length > 0 && !isSmallTalk(reading, tools),
  )
  if (!held || held.unexplained > maxOpenBesideName || outweighed(best, held, ranked)) return undefined
  if (byPlaceAlone(best) && confidenceOf(held) < placeThreshold) return undefined
  if (confidenceOf(held) < describedThreshold) return undefined
  return confidenceOf(held) >= namedThreshold ? held : described(held, held.subjects)
}

/** What the knowledge does not hold is likelier to be meant. */
function outweighed(best: Reading, held: Reading, ranked: readonly Reading[]): boolean {
  const missing = ranked.filter((reading) => !reading.held).reduce((sum, reading) => sum + confidenceOf(reading), 0)
  return (
    missing > (best.held ? 0.6 : 0.3) ||
    (!best.held && confidenceOf(best) >= 0.2 && confidenceOf(held) < confidenceOf(best) * 0.6)
  )
}

/** An address or a number in a question asks whose it is. */
function isAddress({ intent, subjects, clause }: Reading): boolean {
  return intent !== outOfScope && subjects.length === 1 && subjects[0]?.kind === 'contact' && /@|\+\d/.test(clause.text)
}

/** "Who is the focal point for ISCMs": nothing is asked but what it is. */
function asksOnlyWhatItIs({ intent, held, subjects, clause }: Reading, tools: Understanding): boolean {
  const wanted = tools.knowledge.intents.get(intent)
  if (held || !wanted || wanted.alone || subjects.length !== 1) return false
  // "Who is the head of MPD right now": the person is named, and asked for as one.
  if (!wanted.held && !(subjects[0]?.kind === 'contact' && who.test(clause.text))) return false
  return clause.content.length === 0 && clause.selection.roles.length === 0
}

const who = /(?<!\p{L})(?:who|qui|qui[eé]n)(?!\p{L})/iu

function described(reading: Reading, subjects: Reading['subjects']): Reading {
  return { ...reading, intent: 'describe', tells: 'describe', subjects, held: true }
}

/** Greetings and the like, which need no subject and list nothing. */
export function isSmallTalk(reading: Reading, tools: Understanding): boolean {
  const intent = tools.knowledge.intents.get(reading.intent)
  return intent !== undefined && !intent.about && intent.held && !intent.alone
}
