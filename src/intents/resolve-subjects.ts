import type { Entry } from '../knowledge/knowledge.ts'
import type { Hit } from '../search/passage-index.ts'
import { fold } from '../search/tokens.ts'
import { bareIntent } from './bare-questions.ts'
import type { Context } from './conversation.ts'
import { namesSubject } from './find-mentions.ts'
import type { IntentScore } from './intent-model.ts'
import type { ReadClause } from './read-clause.ts'
import { resolvePick } from './resolve-pick.ts'
import { selectSubjects } from './select-subjects.ts'
import type { Understanding } from './understanding.ts'

/** A clause with the subjects it is about, wherever they come from. */
export type Resolved = {
  readonly clause: ReadClause
  readonly subjects: readonly Entry[]
  /**
   * named: by name or filter; picked: from what the talk has shown or named before; pointed: by the words of the clause;
   * context: by what was talked about before.
   */
  readonly from: 'named' | 'picked' | 'pointed' | 'context' | 'nothing'
  /** A lone name, place or date keeps what was asked before. */
  readonly keptIntent: string | undefined
  /** The passages that the clause's words point to, best first. */
  readonly evidence: readonly Hit[]
  /** Only these are asked about: what was listed before. */
  readonly among?: readonly Entry[] | undefined
}

/** A member of a series must account for this share of the words that are left for it. */
const memberCoverage = 0.6
/** More members than this are not told apart by the words. */
const maxMembers = 3
/** A word in every sixth passage ("migration") singles nothing out. */
const commonRarity = 2.8
/** Passages whose score comes this near to the best one's are as good. */
const equalScore = 0.93

/** IOM, a role or a region is mostly who or where, and seldom what is asked about. */
export function isPassing({ id, kind }: Entry): boolean {
  return id === 'iom' || kind === 'role' || kind === 'region'
}

/** Finds what a clause is about: names and filters first, then its words, then the conversation. */
export function resolveSubjects(clause: ReadClause, context: Context | undefined, tools: Understanding): Resolved {
  const followUp = context && (picked(clause, context, tools) ?? followsUp(clause, context, tools))
  if (followUp) return followUp
  const { selection } = clause
  const passing = selection.subjects.every(isPassing) && !selection.filtered
  const elliptic = clause.content.length === 0 && !clause.asksItself
  const lists = context && tools.knowledge.intents.get(context.intent)?.alone
  const keptIntent =
    elliptic && (!passing || (lists && selection.roles.length + selection.organisations.length > 0))
      ? context?.intent
      : undefined
  const member = pointedMember(clause, tools)
  if (member.length > 0)
    return {
      clause,
      subjects: member.map((hit) => hit.passage.entry),
      from: 'pointed',
      keptIntent: undefined,
      evidence: member,
    }
  const told = selection.subjects.some((entry) => tools.holds(clause.scores[0]?.intent ?? '', entry))
  if (
    passing &&
    context &&
    !(selection.subjects.length > 0 && told && clause.mentions.some((m) => m.strong) && !clause.standsThere) &&
    (clause.pointsBack || (clause.content.length <= 5 && !asksForList(clause, tools)))
  ) {
    return contextMember(clause, context, tools) ?? fromContext(clause, context, tools)
  }
  if (passing && clause.pointsBack && !told && !asksForList(clause, tools))
    return { clause, subjects: [], from: 'nothing', keptIntent: undefined, evidence: evidenceFor(clause, tools) }
  if (selection.subjects.length > 0 || selection.empty) {
    const asked = keptIntent && selection.subjects.some((entry) => isAskedOf(keptIntent, entry, tools))
    const from = asked || (wasNamed(selection.subjects, context) && asksFact(clause, tools)) ? 'picked' : 'named'
    return { clause, subjects: selection.subjects, from, keptIntent, evidence: evidenceFor(clause, tools) }
  }
  return { clause, subjects: [], from: 'nothing', keptIntent: undefined, evidence: evidenceFor(clause, tools) }
}

function isAskedOf(intent: string, { kind }: Entry, { knowledge }: Understanding): boolean {
  return knowledge.intents.get(intent)?.about?.some((asked) => asked === kind) ?? false
}

