import type { PartialDate } from '../knowledge/partial-date.ts'
import type { Token } from '../search/tokens.ts'
import { type DateMention, firstYear, lastYear } from './date-mention.ts'

/** Two dates with "to", "and" or a dash between them made one span: "between 2010 and 2012", "2007 thru 2009". */
export function joinSpans(found: readonly DateMention[], tokens: readonly Token[]): DateMention[] {
  const result: DateMention[] = []
  for (const mention of found) {
    const last = result.at(-1)
    if (last && isSpan(last, mention, tokens)) {
      const from =
        last.from.year === undefined && mention.from.year !== undefined
          ? { ...last.from, year: mention.from.year }
          : last.from
      result[result.length - 1] = { first: openerBefore(tokens, last.first), last: mention.last, from, to: mention.to }
    } else result.push(mention)
  }
  return result
}

/** A date with "since", "after", "before", "until" or "onwards" beside it, as the span it bounds. */
export function openEnds(mention: DateMention, tokens: readonly Token[]): DateMention {
  const before = boundedBefore(mention, tokens)
  if (before) return before
  const behind = boundBehind(mention, tokens)
  return behind ? { ...mention, ...behind.span } : mention
}

/** As {@link openEnds}, but only by what stands before the date; undefined where nothing does. */
export function boundedBefore(mention: DateMention, tokens: readonly Token[]): DateMention | undefined {
  const before = boundBefore(mention, tokens)
  return before && { ...mention, first: before.at, ...bounded(mention, before.bound) }
}

/** These need "between" before them: "2010 and 2012" are two years, and so are "de 2010 et 2012". */
const pairOpeners = new Set(['between', 'entre'])
const pairJoiners = new Set(['and', 'et', 'y', 'e'])
const spanJoiners = new Set(['to', 'until', 'till', 'through', 'thru', 'a', 'au', 'al', 'hasta', 'jusqu'])
const openers = new Set(['between', 'from', 'entre', 'de', 'du', 'desde', 'depuis'])
/** Between a joiner and the date: "jusqu’en 2009", "up to 2009". */
const smallWords = new Set(['the', 'le', 'la', 'el', 'l', 'en', 'au', 'a', 'to'])

function isSpan(a: DateMention, b: DateMention, tokens: readonly Token[]): boolean {
  const between = tokens.slice(a.last + 1, b.first).map(({ word }) => word)
  if (between.length > 0) return joins(between, a, tokens)
  // "2010-2012", "2010 – 2012"; in "2010, 2012" the gap is of two characters.
  const gap = (tokens[b.first]?.start ?? 0) - (tokens[a.last]?.end ?? 0)
  return (gap === 1 || gap === 3) && isAsExact(a.from, b.from) && key(a.from) < key(b.to)
}

function joins([first = '', ...rest]: readonly string[], a: DateMention, tokens: readonly Token[]): boolean {
  if (!rest.every((word) => smallWords.has(word)) || rest.length > 1) return false
  if (pairJoiners.has(first)) return pairOpeners.has(tokens[a.first - 1]?.word ?? '')
  // "Compare 2014 to 2016" is about two years.
  const compared = tokens.slice(0, a.first).some(({ word }) => word.startsWith('compar'))
  return (spanJoiners.has(first) || first === 'up') && !compared
}

function isAsExact(a: PartialDate, b: PartialDate): boolean {
  return (a.month === undefined) === (b.month === undefined) && (a.day === undefined || b.day !== undefined)
}

/** The year counts only where both have one, so it is left out where it is not known. */
function key({ year = 0, month = 0, day = 0 }: PartialDate): number {
  return year * 10_000 + month * 100 + day
}

function openerBefore(tokens: readonly Token[], first: number): number {
  return openers.has(tokens[first - 1]?.word ?? '') ? first - 1 : first
}

type Bound = 'before' | 'until' | 'since' | 'after'

