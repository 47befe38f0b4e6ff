import { isRealWord } from '../search/real-words.ts'
import type { Speller } from '../search/spelling.ts'
import { type Token, tokenize } from '../search/tokens.ts'
import type { DateMention, Days } from './date-mention.ts'
import { calendarWords, findDates } from './dates.ts'
import { boundsByEvent } from './event-bounds.ts'
import { type Mention, namesSubject } from './find-mentions.ts'
import { findLeftOut, type LeftOut } from './left-out-names.ts'
import type { Lexicon } from './lexicon.ts'
import { findOrdinals, type OrdinalMention, ordinalWords } from './ordinals.ts'
import { covers, overlaps } from './spans.ts'
import type { NameTools } from './understanding.ts'
import { findUnknownNames, type UnknownName } from './unknown-names.ts'

/** The names, dates and ordinals in a clause, none overlapping another. */
export type FoundNames = {
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly dates: readonly DateMention[]
  readonly ordinals: readonly OrdinalMention[]
  /** Names that no entry has; what they seem to mention is no mention. */
  readonly unknown: readonly UnknownName[]
  /** Names that are named to be left out; they are none of the mentions. */
  readonly leftOut: readonly LeftOut[]
}

/** Finds what a clause names. Of a long clause only the surroundings of its names are read. */
export function findNames(
  text: string,
  { inTalkOf, ...days }: Days & { inTalkOf?: Owner },
  tools: NameTools,
): FoundNames {
  const { tokens, named: whole } = cropAroundNames(tokenize(text), tools)
  const named = [...whole, ...begunNames(tokens, whole, tools)].sort((a, b) => a.first - b.first)
  const spelt = spellWords(tokens, tools.speller)
  const bounds = boundsByEvent(tokens, named, tools)
  const written = [...findDates(spelt, days), ...shortYears(tokens, named, tools)].filter(
    (date) => !isPartOfName(date, named) && !covers(bounds, date.first),
  )
  const dates = [...bounds, ...written]
  const dated = (at: number) => covers(dates, at)
  const kept = named.filter((mention) => !dated(mention.first) && !dated(mention.last) && !isNegated(mention, tokens))
  const unknown = findUnknownNames(text, tokens, named, tools.lexicon)
  const leftOut = findLeftOut(tokens, kept)
  const meant = kept.filter(
    (mention) => !covers(leftOut, mention.first) && !unknown.some((name) => overlaps(mention, name)),
  )
  const mentions = dropFigures(dropWeak(meant, tokens, tools.lexicon), inTalkOf)
  const ordinals = findOrdinals(spelt).filter(({ at }) => !dated(at) && !covers(mentions, at))
  return { tokens, mentions, dates, ordinals, leftOut, unknown }
}

/** "MID-something": capitals that several acronyms begin with, so that it has to be asked which. */
function begunNames(tokens: readonly Token[], whole: readonly Mention[], { aliases, lexicon }: NameTools): Mention[] {
  return tokens.flatMap(({ word, written }, at): Mention[] => {
    if (!/^\p{Lu}{3,}$/u.test(written) || covers(whole, at) || lexicon.conceptsOf([word]).length > 0) return []
    const targets = isRealWord(word) ? [] : aliases.beginningWith(word)
    return targets.length < 2 ? [] : [{ first: at, last: at, targets, strong: true, exact: false }]
  })
}

const wordsOfDates: ReadonlySet<string> = new Set([...calendarWords, ...ordinalWords])

/** "Augsut", "fuorth": the words of dates and places in a series are read spelt right. */
function spellWords(tokens: readonly Token[], speller: Speller): Token[] {
  return tokens.map((token) => {
    const corrected = speller.correct(token.word)
    // "Après" and the like are words of the grammar of dates, which the speller does not know.
    return corrected !== undefined && wordsOfDates.has(corrected) ? { ...token, word: corrected } : token
  })
}

/** A clause longer than this buries its question; what stands far from every name is left out. */
const longClause = 18
const wordsBefore = 9
const wordsAfter = 7

function cropAroundNames(
  tokens: readonly Token[],
  { aliases, speller }: NameTools,
): { tokens: readonly Token[]; named: Mention[] } {
  const named = aliases.find(tokens, speller)
  const strong = named.filter(
    (mention) =>
      mention.strong &&
      !isNegated(mention, tokens) &&
      mention.targets.some((t) => t.kind !== 'place' && t.kind !== 'role'),
  )
  if (tokens.length <= longClause || strong.length === 0) return { tokens, named }
  const first = Math.min(...strong.map((mention) => mention.first))
  const last = Math.max(...strong.map((mention) => mention.last))
  const cropped = tokens.slice(Math.max(0, first - wordsBefore), last + wordsAfter + 1)
  return { tokens: cropped, named: aliases.find(cropped, speller) }
}