/** "Colombo" is a process and no city once the talk has been about it. */
function wasNamed(subjects: readonly Entry[], context: Context | undefined): boolean {
  const { shown = [], earlier = [] } = context ?? {}
  return subjects.length > 0 && subjects.every((entry) => [...shown, ...earlier].includes(entry))
}

/** "Rabat weather" is about the city all the same. */
function asksFact({ content }: ReadClause, { lexicon }: Understanding): boolean {
  return lexicon.conceptsOf(content).some((concept) => lexicon.useOf(concept) === 'asks')
}

/** "The second one" of a list, or "why?" about what was said. */
function picked(clause: ReadClause, context: Context, tools: Understanding): Resolved | undefined {
  const pick = resolvePick(clause, context, tools)
  if (pick)
    return { ...pick, from: 'picked', evidence: tools.passages.searchWithin(pick.clause.content, pick.subjects) }
  const among = narrowShown(clause, context)
  if (among) return among
  const named = clause.selection.subjects
  const subjects = named.length > 0 ? named : context.subjects
  const keptIntent = subjects.length > 0 ? bareIntent(clause, context, tools) : undefined
  if (!keptIntent || subjects.every(isPassing)) return undefined
  // The question word is all there is, so it counts as what is asked.
  const asking = { ...clause, content: clause.masked.filter((word) => tools.model.expects(keptIntent, word)) }
  return { clause: asking, subjects, from: named.length > 0 ? 'picked' : 'context', keptIntent, evidence: [] }
}

/** "In which of them is IOM an observer": a list of processes narrowed down by a role or a partner. */
function narrowShown(clause: ReadClause, { shown = [] }: Context): Resolved | undefined {
  const { roles, organisations } = clause.selection
  if (shown.length < 2 || !shown.every(({ kind }) => kind === 'process') || roles.length + organisations.length === 0)
    return undefined
  if (!ofThem.test(fold(clause.text)) || clause.mentions.some(namesSubject)) return undefined
  return { clause, subjects: [], from: 'picked', keptIntent: 'list-processes', evidence: [], among: shown }
}

const ofThem =
  /\b(?:(?:of|among|amongst|from|in) (?:them|these|those)|(?:parmi|d ?entre) (?:eux|elles|ceux|celles)|dentre (?:eux|elles)|lesquel(?:le)?s|(?:de|entre) (?:ellos|ellas|estos|estas|esos|esas)|which ones?)\b/u

/** "What year was the diaspora one": another member of the series that was talked about. */
function contextMember(clause: ReadClause, context: Context, tools: Understanding): Resolved | undefined {
  const hits = describedMembers(clause, context.series, tools)
  return hits.length > 0
    ? { clause, subjects: hits.map((hit) => hit.passage.entry), from: 'pointed', keptIntent: undefined, evidence: hits }
    : undefined
}

/** Lists need no subject, so none is fetched for them. */
function asksForList(clause: ReadClause, tools: Understanding): boolean {
  return tools.knowledge.intents.get(clause.scores[0]?.intent ?? '')?.alone ?? false
}

function fromContext(clause: ReadClause, context: Context, tools: Understanding): Resolved {
  const evidence = tools.passages.searchWithin(clause.content, context.subjects)
  const elsewhere = tools.passages.search(clause.content, 5)
  // The words say plainly that something else is meant than what was talked about.
  if (
    (elsewhere[0]?.coverage ?? 0) >= 0.85 &&
    (elsewhere[0]?.words.filter((word) => clause.subjectWords.includes(word)).length ?? 0) >= 2 &&
    (evidence[0]?.coverage ?? 0) < 0.5
  ) {
    return { clause, subjects: [], from: 'nothing', keptIntent: undefined, evidence: elsewhere }
  }
  return { clause, subjects: context.subjects, from: 'context', keptIntent: undefined, evidence }
}

/** "and in 2014?", "hm and for Quito", "the second one": the series comes from the conversation. */
function followsUp(clause: ReadClause, context: Context, tools: Understanding): Resolved | undefined {
  const { selection } = clause
  const { dates, places, regions, ordinals, series } = selection.filter
  if (
    dates.length + places.length + regions.length + ordinals.length === 0 ||
    series.length > 0 ||
    context.series.length === 0
  )
    return undefined
  if (clause.mentions.some(namesSubject)) return undefined
  const narrowed = selectSubjects(clause.mentions, { ...selection.filter, series: context.series }, tools.series)
  if (!narrowed.filtered || narrowed.empty) return undefined
  const keptIntent = clause.content.length === 0 && !clause.asksItself ? context.intent : undefined
  const kept = { ...clause, selection: narrowed }
  return {
    clause: kept,
    subjects: narrowed.subjects,
    from: 'named',
    keptIntent,
    evidence: tools.passages.searchWithin(clause.content, narrowed.subjects),
  }
}

