import type { Meeting } from '../calendar/meeting.ts'
import { daysOf, endOf, startOf } from '../calendar/meeting-times.ts'
import type { Language, Words } from '../knowledge/language.ts'

/** Whose clocks and whose language. */
export type Reader = { readonly zone: string; readonly language: Language }

type Timed = Pick<Meeting, 'time'>

/** "Wednesday, 10 March 2027, 14:00–16:00 (Europe/Zurich, UTC+1)" on the clocks of the reader; says what is not known. */
export function wordWhen(meeting: Timed, { zone, language }: Reader): string {
  const start = startOf(meeting, zone)
  if (!start) return wordDays(meeting, language)
  const end = endOf(meeting, zone)
  const begins = `${wordDay(start.toPlainDate(), language)}, ${clock(start)}`
  if (end) return `${begins}${upTo(start, end, language)} (${wordZone(start)})`
  const { first, last } = daysOf(meeting)
  const until = first.equals(last) ? '' : `, ${untilDay[language]} ${wordDay(last, language)}`
  return `${begins} (${wordZone(start)})${until}`
}

/** "20:00 (Asia/Bangkok, UTC+7)": when it begins on the clocks of the place; undefined where these are the reader's. */
export function wordTimeThere(meeting: Timed, { zone, language }: Reader): string | undefined {
  const { time } = meeting
  const start = startOf(meeting, zone)
  const there = time.precision === 'time' ? start?.withTimeZone(time.zone) : undefined
  if (!start || !there || there.offset === start.offset) return undefined
  const isSameDay = there.toPlainDate().equals(start.toPlainDate())
  const day = isSameDay ? '' : `${wordDay(there.toPlainDate(), language)}, `
  return `${day}${clock(there)} (${wordZone(there)})`
}

/** "Tuesday, 9 March 2027, 09:00 (Europe/Zurich, UTC+1)". */
export function wordMoment(atMs: number, { zone, language }: Reader): string {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone)
  return `${wordDay(local.toPlainDate(), language)}, ${clock(local)} (${wordZone(local)})`
}

/** "Wednesday, 10 March 2027". */
export function wordDay(day: Temporal.PlainDate, language: Language): string {
  const parts = dayFormats[language].formatToParts(Date.UTC(day.year, day.month - 1, day.day))
  // French counts the first day of a month, and only that one.
  const isFirst = language === 'fr' && day.day === 1
  return parts.map(({ type, value }) => (isFirst && type === 'day' ? '1er' : value)).join('')
}

/** "Monday". */
export function wordWeekday(weekday: number, language: Language): string {
  // 4 January 2027 is a Monday.
  return weekdayFormats[language].format(Date.UTC(2027, 0, 3 + weekday))
}

/** "In 3 hours", "Tomorrow", "In 2 weeks": how long it is until a meeting begins. */
export function wordAhead(meeting: Timed, now: Temporal.Instant, { zone, language }: Reader): string {
  const start = startOf(meeting, zone)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  // Where the days of the place end later than those of the reader, its today may be yesterday.
  const days = Math.max(0, today.until(start?.toPlainDate() ?? daysOf(meeting).first).days)
  const minutes = start ? Math.round(now.until(start.toInstant()).total('minutes')) : undefined
  const words = aheadFormats[language]
  return capital(
    minutes !== undefined && (days === 0 || minutes < fewHours)
      ? wordMinutes(minutes, words, language)
      : days >= 14 && days % 7 === 0
        ? words.format(days / 7, 'week')
        : words.format(days, 'day'),
  )
}

/** So near one counts hours, also over midnight. */
const fewHours = 6 * 60

/** "Europe/Zurich, UTC+1": the offset is that of the moment. */
export function wordZone({ timeZoneId, offset }: Temporal.ZonedDateTime): string {
  if (timeZoneId === 'UTC') return timeZoneId
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? []
  return `${timeZoneId}, UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

function wordMinutes(minutes: number, words: Intl.RelativeTimeFormat, language: Language): string {
  if (minutes <= 0) return nowWord[language]
  return minutes < 120 && minutes !== 60
    ? words.format(minutes, 'minute')
    : words.format(Math.round(minutes / 60), 'hour')
}

/** Days whose times are not known: those of the place, for every reader. */
function wordDays(meeting: Timed, language: Language): string {
  const { first, last } = daysOf(meeting)
  const days = first.equals(last)
    ? wordDay(first, language)
    : `${wordDay(first, language)} – ${wordDay(last, language)}`
  const known = meeting.time.precision === 'day' ? meeting.time.clock : undefined
  return known === undefined ? `${days} (${timeNotKnown[language]})` : `${days}, ${known} (${zoneNotKnown[language]})`
}

function upTo(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime, language: Language): string {
  const isSameDay = start.toPlainDate().equals(end.toPlainDate())
  return isSameDay ? `–${clock(end)}` : ` – ${wordDay(end.toPlainDate(), language)}, ${clock(end)}`
}

function clock(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' })
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const locales: Words = { en: 'en-GB', fr: 'fr', es: 'es' }
const dayFormats = {
  en: dayFormat('en'),
  fr: dayFormat('fr'),
  es: dayFormat('es'),
}
const weekdayFormats = {
  en: weekdayFormat('en'),
  fr: weekdayFormat('fr'),
  es: weekdayFormat('es'),
}
const aheadFormats = {
  en: new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }),
  fr: new Intl.RelativeTimeFormat('fr', { numeric: 'auto' }),
  es: new Intl.RelativeTimeFormat('es', { numeric: 'auto' }),
}

function dayFormat(language: Language): Intl.DateTimeFormat {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locales[language], parts)
}

function weekdayFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' })
}

const nowWord: Words = { en: 'now', fr: 'maintenant', es: 'ahora' }
const untilDay: Words = { en: 'until', fr: 'jusqu’au', es: 'hasta el' }
const timeNotKnown: Words = { en: 'time not known', fr: 'heure non connue', es: 'hora desconocida' }
const zoneNotKnown: Words = {
  en: 'on the clocks there; time zone not known',
  fr: 'heure locale ; fuseau horaire non connu',
  es: 'hora local; zona horaria desconocida',
}
