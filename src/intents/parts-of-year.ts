import type { PartialDate } from '../knowledge/partial-date.ts'
import type { Token } from '../search/tokens.ts'
import { type DateMention, isYear, numberOf, skipFillers } from './date-mention.ts'
import { ordinalValue } from './ordinals.ts'

type DateAt = (tokens: readonly Token[], i: number) => DateMention | undefined

/** A season, a half, a quarter, the beginning, middle or end of a year or month, or a decade; `dateAt` reads plain dates. */
export function partOfYear(tokens: readonly Token[], i: number, dateAt: DateAt): DateMention | undefined {
  return (
    decade(tokens, i) ?? season(tokens, i) ?? shortPart(tokens, i) ?? countedPart(tokens, i) ?? third(tokens, i, dateAt)
  )
}

const decadeWords = new Set(['annees', 'decennie', 'anos', 'decada', 'decade'])
const decadeFillers = new Set(['des', 'les', 'los', 'las', 'de', 'of', 'the'])

/** "The 2000s", "années 2000", "la década de 2010". */
function decade(tokens: readonly Token[], i: number): DateMention | undefined {
  const word = tokens[i]?.word ?? ''
  const plural = /^((?:19|20)\d0)(s?)$/.exec(word)
  if (plural?.[2]) return years(i, i, Number(plural[1]))
  if (plural && tokens[i + 1]?.written === 's') return years(i, i + 1, Number(plural[1]))
  if (!decadeWords.has(word)) return undefined
  let at = i + 1
  while (decadeFillers.has(tokens[at]?.word ?? '')) at++
  const year = numberOf(tokens[at])
  // "Los años 2010 y 2012" are two years.
  const another = tokens.slice(at + 1, at + 3).some((token) => isYear(numberOf(token)))
  return isYear(year) && year % 10 === 0 && !another ? years(i, at, year) : undefined
}

function years(first: number, last: number, year: number): DateMention {
  return { first, last, from: { year }, to: { year: year + 9 } }
}

const seasons = new Map<string, number>([
  ...'spring printemps primavera'.split(' ').map((word) => [word, 3] as const),
  ...'summer ete verano'.split(' ').map((word) => [word, 6] as const),
  ...'autumn fall automne otono'.split(' ').map((word) => [word, 9] as const),
  ...'winter hiver invierno'.split(' ').map((word) => [word, 12] as const),
])

/** The words for seasons that are nothing else in any of the languages, folded; what a speller must know. */
export const partWords: readonly string[] = [...seasons.keys()].filter((word) => word !== 'ete' && word !== 'fall')

/** "Autumn 2017", "the spring workshop", "l’été 2017"; of the northern half of the earth, and by whole months. */
function season(tokens: readonly Token[], i: number): DateMention | undefined {
  const month = seasons.get(tokens[i]?.word ?? '')
  if (month === undefined || !seasonIsMeant(tokens, i)) return undefined
  const at = skipFillers(tokens, i + 1)
  const year = numberOf(tokens[at])
  return isYear(year) ? months(i, at, { year, month }, 3) : months(i, i, { month }, 3)
}

const seasonArticles = new Set(['l', 'd', 'en', 'cet'])
const auxiliaries = new Set('a ont ai as avons avez avait avaient aura auront ayant avoir'.split(' '))

/** "A été" is a verb, and so is "fall". */
function seasonIsMeant(tokens: readonly Token[], i: number): boolean {
  const [word, before = '', earlier] = [tokens[i]?.word, tokens[i - 1]?.word, tokens[i - 2]?.word]
  const beside = isYear(numberOf(tokens[i + 1])) || (tokens[i + 1]?.word === 'of' && isYear(numberOf(tokens[i + 2])))
  if (word === 'fall') return beside || (before === 'the' && earlier === 'in')
  if (word !== 'ete') return true
  return seasonArticles.has(before) || (beside && !auxiliaries.has(before))
}

/** "Q3 2017", "T3 2017", "H2 2017", "S2 2017". */
function shortPart(tokens: readonly Token[], i: number): DateMention | undefined {
  const match = /^(?:([qt])([1-4])|[hs]([12]))$/.exec(tokens[i]?.word ?? '')
  const at = skipFillers(tokens, i + 1)
  const year = numberOf(tokens[at])
  if (!match || !isYear(year)) return undefined
  return match[1]
    ? part(i, at, { year, count: Number(match[2]), length: 3 })
    : part(i, at, { year, count: Number(match[3]), length: 6 })
}

const partLengths = new Map<string, number>([
  ...'half moitie mitad semestre'.split(' ').map((word) => [word, 6] as const),
  ...'quarter trimestre'.split(' ').map((word) => [word, 3] as const),
])

/** "Second half of 2017", "premier semestre 2017", "tercer trimestre de 2017". */
function countedPart(tokens: readonly Token[], i: number): DateMention | undefined {
  const count = ordinalValue(tokens[i]?.word ?? '')
  const length = partLengths.get(tokens[i + 1]?.word ?? '')
  const at = skipFillers(tokens, i + 2)
  const year = numberOf(tokens[at])
  if (count === undefined || length === undefined || !isYear(year)) return undefined
  const last = 12 / length
  return Math.abs(count) > last ? undefined : part(i, at, { year, count: count < 0 ? last : count, length })
}

function part(
  first: number,
  last: number,
  { year, count, length }: { year: number; count: number; length: number },
): DateMention {
  return months(first, last, { year, month: (count - 1) * length + 1 }, length)
}

/** A span of months that begins with the given one; in winter it ends in the next year. */
function months(first: number, last: number, from: PartialDate & { month: number }, length: number): DateMention {
  const month = from.month + length - 1
  if (month <= 12) return { first, last, from, to: { ...from, month } }
  return { first, last, from, to: from.year === undefined ? { month: 12 } : { year: from.year + 1, month: month - 12 } }
}

const thirds = new Map<string, number>([
  ...'early beginning start debut principios comienzos inicios principio comienzo'
    .split(' ')
    .map((w) => [w, 0] as const),
  ...'mid middle milieu mi mediados'.split(' ').map((word) => [word, 1] as const),
  ...'late end fin finales fines final'.split(' ').map((word) => [word, 2] as const),
])
const thirdFillers = new Set(['of', 'in', 'de', 'del', 'du', 'l', 'annee', 'ano', 'year'])

/** "Early 2018", "fin 2017", "mediados de agosto": a third of the year or of the month. */
function third(tokens: readonly Token[], i: number, dateAt: DateAt): DateMention | undefined {
  const which = thirds.get(tokens[i]?.word ?? '')
  if (which === undefined) return undefined
  let at = i + 1
  // "The end of the year 2017", but not "the end of the 2017 workshop".
  while (thirdFillers.has(tokens[at]?.word ?? '') || tokens[at + 1]?.word === 'year') at++
  const date = dateAt(tokens, at)
  if (!date || date.from !== date.to || date.from.day !== undefined) return undefined
  const { from, last } = date
  if (from.month === undefined) return months(i, last, { ...from, month: which * 4 + 1 }, 4)
  const days = [which * 10 + 1, which === 2 ? 31 : which * 10 + 10] as const
  return { first: i, last, from: { ...from, day: days[0] }, to: { ...from, day: days[1] } }
}