/** The members of a named series that the other words describe: "the IDM workshop on data collection". */
function pointedMember(clause: ReadClause, tools: Understanding): Hit[] {
  const { selection } = clause
  if (selection.filtered || selection.filter.series.length === 0 || asksForList(clause, tools)) return []
  return describedMembers(clause, selection.filter.series, tools)
}

/** The members of a series that the words single out; words that only ask ("year", "theme") count when they match. */
function describedMembers(clause: ReadClause, series: readonly Entry[], tools: Understanding): Hit[] {
  const asking = clause.content.filter((word) => !clause.subjectWords.includes(word))
  // Words that stand nowhere ("look at", "deal with") describe nothing.
  const words = [...clause.content, ...clause.nameWords].filter(tools.passages.knows)
  if (words.length === 0) return []
  const members = series.flatMap((entry) => tools.series.membersOf(entry))
  const hits = tools.passages.searchWithin(words, members).map((hit) => {
    const counted = words.filter((word) => !asking.includes(word) || hit.words.includes(word))
    return { ...hit, coverage: coverageOf(hit.words, counted, tools) }
  })
  // All that have every word ("workshops on health") are meant, however long the rest of their text.
  const full = hits.filter((hit) => hit.coverage > 0.99)
  const best = full.length > 0 ? oneOfEach(full) : equallyGood(hits.filter((hit) => hit.coverage >= memberCoverage))
  return best.length <= maxMembers &&
    best[0]?.words.some((word) => !asking.includes(word) && tools.passages.rarity(word) > commonRarity)
    ? best
    : []
}

/** Passages that say the clause's words: of any entry where only a place or a role is named, else about the subjects. */
function evidenceFor(clause: ReadClause, tools: Understanding): Hit[] {
  const { selection } = clause
  const byPlace = selection.filtered && selection.filter.series.length === 0 && selection.filter.nouns.length === 0
  const strong = byPlace ? [] : selection.subjects.filter((entry) => !isPassing(entry))
  if (strong.length === 0) return tools.passages.search([...clause.content, ...clause.weakWords], 8)
  const names = [...clause.nameWords, ...clause.seriesWords]
  const telling = names.reduce((a, b) => (tools.passages.rarity(b) > tools.passages.rarity(a) ? b : a), names[0] ?? '')
  const hits = tools.passages.search([...clause.content, ...names], 30)
  return hits
    .filter((hit) => strong.includes(hit.passage.entry) || hit.words.includes(telling))
    .map((hit) => ({
      ...hit,
      words: hit.words.filter((word) => clause.content.includes(word)),
      coverage: coverageOf(hit.words, clause.content, tools),
    }))
    .filter((hit) => hit.words.length > 0)
}

function coverageOf(found: readonly string[], content: readonly string[], { passages }: Understanding): number {
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + passages.rarity(word), 0)
  return weight(content.filter((word) => found.includes(word))) / (weight(content) || 1)
}

/** The best hit and those of other entries that are as good: two readings that nothing decides between. */
export function equallyGood(hits: readonly Hit[]): Hit[] {
  const best = hits[0]
  if (!best) return []
  const near = hits.filter((hit) => hit.score >= best.score * equalScore && hit.coverage >= best.coverage - 0.01)
  return oneOfEach(near)
}

/** The best hit of each entry. */
function oneOfEach(hits: readonly Hit[]): Hit[] {
  return hits.filter((hit, i) => hits.findIndex((other) => other.passage.entry === hit.passage.entry) === i)
}

/** Scores with one intent moved to the front. */
export function promote(scores: readonly IntentScore[], intent: string): IntentScore[] {
  const others = scores
    .filter((score) => score.intent !== intent)
    .map((score) => ({ ...score, probability: score.probability * 0.1 }))
  return [{ intent, probability: 1 }, ...others]
}
