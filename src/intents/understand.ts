import { type Entry, entriesOf, type Intent } from '../knowledge/knowledge.ts'
import type { PartialDate } from '../knowledge/partial-date.ts'
import type { Hit } from '../search/passage-index.ts'
import { tokenize } from '../search/tokens.ts'
import { cleanMessage } from './clean-message.ts'
import { takeOffConnectives } from './connectives.ts'
import type { Context, Topic } from './conversation.ts'
import { namesMonth } from './date-mention.ts'
import { asksWhatComes, asksWhatIsOn, isDayWord } from './days-to-come.ts'
import { namesEntry } from './find-mentions.ts'
import type { Owner } from './find-names.ts'
import type { IntentScore } from './intent-model.ts'
import { mendSpaces } from './mend-spaces.ts'
import { outOfScope } from './phrasings.ts'
import { type ReadClause, readClause } from './read-clause.ts'
import { takeOffReminding } from './reminding.ts'
import { isPassing, promote, type Resolved, resolveSubjects } from './resolve-subjects.ts'
import { matchesDate } from './series-index.ts'
import { type NameSpan, splitMessage } from './split-message.ts'
import type { Understanding } from './understanding.ts'

/** What one clause asks, as far as it can be told. */
export type Reading = {
  /** An intent id, `topic:ID`, or out-of-scope. */
  readonly intent: string
  /** The intent whose statements answer it: the same, or one that the knowledge names as the next best. */
  readonly tells: string
  /** How likely the reading is right, 0 to 1. */
  readonly confidence: number
  readonly subjects: readonly Entry[]
  readonly from: Resolved['from']
  readonly clause: ReadClause
  /** The passages that the clause's own words point to, best first. */
  readonly evidence: readonly Hit[]
  /** Only these are asked about: what was listed before. */
  readonly among?: Resolved['among']
  /** Share of the clause's content words that the reading does not account for, 0 to 1. */
  readonly unexplained: number
  /** The intent needs a subject and the clause names none. */
  readonly lacksSubject: boolean
  /** The knowledge has something to say: the intent needs no subject, or a subject has a statement for it. */
  readonly held: boolean
}

/** What a message asks: for every clause its readings, best first. */
export type Understood = { readonly clauses: readonly (readonly Reading[])[] }

export type Situation = { readonly context: Context | undefined; readonly today: PartialDate }

/** Reads a message: cleans it, splits it into clauses, and finds for each what is asked about what. */
export function understand(message: string, { context, today }: Situation, tools: Understanding): Understood {
  const cleaned = takeOffReminding(mendSpaces(cleanMessage(message), tools.speller))
  const names = (text: string) => nameSpans(text, tools).length > 0 || /\d/.test(text)
  const said = context ? takeOffConnectives(cleaned, names) : cleaned
  const parts = splitMessage(said, tools.lexicon, (text) => nameSpans(text, tools))
  const read = (text: string, asks: boolean, before: Context | undefined) => {
    const clause = readClause(text, { asks, days: { today, talked: yearOf(before) }, inTalkOf: ownerIn(before) }, tools)
    return rankReadings(resolveSubjects(clause, before, tools), tools)
  }
  const clauses: (readonly Reading[])[] = []
  let current = context
  for (const part of parts) {
    const readings = read(part.text, part.asks, current)
    clauses.push(readings)
    current = nextContext(readings[0], tools) ?? current
  }
  return { clauses: clauses.map((readings, i) => lookAhead(readings, clauses[i + 1]?.[0], read, tools)) }
}

/** "When and where was the consultation": the first part has its subject in the next one. */
function lookAhead(
  readings: readonly Reading[],
  next: Reading | undefined,
  read: (text: string, asks: boolean, context: Context) => Reading[],
  tools: Understanding,
): readonly Reading[] {
  const best = readings[0]
  const context = next && next.subjects.length > 0 ? nextContext(next, tools) : undefined
  return best?.lacksSubject && context ? read(best.clause.text, best.clause.asks, context) : readings
}

