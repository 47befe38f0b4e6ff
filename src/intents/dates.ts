import type { PartialDate } from '../knowledge/partial-date.ts'
import type { Token } from '../search/tokens.ts'

/** A date or a span of dates in a message, and the tokens (first to last) that say it. */
export type DateMention = {
  readonly first: number
  readonly last: number
  readonly from: PartialDate
  /** The end of a span ("between 2010 and 2012"); the same as `from` for a single date. */
  readonly to: PartialDate
}

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'enero'],
  ['february', 'feb', 'fevrier', 'febrero'],
  ['march', 'mar', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juin', 'junio'],
  ['july', 'jul', 'juillet', 'julio'],
  ['august', 'aug', 'aout', 'agosto'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre'],
  ['october', 'oct', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'decembre', 'diciembre'],
]
const months = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
/** Names of months that are other words too; they need a number or a preposition beside them. */
const doubtfulMonths = new Set(['may', 'mar', 'mars', 'march', 'jan', 'dec', 'sep'])
const monthPrepositions = new Set([
  'in',
  'of',
  'en',
  'de',
  'du',
  'since',
  'before',
  'after',
  'until',
  'by',
  'this',
  'next',
  'last',
  'early',
  'late',
  'mid',
])

const joiners = new Set(['and', 'to', 'until', 'et', 'a', 'au', 'y', 'al', 'hasta', 'jusqu', 'through'])
const openers = new Set(['between', 'from', 'entre', 'de', 'du', 'desde', 'depuis'])
const fillers = new Set(['of', 'the', 'de', 'del', 'du', 'le', 'el', 'en', 'year', 'annee', 'ano'])

/** The names of months in the three languages, folded; what a speller must know. */
export const monthWords: readonly string[] = [...months.keys()]

/** Finds years, months and days in folded tokens; relative years count from the given days. */
export function findDates(tokens: readonly Token[], days: Days): DateMention[] {
  const found: DateMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    const mention = dateAt(tokens, i, days)
    if (!mention) continue
    found.push(mention)
    i = mention.last
  }
  return joinSpans(found, tokens)
}

/** What relative dates count from: the day of the question, and the year the conversation is about. */
export type Days = { readonly today: PartialDate; readonly talked?: number | undefined }

function dateAt(tokens: readonly Token[], i: number, days: Days): DateMention | undefined {
  return relativeYear(tokens, i, days) ?? isoDate(tokens, i) ?? monthDate(tokens, i) ?? yearAlone(tokens, i)
}

/** These count from the day of the question: "last year", "el próximo año". */
const relativeWords = new Map([
  ['this', 0],
  ['last', -1],
  ['next', 1],
  ['cette', 0],
  ['este', 0],
  ['pasado', -1],
  ['proximo', 1],
])

/** The same behind the noun: "l'an dernier", "el año pasado". */
const relativeWordsBehind = new Map([
  ['dernier', -1],
  ['derniere', -1],
  ['passe', -1],
  ['passee', -1],
  ['pasado', -1],
  ['prochain', 1],
  ['prochaine', 1],
  ['proximo', 1],
])

const sameWords = new Set(['that', 'same', 'meme', 'ese', 'mismo'])

/** "Two years later", "3 ans avant", "dos años después" from the year talked about; "two years ago" from today. */
function yearsApart(tokens: readonly Token[], i: number, { today, talked }: Days): DateMention | undefined {
  const count = countAt(tokens, i)
  if (count === undefined || !manyYears.has(tokens[i + 1]?.word ?? '')) return undefined
  const at = tokens[i + 2]?.word === 'plus' ? i + 3 : i + 2
  const sign = direction.get(tokens[at]?.word ?? '')
  if (sign !== undefined) return talked === undefined ? undefined : single(i, at, { year: talked + sign * count })
  if (today.year === undefined) return undefined
  const year = today.year - count
  if (tokens[i + 2]?.word === 'ago') return single(i, i + 2, { year })
  const [a, b, c] = [tokens[i - 3]?.word, tokens[i - 2]?.word, tokens[i - 1]?.word]
  return c === 'hace' || (a === 'il' && b === 'y' && c === 'a') ? single(i, i + 1, { year }) : undefined
}

function countAt(tokens: readonly Token[], i: number): number | undefined {
  const word = tokens[i]?.word ?? ''
  return smallNumbers.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined)
}

