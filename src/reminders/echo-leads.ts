import type { Language, Words } from '../knowledge/language.ts'
import { isOfDays } from './leads.ts'

/** Says leads back as they were understood: "2 weeks and 1 day before, at 09:00". */
export function echoLeads(leads: readonly string[], at: string | undefined, language: Language): string {
  const ofDays = leads.filter(isOfDays)
  const shorter = leads.filter((lead) => !isOfDays(lead))
  if (at === undefined || ofDays.length === 0) return phrase(leads, language)
  const timed = `${phrase(ofDays, language)}, ${atWord[language]} ${at}`
  return shorter.length === 0 ? timed : `${timed}, ${and[language]} ${phrase(shorter, language)}`
}

const atWord: Words = { en: 'at', fr: 'à', es: 'a las' }
const and: Words = { en: 'and', fr: 'et', es: 'y' }
const beforeIt: Words = { en: 'before', fr: 'avant', es: 'antes' }
const sameDay: Words = { en: 'on the day itself', fr: 'le jour même', es: 'el mismo día' }

function phrase(leads: readonly string[], language: Language): string {
  const before = leads.filter((lead) => lead !== 'P0D').map((lead) => durationIn(lead, language))
  const said = before.length > 0 ? [`${inARow(before, language)} ${beforeIt[language]}`] : []
  return inARow(leads.includes('P0D') ? [...said, sameDay[language]] : said, language)
}

function inARow(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and[language]} ${last}`
}

type Unit = 'months' | 'weeks' | 'days' | 'hours' | 'minutes'

const names: Readonly<Record<Unit, Readonly<Record<Language, readonly [one: string, many: string]>>>> = {
  months: { en: ['month', 'months'], fr: ['mois', 'mois'], es: ['mes', 'meses'] },
  weeks: { en: ['week', 'weeks'], fr: ['semaine', 'semaines'], es: ['semana', 'semanas'] },
  days: { en: ['day', 'days'], fr: ['jour', 'jours'], es: ['día', 'días'] },
  hours: { en: ['hour', 'hours'], fr: ['heure', 'heures'], es: ['hora', 'horas'] },
  minutes: { en: ['minute', 'minutes'], fr: ['minute', 'minutes'], es: ['minuto', 'minutos'] },
}

/** "2 weeks" for P14D, "1 hour 30 minutes" for PT1H30M. */
export function durationIn(duration: string, language: Language): string {
  const { months, days, hours, minutes } = Temporal.Duration.from(duration)
  const wholeWeeks = days > 0 && days % 7 === 0
  const amounts: readonly (readonly [Unit, number])[] = [
    ['months', months],
    wholeWeeks ? ['weeks', days / 7] : ['days', days],
    ['hours', hours],
    ['minutes', minutes],
  ]
  const said = amounts.filter(([, count]) => count > 0)
  return said.map(([unit, count]) => `${count} ${names[unit][language][count === 1 ? 0 : 1]}`).join(' ')
}