/** What the conversation is about after a reading; undefined when the reading says nothing about that. */
export function nextContext(reading: Reading | undefined, tools: Understanding): Topic | undefined {
  const lists = reading?.held && tools.knowledge.intents.get(reading.intent)?.alone
  if (!reading) return undefined
  // What was asked of a name we do not know can be asked again of one that we do.
  const stranger = reading.clause.strangers.length > 0 && tools.knowledge.intents.has(reading.intent)
  if (reading.subjects.length === 0 && !reading.lacksSubject && !lists && !stranger) return undefined
  return { intent: reading.intent, subjects: reading.subjects, series: seriesOf(reading, tools) }
}

/** The series that a reading's subjects belong to, or that it names. */
export function seriesOf(reading: Reading, tools: Understanding): readonly Entry[] {
  const named = reading.clause.selection.filter.series
  if (named.length > 0) return named
  const ids = new Set(
    reading.subjects.map((entry) => ('series' in entry ? entry.series : undefined)).filter((id) => id !== undefined),
  )
  return [...ids].map((id) => tools.knowledge.entries.get(id)).filter((entry) => entry !== undefined)
}

function nameSpans(text: string, tools: Understanding): NameSpan[] {
  const tokens = tokenize(text)
  return tools.aliases.find(tokens, tools.speller).map(({ first, last, targets }) => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
    kind: (targets.find(({ kind }) => kind === 'role') ?? targets[0])?.kind ?? 'place',
  }))
}

/** The year the conversation is about, for "the year before". */
function yearOf(context: Context | undefined): number | undefined {
  return context?.subjects.map((entry) => ('year' in entry ? entry.year : undefined)).find((year) => year !== undefined)
}

/** The kind of what the conversation is about, where that has members and dates of its own. */
function ownerIn(context: Topic | undefined): Owner {
  return context?.subjects.map(({ kind }) => kind).find((kind) => kind === 'process' || kind === 'event')
}

/** How many labels are looked at; the rest together have next to no probability. */
const maxReadings = 14

