import { countPattern, numberOf } from './number-names.ts'

type Unit = 'M' | 'H' | 'D' | 'W' | 'month'

const unitWords: Readonly<Record<Unit, string>> = {
  M: 'minutes?|mins?|minutos?',
  H: 'hours?|hrs?|h|heures?|horas?',
  D: 'days?|d|jours?|dias?',
  W: 'weeks?|wks?|semaines?|semanas?',
  month: 'months?|mois|mes|meses',
}
const units = new Map(
  (Object.keys(unitWords) as Unit[]).flatMap((unit) =>
    unitWords[unit].split('|').flatMap((word) => bothNumbers(word).map((form) => [form, unit] as const)),
  ),
)
const unitPattern = `(?:${Object.values(unitWords).join('|')})`
const half = '(?:and a half|and half|et demie?|y medi[oa])'

/** Each way to say how long, with how it is read from the words that matched. */
const ways: readonly { readonly said: string; readonly read: (words: string) => string | undefined }[] = [
  { said: '(?:(?:an?|une|1) )?(?:half (?:an )?hour|demi heure|media hora)', read: () => 'PT30M' },
  { said: '(?:an?|un|1) (?:quarter of an hour|quart d heure|cuarto de hora)', read: () => 'PT15M' },
  { said: '3 (?:quarters of an hour|quarts d heure|cuartos de hora)', read: () => 'PT45M' },
  { said: 'hora y media', read: () => 'PT1H30M' },
  { said: `${countPattern} ${half} (?:hours|horas)`, read: withHalf },
  { said: `${countPattern} (?:hour|heures?|horas?) ${half}`, read: withHalf },
  { said: '\\d{1,3}[.,]5 (?:hours?|h|heures?|horas?)', read: withHalf },
  { said: '\\d{1,3} (?:h|hours?|heures?|horas?) \\d{1,2}(?: (?:m|min|mins|minutes|minutos))?', read: hoursAndMinutes },
  { said: '(?:an? )?fortnight', read: () => 'P14D' },
  { said: `(?:a )?couple of ${unitPattern}`, read: (words) => inUnit(2, words.split(' ').at(-1) ?? '') },
  { said: `${countPattern} ${unitPattern}`, read: counted },
]

/** How long something is, in words: "2 weeks", "half an hour", "une heure et demie", "2h30". */
export const durationPattern = `(?:${ways.map(({ said }) => said).join('|')})`

const wayPatterns = ways.map(({ said, read }) => ({ pattern: new RegExp(`^${said}$`), read }))

/** The duration in ISO 8601, in days or whole months, or in hours and minutes; undefined for none at all, or beyond a year. */
export function durationOf(words: string): string | undefined {
  return wayPatterns.find(({ pattern }) => pattern.test(words))?.read(words)
}

/** Of "days?" both "day" and "days". */
function bothNumbers(word: string): string[] {
  return word.endsWith('s?') ? [word.slice(0, -2), word.slice(0, -1)] : [word]
}

function withHalf(words: string): string | undefined {
  const number = new RegExp(`^${countPattern}`).exec(words)?.[0] ?? ''
  return inMinutes(numberOf(number) * 60 + 30)
}

function hoursAndMinutes(words: string): string | undefined {
  const [hours = 0, minutes = 0] = words.match(/\d+/g)?.map(Number) ?? []
  return minutes < 60 ? inMinutes(hours * 60 + minutes) : undefined
}

function counted(words: string): string | undefined {
  const unitAt = words.lastIndexOf(' ')
  return inUnit(numberOf(words.slice(0, unitAt)), words.slice(unitAt + 1))
}

function inUnit(count: number, word: string): string | undefined {
  switch (units.get(word)) {
    case 'M':
      return inMinutes(count)
    case 'H':
      return inMinutes(count * 60)
    case 'D':
      return inDays(count)
    case 'W':
      return inDays(count * 7)
    case 'month':
      return count > 0 && count <= 12 ? `P${count}M` : undefined
    case undefined:
      return undefined
  }
}

const minutesOfYear = 366 * 24 * 60

function inMinutes(count: number): string | undefined {
  if (!(count > 0 && count <= minutesOfYear)) return undefined
  const [hours, minutes] = [Math.floor(count / 60), count % 60]
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`
}

function inDays(count: number): string | undefined {
  return count > 0 && count <= 366 ? `P${count}D` : undefined
}
