import type { Language } from '../src/knowledge/language.ts'
import { calendarPath } from './calendar-route.ts'

/** The address of the calendar file of an event, or of one occurrence of it. */
export type CalendarLink = (eventId: string, language: Language) => string

/** Links below the address at which people reach this service; undefined where that is not known. */
export function calendarLinks(publicUrl: string | undefined): CalendarLink | undefined {
  if (publicUrl === undefined) return undefined
  const base = publicUrl.replace(/\/+$/, '')
  return (event, lang) => `${base}${calendarPath}?${new URLSearchParams({ event, lang })}`
}