const smallNumbers = new Map([
  ['one', 1],
  ['a', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['un', 1],
  ['deux', 2],
  ['trois', 3],
  ['dos', 2],
  ['tres', 3],
])
const manyYears = new Set(['year', 'years', 'yrs', 'an', 'ans', 'annees', 'ano', 'anos'])
const direction = new Map([
  ['later', 1],
  ['after', 1],
  ['apres', 1],
  ['tard', 1],
  ['despues', 1],
  ['earlier', -1],
  ['before', -1],
  ['avant', -1],
  ['tot', -1],
  ['antes', -1],
])

const yearWords = new Set(['year', 'yr', 'annee', 'ano'])
/** These count from the year that the conversation is about. */
const neighbourWords = new Map([
  ['previous', -1],
  ['prev', -1],
  ['before', -1],
  ['earlier', -1],
  ['precedente', -1],
  ['anterior', -1],
  ['following', 1],
  ['after', 1],
  ['later', 1],
  ['suivante', 1],
  ['siguiente', 1],
])

function relativeYear(tokens: readonly Token[], i: number, { today, talked }: Days): DateMention | undefined {
  const [a = '', b = '', c = ''] = [tokens[i]?.word, tokens[i + 1]?.word, tokens[i + 2]?.word]
  if (yearWords.has(a) && neighbourWords.has(b))
    return single(i, i + 1, { year: (talked ?? today.year ?? 0) + (neighbourWords.get(b) ?? 0) })
  if (yearWords.has(a) && (c === 'avant' || c === 'apres'))
    return single(i, i + 2, { year: (talked ?? today.year ?? 0) + (c === 'avant' ? -1 : 1) })
  const apart = yearsApart(tokens, i, { today, talked })
  if (apart) return apart
  const behind = yearWords.has(a) || a === 'an' ? relativeWordsBehind.get(b) : undefined
  if (behind !== undefined && today.year !== undefined) return single(i, i + 1, { year: today.year + behind })
  if (!yearWords.has(b)) return undefined
  const isSame = sameWords.has(a) || (a === 'cette' && c === 'la')
  if (isSame && talked !== undefined) return single(i, i + 1, { year: talked })
  const near = neighbourWords.get(a)
  if (near !== undefined) return single(i, i + 1, { year: (talked ?? today.year ?? 0) + near })
  const shift = relativeWords.get(a)
  return shift === undefined || today.year === undefined ? undefined : single(i, i + 1, { year: today.year + shift })
}

/** `2017-08-04` comes as three tokens; `4/8/2017` too, read day first, as the field writes. */
function isoDate(tokens: readonly Token[], i: number): DateMention | undefined {
  const [a, b, c] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  if (!a || !b || !c || b.start - a.end !== 1 || c.start - b.end !== 1) return undefined
  const [x, y, z] = [numberOf(a), numberOf(b), numberOf(c)]
  if (isYear(x) && isMonth(y) && isDay(z)) return single(i, i + 2, { year: x, month: y, day: z })
  if (isDay(x) && isMonth(y) && isYear(z)) return single(i, i + 2, { year: z, month: y, day: x })
  return undefined
}

function monthDate(tokens: readonly Token[], i: number): DateMention | undefined {
  const before = daysBefore(tokens, i)
  const at = before ? before.next : i
  const month = months.get(tokens[at]?.word ?? '')
  if (month === undefined) return undefined
  if (!before && doubtfulMonths.has(tokens[at]?.word ?? '') && !monthIsMeant(tokens, at)) return undefined
  const after = before ? undefined : daysAfter(tokens, at + 1)
  const yearAt = skipFillers(tokens, after ? after.next : at + 1)
  const year = numberOf(tokens[yearAt])
  const days = before ?? after
  const last = isYear(year) ? yearAt : (after ? after.next : at + 1) - 1
  const base = { ...(isYear(year) ? { year } : {}), month }
  return { first: i, last, from: withDay(base, days?.from), to: withDay(base, days?.to) }
}

/** "18", "the 25th of", "18-19", "4 and 5" before a month name. */
function daysBefore(tokens: readonly Token[], i: number): { from: number; to: number; next: number } | undefined {
  const from = ordinalNumber(tokens[i])
  if (!isDay(from)) return undefined
  let next = i + 1
  let to = from
  const joined = joiners.has(tokens[next]?.word ?? '') ? next + 1 : next
  const second = ordinalNumber(tokens[joined])
  if (isDay(second) && second > from) {
    to = second
    next = joined + 1
  }
  next = skipFillers(tokens, next)
  return months.has(tokens[next]?.word ?? '') ? { from, to, next } : undefined
}

function daysAfter(tokens: readonly Token[], i: number): { from: number; to: number; next: number } | undefined {
  const from = ordinalNumber(tokens[i])
  if (!isDay(from)) return undefined
  const second = ordinalNumber(tokens[i + 1])
  return isDay(second) && second > from ? { from, to: second, next: i + 2 } : { from, to: from, next: i + 1 }
}

function monthIsMeant(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? ''
  const after = numberOf(tokens[at + 1])
  return monthPrepositions.has(before) || isYear(after) || isDay(after) || tokens.length === 1
}

function yearAlone(tokens: readonly Token[], i: number): DateMention | undefined {
  const year = numberOf(tokens[i])
  return isYear(year) ? single(i, i, { year }) : undefined
}

function joinSpans(found: readonly DateMention[], tokens: readonly Token[]): DateMention[] {
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

function isSpan(a: DateMention, b: DateMention, tokens: readonly Token[]): boolean {
  const between = tokens.slice(a.last + 1, b.first)
  if (between.length === 1 && joiners.has(between[0]?.word ?? '')) return openers.has(tokens[a.first - 1]?.word ?? '')
  const gap = (tokens[b.first]?.start ?? 0) - (tokens[a.last]?.end ?? 0)
  return between.length === 0 && gap === 1 && a.from.month === undefined && b.from.month === undefined
}

function openerBefore(tokens: readonly Token[], first: number): number {
  return openers.has(tokens[first - 1]?.word ?? '') ? first - 1 : first
}

function skipFillers(tokens: readonly Token[], i: number): number {
  let at = i
  while (fillers.has(tokens[at]?.word ?? '')) at++
  return at
}

function single(first: number, last: number, date: PartialDate): DateMention {
  return { first, last, from: date, to: date }
}

function withDay(base: PartialDate, day: number | undefined): PartialDate {
  return day === undefined ? base : { ...base, day }
}

function numberOf(token: Token | undefined): number | undefined {
  return token && /^\d{1,4}$/.test(token.word) ? Number(token.word) : undefined
}

function ordinalNumber(token: Token | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|o)?$/.exec(token?.word ?? '')
  return match ? Number(match[1]) : undefined
}

function isYear(value: number | undefined): value is number {
  return value !== undefined && value >= 1900 && value <= 2100
}

function isMonth(value: number | undefined): value is number {
  return value !== undefined && value >= 1 && value <= 12
}

function isDay(value: number | undefined): value is number {
  return value !== undefined && value >= 1 && value <= 31
}