function rankReadings(resolved: Resolved, tools: Understanding): Reading[] {
  const { clause } = resolved
  const keptIntent = resolved.keptIntent ?? plainlyAsked(resolved, tools)
  const scores = keptIntent ? promote(clause.scores, keptIntent) : clause.scores
  const labels = listingMembers(scores, resolved.subjects, tools).slice(0, maxReadings)
  const told = new Set(tools.passages.searchWithin(clause.content, resolved.subjects).flatMap((hit) => hit.words))
  const readings = labels.map(({ intent, probability }) => {
    const fitted = fitSubjects(intent, withYear(intent, resolved, tools), tools)
    return {
      ...fitted,
      intent,
      confidence: probability * fitted.fit,
      clause: keptIntent ? { ...clause, asks: true } : clause,
      from: resolved.from,
      evidence: resolved.evidence,
      among: resolved.among,
      unexplained: unexplainedShare(intent, clause, told, tools),
    }
  })
  const none = Math.max(0, 1 - labels.reduce((sum, label) => sum + label.probability, 0))
  const total = readings.reduce(
    (sum, reading) => sum + reading.confidence,
    none * (resolved.subjects.length > 0 ? noneShare : 1),
  )
  return readings
    .map(({ fit, ...reading }) => ({ ...reading, confidence: reading.confidence / Math.max(total, minimumMass) }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** What needs no model to be told. */
function plainlyAsked(resolved: Resolved, tools: Understanding): string | undefined {
  if (asksWhatComes(resolved.clause, tools)) return 'next-meeting'
  return asksWhichEvents(resolved, tools) || asksWhatIsOn(resolved.clause, tools) ? 'list-events' : undefined
}

/** "Which consultations were in August": nothing is asked of the events that are meant, but which they are. */
function asksWhichEvents({ clause, subjects }: Resolved, { lexicon, knowledge }: Understanding): boolean {
  const isNoun = (word: string) => lexicon.conceptsOf([word]).some((concept) => lexicon.useOf(concept) === 'event-kind')
  const events = subjects.filter(({ kind }) => kind === 'event')
  return (
    knowledge.intents.has('list-events') &&
    clause.selection.filtered &&
    events.length > 1 &&
    clause.content.length > 0 &&
    clause.content.every(isNoun) &&
    which.test(clause.text)
  )
}

const which = /^\W*(?:and |et |y )?(?:which|what|quel(?:le)?s|qu[eé]|cu[aá]les)\b/iu

/** "How many World Migration Reports": a list of a series of publications is one of publications, not of processes. */
function listingMembers(
  scores: readonly IntentScore[],
  subjects: readonly Entry[],
  { series, knowledge }: Understanding,
): readonly IntentScore[] {
  const [member] = subjects.flatMap((entry) =>
    entry.kind === 'term' ? series.membersOf(entry) : entry.kind === 'publication' ? [entry] : [],
  )
  if (!member) return scores
  const renamed = scores.map((score) => {
    const intent = score.intent.replace(/^(list|count)-(?:processes|publications|events)$/, `$1-${member.kind}s`)
    return knowledge.intents.has(intent) ? { ...score, intent } : score
  })
  return renamed.filter(({ intent }, i) => renamed.findIndex((other) => other.intent === intent) === i)
}

/** How much of the chance that no label is right counts: where something is named and fits, it is smaller. */
const noneShare = 0.75
/** Below this the readings that fit are too unlikely together to be blown up to certainty. */
const minimumMass = 0.3

/** "The theme in 2004" can only be that of the one series that has years. */
function withYear(label: string, resolved: Resolved, tools: Understanding): Resolved {
  const { dates } = resolved.clause.selection.filter
  const wanted = tools.knowledge.intents.get(label)
  if (!wanted?.about?.includes('dialogue') || dates.length === 0 || wanted.alone) return resolved
  // "The third workshop of 2017" is not there, and the year as a whole is no answer.
  if (resolved.clause.selection.empty && resolved.clause.selection.filter.ordinals.length > 0) return resolved
  if (resolved.subjects.some((entry) => entry.kind !== 'process' && entry.kind !== 'term')) return resolved
  const years = entriesOf(tools.knowledge, 'dialogue').filter((dialogue) =>
    dates.some((date) => !namesMonth(date) && matchesDate(dialogue, date)),
  )
  const onlySeries = new Set(years.map((dialogue) => dialogue.series)).size === 1
  return onlySeries ? { ...resolved, subjects: years, from: 'named' } : resolved
}

type Fit = Pick<Reading, 'subjects' | 'lacksSubject' | 'held' | 'tells'> & { readonly fit: number }

/** How well a label goes with the subjects: an intent that needs a process wants one, and something to say about it. */
function fitSubjects(label: string, { clause, subjects, from }: Resolved, tools: Understanding): Fit {
  const plain = { subjects, tells: label, lacksSubject: false, held: true, fit: 1 }
  if (label === outOfScope) return { ...plain, fit: isNamed(clause) ? 0.25 : 1, held: false }
  const intent = tools.knowledge.intents.get(label)
  if (!intent) return { ...plain, fit: fitOfTopic(label, clause.content, tools) }
  if (!intent.held) {
    const apt = !isNamed(clause) || !intent.about || subjects.some((entry) => isAskedOf(intent, entry))
    return { ...plain, held: false, fit: apt ? 1 : 0.35 }
  }
  // "How does IPD help" is no call for help.
  if (!intent.about) return { ...plain, fit: isNamed(clause) ? 0.05 : 1 }
  // "What else do we host" asks for a list, whatever was talked about before.
  if (intent.alone && from === 'context' && clause.selection.roles.length + clause.selection.organisations.length > 0)
    return { ...plain, subjects: [] }
  if (intent.alone) return { ...plain, ...fitOfList(intent, subjects, tools) }
  if (subjects.length === 0 || !subjects.some((entry) => isSubject(intent, entry, tools)))
    return { ...plain, fit: 0.8, lacksSubject: true, held: false }
  const told = toldBy(label, intent.orElse ?? [], subjects, tools)
  if (told) return { ...plain, ...told, fit: (from === 'context' ? 0.9 : 1) * (told.tells === label ? 1 : 0.8) }
  const fitting = subjects.filter((entry) => isAskedOf(intent, entry))
  return {
    ...plain,
    subjects: fitting.length > 0 ? fitting : subjects,
    fit: fitting.length > 0 ? 0.5 : 0.1,
    held: false,
  }
}

/** Of the words that carry meaning, those that were said of a topic before must be more than the others. */
function fitOfTopic(label: string, content: readonly string[], { model }: Understanding): number {
  const said = content.filter((word) => model.expects(label, word)).length
  if (said * 2 > content.length) return 1
  return said > 0 ? 0.5 : 0.1
}

/** What a term or a document is about is what it is. */
function isText(entry: Entry): boolean {
  return entry.kind === 'term' || entry.kind === 'document' || entry.kind === 'figure'
}

/** A list needs no subject; where one is named, it is asked of it ("the contacts of the consultation"). */
function fitOfList(
  { orElse = [], ...intent }: Intent,
  subjects: readonly Entry[],
  tools: Understanding,
): Partial<Fit> & Pick<Fit, 'fit'> {
  const told = toldBy(undefined, orElse, subjects, tools)
  if (told) return { ...told, fit: told.tells === 'describe' ? 0.5 : 1 }
  return { fit: subjects.length === 0 || subjects.some((entry) => isAskedOf(intent, entry)) ? 1 : 0.2 }
}

/** The subjects that have a statement for what is asked, or for the first intent that may stand in for it. */
function toldBy(
  asked: string | undefined,
  orElse: readonly string[],
  subjects: readonly Entry[],
  tools: Understanding,
): Pick<Fit, 'subjects' | 'tells'> | undefined {
  for (const tells of asked === undefined ? orElse : [asked, ...orElse]) {
    const mayTell = (entry: Entry) => tells === asked || tells !== 'describe' || isText(entry)
    const telling = subjects.filter((entry) => mayTell(entry) && tools.holds(tells, entry))
    if (telling.length > 0) return { subjects: telling, tells }
  }
  return undefined
}

/** What is mostly named in passing is a subject where the intent is about such things, or there is something to say. */
function isSubject(intent: Intent, entry: Entry, tools: Understanding): boolean {
  return !isPassing(entry) || isAskedOf(intent, entry) || tools.holds(intent.id, entry)
}

function isAskedOf(intent: Pick<Intent, 'about'>, entry: Entry): boolean {
  return intent.about?.some((kind) => kind === entry.kind || (kind === 'place' && entry.kind === 'region')) ?? false
}

/** Something of ours is named, and not just a place or a first name: hardly small talk. */
function isNamed({ mentions, selection }: ReadClause): boolean {
  const ours = mentions.some((mention) => mention.strong && namesEntry(mention))
  return ours || (selection.filtered && selection.filter.nouns.length > 0 && selection.subjects.length > 0)
}

/** `told` are the words that the passages about the subjects have. */
function unexplainedShare(label: string, clause: ReadClause, told: ReadonlySet<string>, tools: Understanding): number {
  // How well a topic's words are known is part of its probability.
  if (label === outOfScope || !tools.knowledge.intents.has(label)) return 0
  const names = clause.mentions.length + clause.selection.filter.dates.length + clause.selection.filter.ordinals.length
  if (clause.content.length + names === 0 && clause.masked.every((word) => !tools.model.expects(label, word))) return 1
  const isExplained = (word: string) =>
    tools.model.expects(label, word) || told.has(word) || (label === 'next-meeting' && isDayWord(word))
  const open = clause.content.filter((word) => !isExplained(word))
  // A word that stands nowhere in the knowledge weighs double, unless something of ours is named beside it.
  const foreign = isNamed(clause)
    ? []
    : open.filter((word) => !tools.speller.knows(word) && !tools.passages.knows(word))
  return Math.min(1, (open.length + foreign.length) / (clause.content.length + names || 1))
}
