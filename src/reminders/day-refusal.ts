import type { Language, Words } from '../knowledge/language.ts'
import { unclear } from './unclear.ts'

/** Says that nothing is reminded of on a day of the calendar, with the day as it was read, or with both that it may be. */
export function anyDayRefused(days: readonly Temporal.PlainDate[]): Words {
  const [one, other] = days
  if (!one) return unclear.notBefore
  return {
    en: `${other ? `That may be ${write(one, 'en')} or ${write(other, 'en')}` : `That is ${write(one, 'en')}`}. ${unclear.notBefore.en}`,
    fr: `${other ? `Cela peut être le ${write(one, 'fr')} ou le ${write(other, 'fr')}` : `C’est le ${write(one, 'fr')}`}. ${unclear.notBefore.fr}`,
    es: `${other ? `Puede ser el ${write(one, 'es')} o el ${write(other, 'es')}` : `Es el ${write(one, 'es')}`}. ${unclear.notBefore.es}`,
  }
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' }

function write(day: Temporal.PlainDate, language: Language): string {
  return day.toLocaleString(locales[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}