/** "Not the RCP, the other one": what is ruled out is not what is meant. Roles are kept: "not an observer" asks for the others. */
function isNegated(mention: Mention, tokens: readonly Token[]): boolean {
  if (mention.targets.some((target) => target.kind === 'role')) return false
  const article = ['the', 'a', 'an', 'le', 'la', 'el'].includes(tokens[mention.first - 1]?.word ?? '')
  return ['not', 'pas'].includes(tokens[mention.first - (article ? 2 : 1)]?.word ?? '')
}

/** "2011 RCP meeting" is a name; "May" in "May 2017" is none. */
function isPartOfName(date: DateMention, named: readonly Mention[]): boolean {
  return named.some((m) => m.first <= date.first && m.last >= date.last && m.last - m.first > date.last - date.first)
}

/** "IDM 05", "WMR '08": two digits behind the name of a yearly series are a year of this century. */
function shortYears(tokens: readonly Token[], named: readonly Mention[], { series }: NameTools): DateMention[] {
  const hasYears = (mention: Mention) =>
    mention.targets.some((t) => t.kind !== 'place' && series.membersOf(t).some((member) => member.year !== undefined))
  return named.filter(hasYears).flatMap(({ last }) => {
    const next = tokens[last + 1]
    if (!next || !/^[0-3]\d$/.test(next.word)) return []
    const date = { year: 2000 + Number(next.word) }
    return [{ first: last + 1, last: last + 1, from: date, to: date }]
  })
}

/** What has members of its own. */
export type Owner = 'process' | 'event' | undefined

/** "Member states" beside a process, or in a talk about one, are that process's, not the figure we hold for IOM. */
function dropFigures(mentions: readonly Mention[], inTalkOf: Owner): Mention[] {
  const isFigure = (mention: Mention) => mention.targets.every((target) => target.kind === 'figure')
  const owner = mentions.some((mention) => mention.targets.some(({ kind }) => kind === 'process' || kind === 'event'))
  const others = mentions.some((mention) => !isFigure(mention))
  return owner || (inTalkOf && !others) ? mentions.filter((mention) => !isFigure(mention)) : [...mentions]
}

/**
 * A head word ("Colombo") counts beside "process", in one row with another process ("Bali, Almaty and Colombo
 * processes"), or where nothing stronger is named; so do first names.
 */
function dropWeak(named: readonly Mention[], tokens: readonly Token[], lexicon: Lexicon): Mention[] {
  const mentions = named.filter((mention) => mention.targets.length > 0)
  const strong = mentions.some((mention) => mention.strong && namesSubject(mention))
  const counts = mentions.map(
    (mention) =>
      mention.strong ||
      !strong ||
      mention.targets.some((t) => t.kind === 'organisation') ||
      besideProcessWord(mention, tokens, lexicon),
  )
  const inRow = (i: number, next: number) => counts[next] === true && areJoined(mentions[i], mentions[next], tokens)
  for (let i = mentions.length - 2; i >= 0; i--) counts[i] ||= inRow(i, i + 1)
  for (let i = 1; i < mentions.length; i++) counts[i] ||= inRow(i, i - 1)
  return mentions.filter((_, i) => counts[i])
}

const joiners = new Set(['and', 'or', 'et', 'ou', 'y', 'e', 'o', 'u', 'the', 'le', 'la', 'el', 'd', 'de', 'du', 'del'])

/** Two names of processes with nothing but "and" or a comma between them. */
function areJoined(a: Mention | undefined, b: Mention | undefined, tokens: readonly Token[]): boolean {
  if (!a || !b || ![a, b].every(({ targets }) => targets.some(({ kind }) => kind === 'process'))) return false
  const between = tokens.slice(Math.min(a.last, b.last) + 1, Math.max(a.first, b.first))
  return between.length <= 3 && between.every(({ word }) => joiners.has(word))
}

function besideProcessWord(mention: Mention, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const near = [
    ...tokens.slice(Math.max(0, mention.first - 3), mention.first),
    ...tokens.slice(mention.last + 1, mention.last + 2),
  ]
  return lexicon.conceptsOf(near.map((token) => token.word)).includes('process')
}
