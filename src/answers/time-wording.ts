import type { Language, Words } from '../knowledge/language.ts'

/** The days of a meeting, and its times on the clocks of its place. */
export type Clock = {
  readonly starts: string
  readonly ends?: string | undefined
  readonly time: string
  readonly endTime?: string | undefined
}

/** "09:30–17:00 (Asia/Bangkok, UTC+7)": the times of a meeting on the clocks of its place, and which clocks they are. */
export function wordClock(
  clock: Clock,
  zone: string | undefined,
  { language }: { readonly language: Language },
): string {
  return `${wordTimes(clock, language)} (${zone ? wordZone(clock, zone) : zoneNotKnown[language]})`
}

/** Where it lasts for days, they are those of the first and of the last one. */
function wordTimes({ starts, ends = starts, time, endTime }: Clock, language: Language): string {
  if (ends === starts) return endTime ? `${time}–${endTime}` : time
  const begins = fromTime[language](time)
  return endTime ? `${begins} ${untilTime[language](endTime)}` : begins
}

/** "Asia/Bangkok, UTC+7": the offset is that of the day. */
function wordZone({ starts, time }: Clock, zone: string): string {
  return wordZoneAt(Temporal.PlainDateTime.from(`${starts}T${time}`).toZonedDateTime(zone))
}

/** "Asia/Bangkok, UTC+7": the zone of a moment with the offset that it has then. */
export function wordZoneAt({ timeZoneId: zone, offset }: Temporal.ZonedDateTime): string {
  if (zone === 'UTC') return zone
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? []
  return `${zone}, UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

const zoneNotKnown: Words = {
  en: 'time zone not known',
  fr: 'fuseau horaire non connu',
  es: 'zona horaria desconocida',
}
const fromTime: Readonly<Record<Language, (time: string) => string>> = {
  en: (time) => `from ${time} on the first day`,
  fr: (time) => `dès ${time} le premier jour`,
  es: (time) => `desde las ${time} del primer día`,
}
const untilTime: Readonly<Record<Language, (time: string) => string>> = {
  en: (time) => `until ${time} on the last`,
  fr: (time) => `jusqu’à ${time} le dernier`,
  es: (time) => `hasta las ${time} del último`,
}
