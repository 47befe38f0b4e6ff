import type { Language } from '../knowledge/language.ts'
import { wordDates } from './date-wording.ts'
import { type Clock, wordZoneAt } from './time-wording.ts'

type Reading = { readonly zone: string; readonly readerZone: string; readonly language: Language }

/**
 * "that is 03:30–11:00 (Europe/Zurich, UTC+1)": the times of a meeting on the clocks of who reads of it, with the day where that
 * is another there. Undefined where the clocks show the same.
 */
export function wordReaderClock(
  { starts, ends = starts, time, endTime }: Clock,
  { zone, readerZone, language }: Reading,
): string | undefined {
  const begins = momentOf(starts, time, zone)
  const here = begins.withTimeZone(readerZone)
  if (here.offsetNanoseconds === begins.offsetNanoseconds) return undefined
  const over = endTime === undefined ? undefined : momentOf(ends, endTime, zone).withTimeZone(readerZone)
  const lasts = over !== undefined || ends !== starts
  const isOnOneDay = over !== undefined && ends === starts && over.toPlainDate().equals(here.toPlainDate())
  const day = here.toPlainDate().toString()
  const date = day === starts ? '' : `${wordDates(day, undefined, language)}, `
  const times = isOnOneDay ? `${clockOf(here)}–${clockOf(over)}` : clockOf(here)
  const said = `${date}${times} (${wordZoneAt(here)})`
  return (lasts && !isOnOneDay ? thatIsFrom : thatIs)[language](said)
}

function momentOf(day: string, time: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
}

function clockOf(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' })
}

type Frame = Readonly<Record<Language, (said: string) => string>>

const thatIs: Frame = {
  en: (said) => `that is ${said}`,
  fr: (said) => `soit ${said}`,
  es: (said) => `es decir, ${said}`,
}
const thatIsFrom: Frame = {
  en: (said) => `that is from ${said}`,
  fr: (said) => `soit à partir de : ${said}`,
  es: (said) => `es decir, desde: ${said}`,
}