const boundWords = new Map<string, Bound>([
  ...'before avant antes prior earlier'.split(' ').map((word) => [word, 'before'] as const),
  ...'until till hasta jusqu up'.split(' ').map((word) => [word, 'until'] as const),
  ...'since depuis desde partir'.split(' ').map((word) => [word, 'since'] as const),
  ...'after apres despues tras later'.split(' ').map((word) => [word, 'after'] as const),
])
/** Between such a word and the date: "prior to", "later than", "à partir de", "antes del". */
const boundFillers = new Set('the le la el l en de du del au a to than year annee ano'.split(' '))
/** Those that mean a bound only with their filler: "up to 2010", "prior to", "earlier than", "a partir de". */
const needFiller = new Set(['up', 'prior', 'earlier', 'later', 'partir'])

function boundBefore({ first }: DateMention, tokens: readonly Token[]): { at: number; bound: Bound } | undefined {
  let at = first - 1
  while (at > first - 4 && boundFillers.has(tokens[at]?.word ?? '')) at--
  const word = tokens[at]?.word ?? ''
  const bound = boundWords.get(word)
  return bound && (at < first - 1 || !needFiller.has(word)) ? { at, bound } : undefined
}

const forwards = new Set(['onward', 'onwards', 'forward', 'adelante'])
const later = new Set(['later', 'after', 'apres', 'tard', 'despues'])
const earlier = new Set(['earlier', 'before', 'avant', 'tot', 'antes'])
const links = new Set(['and', 'or', 'et', 'ou', 'y', 'o'])

/** "From 2016 on", "2016 onwards", "2016 and later", "2010 or earlier". */
function boundBehind(
  mention: DateMention,
  tokens: readonly Token[],
): { span: Pick<DateMention, 'first' | 'last' | 'from' | 'to'> } | undefined {
  const { first, last } = mention
  const [a = '', b = '', c = ''] = [1, 2, 3].map((step) => tokens[last + step]?.word)
  const opener = openerBefore(tokens, first)
  const span = (end: number, bound: Bound) => ({ span: { first: opener, last: end, ...bounded(mention, bound) } })
  if (forwards.has(a) || (a === 'on' && opener < first)) return span(last + 1, 'since')
  if (a === 'en' && forwards.has(b)) return span(last + 2, 'since')
  if (!links.has(a)) return undefined
  const end = b === 'plus' ? last + 3 : last + 2
  const word = b === 'plus' ? c : b
  // Behind "and after" there may be another date: "in 2010 and after 2015".
  if (/^\d/.test(tokens[end + 1]?.word ?? '')) return undefined
  return later.has(word) ? span(end, 'since') : earlier.has(word) ? span(end, 'until') : undefined
}

function bounded({ from, to }: DateMention, bound: Bound): Pick<DateMention, 'from' | 'to'> {
  // Without a year the bounds are those of any year.
  const [start, end] =
    from.year === undefined ? [{ month: 1 }, { month: 12 }] : [{ year: firstYear }, { year: lastYear }]
  if (bound === 'since') return { from, to: end }
  if (bound === 'until') return { from: start, to }
  return bound === 'after' ? { from: step(to, 1), to: end } : { from: start, to: step(from, -1) }
}

/** The next or the previous date that is as exact: year, month or day. */
function step({ year, month, day }: PartialDate, by: 1 | -1): PartialDate {
  // Without a year, one that has a 29 February.
  const moved = new Date(Date.UTC(year ?? 2000, (month ?? 1) - 1, day ?? 1))
  if (day !== undefined) moved.setUTCDate(day + by)
  else if (month !== undefined) moved.setUTCMonth(month - 1 + by)
  else return year === undefined ? {} : { year: year + by }
  return {
    ...(year === undefined ? {} : { year: moved.getUTCFullYear() }),
    month: moved.getUTCMonth() + 1,
    ...(day === undefined ? {} : { day: moved.getUTCDate() }),
  }
}
