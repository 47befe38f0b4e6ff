import type { Language } from '../knowledge/language.ts'
import { type PartialDate, parsePartialDate } from '../knowledge/partial-date.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr', es: 'es' }

/** "4–5 August 2017", "25–26 September", "October 2011", "2015–2016": as much as is known, in a language. */
export function wordDates(starts: string, ends: string | undefined, language: Language): string {
  const from = parsePartialDate(starts)
  const to = ends ? parsePartialDate(ends) : from
  if (precisionOf(from) !== precisionOf(to)) return `${wordSpan(from, from, language)} – ${wordSpan(to, to, language)}`
  return wordSpan(from, to, language)
}

/** Two dates of which the same parts are known. */
function wordSpan(from: PartialDate, to: PartialDate, language: Language): string {
  if (from.month === undefined) return from.year === to.year ? String(from.year) : `${from.year}–${to.year}`
  const parts = formatFor(from, language).formatRangeToParts(instantOf(from), instantOf(to))
  const text = parts.map((part) => (part.type === 'day' ? wordDay(part.value, language) : part.value)).join('')
  return text.replaceAll(/\s*–\s*/g, sameMonth(from, to) ? '–' : ' – ')
}

/** French counts the first day of a month, and only that one. */
function wordDay(day: string, language: Language): string {
  return language === 'fr' && day === '1' ? '1er' : day
}

/** Which parts of a date are known. */
function precisionOf({ year, month, day }: PartialDate): string {
  return [year, month, day].map((part) => (part === undefined ? '-' : '+')).join('')
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are costly to make and few, so each is kept. */
function formatFor({ day, year }: PartialDate, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${day === undefined} ${year === undefined}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    timeZone: 'UTC',
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(year === undefined ? {} : { year: 'numeric' }),
  })
  formats.set(key, made)
  return made
}

/** As {@link wordDates}, but says so when the source prints no year. */
export function wordDatesWithGap(starts: string, ends: string | undefined, language: Language): string {
  const dates = wordDates(starts, ends, language)
  if (parsePartialDate(starts).year !== undefined) return dates
  return `${dates} (${{ en: 'the source gives no year', fr: 'la source ne donne pas d’année', es: 'la fuente no da el año' }[language]})`
}

function sameMonth(a: PartialDate, b: PartialDate): boolean {
  return a.month === b.month && a.year === b.year
}

/** A leap year stands in where none is known, so that 29 February stays what it is. */
function instantOf({ year = 2000, month = 1, day = 1 }: PartialDate): number {
  return Date.UTC(year, month - 1, day)
}
