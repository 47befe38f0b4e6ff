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

/** What relative dates count from: the day of the question, and the year the conversation is about. */
export type Days = { readonly today: PartialDate; readonly talked?: number | undefined }

/** The years at which "before 2010" begins and "since 2010" ends; no source tells of them. */
export const firstYear = 1
export const lastYear = 9999

/** A mention of one date, which is no span. */
export function single(first: number, last: number, date: PartialDate): DateMention {
  return { first, last, from: date, to: date }
}

/** A month or a day is named, so that single events are meant and not whole years. */
export function namesMonth({ from, to }: Pick<DateMention, 'from' | 'to'>): boolean {
  return from.month !== undefined || to.month !== undefined
}

/** The number a token is, as far as it can be one of a date. */
export function numberOf(token: Token | undefined): number | undefined {
  return token && /^\d{1,4}$/.test(token.word) ? Number(token.word) : undefined
}

export function isYear(value: number | undefined): value is number {
  return value !== undefined && value >= 1900 && value <= 2100
}

const fillers = new Set(['of', 'the', 'de', 'del', 'du', 'le', 'el', 'en', 'year', 'annee', 'ano'])

/** The first token at or behind a place that is no small word inside a date ("August of the year 2017"). */
export function skipFillers(tokens: readonly Token[], i: number): number {
  let at = i
  while (fillers.has(tokens[at]?.word ?? '')) at++
  return at
}
