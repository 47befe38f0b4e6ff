import { type Cut, cut, lineOf, type Message } from './message-words.ts'

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const weekdays: readonly (readonly [weekday: Weekday, names: string])[] = [
  [1, 'monday|lundi|lunes|mon'],
  [2, 'tuesday|mardi|martes|tues|tue'],
  [3, 'wednesday|mercredi|miercoles|wed'],
  [4, 'thursday|jeudi|jueves|thurs|thur|thu'],
  [5, 'friday|vendredi|viernes|fri'],
  [6, 'saturday|samedi|sabado|sat'],
  [7, 'sunday|dimanche|domingo|sun'],
]
export const weekdayPattern = `(?:${weekdays.map(([, names]) => names).join('|')})`

export function weekdayOf(said: string): Weekday | undefined {
  return weekdays.find(([, names]) => new RegExp(`^(?:${names})s?$`).test(said))?.[0]
}

const every = '(?:on every|on each|every|each|chaque|tous les|cada|todos los)'
const digestNoun =
  '(?:(?:a |the |un |le |el )?(?:weekly |semanal )?(?:digest|summary|newsletter|overview|round up|roundup|resume|recapitulatif|recap|bulletin|resumen|boletin)(?: hebdomadaire| semanal)?(?: (?:of|about|des?|sur|sobre|de las|de los) (?=(?:all |toutes |todas )?(?:the |les |las )?(?:meetings|reunions|reuniones)))?)'
const eachWeekday = `(?:${every} (?<every>${weekdayPattern})s?|on (?<plural>(?:mon|tues|wednes|thurs|fri|satur|sun)days)|los (?<los>lunes|martes|miercoles|jueves|viernes|sabados|domingos)|(?:on |le |el )?(?<named>${weekdayPattern}) (?:every week|chaque semaine|de cada semana|cada semana))`
const weekly = new RegExp(` ${eachWeekday}(?= )`)
const digestOn = new RegExp(
  ` ${digestNoun}(?: ,| :)? (?:(?:on|every|each|for|le|les|el|los|chaque|tous les|cada|todos los) )?(?<day>${weekdayPattern})s?(?= )`,
)
const digest = new RegExp(`^ ${digestNoun}(?= )`)

export type FoundWeekday = Pick<Cut, 'before' | 'after'> & { readonly weekday: Weekday }

/** A day on which something is wanted each week: "every Monday", "los lunes", "weekly digest on Friday". */
export function findWeekly(message: Message): FoundWeekday | undefined {
  const found = cut(message, digestOn) ?? cut(message, weekly)
  const { day, every: each, plural, los, named } = found?.match.groups ?? {}
  const weekday = weekdayOf(day ?? each ?? plural ?? los ?? named ?? '')
  return found && weekday && { before: found.before, after: found.after, weekday }
}

/** Takes "weekly digest" off the beginning. */
export function takeOffDigest(message: Message): Message | undefined {
  return cut(message, digest)?.after
}

const unit =
  '(?:minutes?|hours?|days?|weeks?|months?|years?|weekdays?|weekends?|mornings?|evenings?|nights?|quarters?|heures?|jours?|semaines?|mois|ans?|annees?|matins?|soirs?|trimestres?|horas?|dias?|semanas?|mes|meses|anos?|mananas?|tardes?|noches?)'
const ordinal = '(?:other|second|third|first|last|2nd|\\d{1,3}|premiers?|premieres?|primer|primeros?)'
/** What comes again and again but is no weekday: "every two weeks", "cada mes", "le premier lundi de chaque mois". */
const repeated = new RegExp(
  ` (?:${every}|toutes les|todas las) (?:(?:${ordinal}) )?(?:${unit}|${weekdayPattern}s?)(?= )| (?:${every}|toutes les|todas las) ${ordinal} ${unit}?(?= )`,
)
const adverbs =
  / (?:daily|monthly|quarterly|yearly|annually|biweekly|bi weekly|fortnightly|hourly|weekdays|quotidien(?:nement)?|mensuel(?:lement)?|trimestriel(?:lement)?|diario|diariamente|mensual(?:mente)?|trimestral(?:mente)?|quincenal(?:mente)?)(?= )/
const weeklyAlone =
  / (?:weekly|once a week|(?:every|each) week|hebdomadaire(?:ment)?|chaque semaine|toutes les semaines|une fois par semaine|semanal(?:mente)?|cada semana|todas las semanas|una vez (?:a la|por) semana)(?= )/

/** Whether something is to come again and again, in a way that {@link findWeekly} does not tell. */
export function isRepeated(message: Message): boolean {
  return repeated.test(lineOf(message))
}

/** The same, said by an adverb: "quarterly". As an adjective it may belong to the name of a meeting. */
export function isRepeatedByAdverb(message: Message): boolean {
  return adverbs.test(lineOf(message))
}

/** Whether it is to come each week, on no day that is said. */
export function isWeeklyOnSomeDay(message: Message): boolean {
  return weeklyAlone.test(lineOf(message))
}
