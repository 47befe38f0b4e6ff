import * as chrono from 'chrono-node'
import { cut, lineOf, type Message, writtenAs } from './message-words.ts'
import { weekdayOf, weekdayPattern } from './repetitions.ts'

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)'
const day = '(?:\\d{1,2}(?: ?(?:st|nd|rd|th|er|o))?)'
const tomorrow = '(?:tomorrow|demain|(?<!la |esa |misma |de )manana)'
const overmorrow = '(?:(?:the )?day after tomorrow|apres demain|pasado manana)'
const relative = `(?:${overmorrow}|${tomorrow}|today|tonight|this (?:morning|afternoon|evening)|aujourd hui|ce (?:matin|soir)|cet apres midi|hoy|esta (?:tarde|noche)|yesterday|hier|ayer)`
const period =
  '(?:(?:next|this|coming) (?:week|month|quarter|year)|(?:la )?semaine prochaine|cette semaine|(?:le )?mois prochain|(?:la )?proxima semana|(?:la )?semana que viene|esta semana|q ?[1-4]|[1-4] ?t \\d{4}|t [1-4] \\d{4}|\\d{4} q [1-4])'
const inFigures = '(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,4}[./]\\d{1,2}[./]\\d{1,4})'
const inWords = `(?:${day} (?:(?:of|de) )?${months}|${months} (?:the )?${day}(?! \\d))`
const anyDay = new RegExp(
  ` (?:${inFigures}|${inWords}|${relative}|${period}|(?:next |on |this )?${weekdayPattern})(?= )`,
)

/** Whether the words name a day or a span of the calendar, readable or not. */
export function namesDay(message: Message): boolean {
  return anyDay.test(lineOf(message))
}

/** Today in the zone of who asks. */
export type Today = Temporal.PlainDate

/**
 * The one day that is named, from today on; two where figures can be read either way; none for spans, for what is over
 * and for what is not surely read.
 */
export function readDays(message: Message, today: Today): readonly Temporal.PlainDate[] {
  const line = lineOf(message)
  if (new RegExp(span).test(line) || new RegExp(` ${period} `).test(line)) return []
  const figures = / (\d{1,2})[./](\d{1,2})[./](\d{4}) /.exec(line)
  if (figures) return eitherWay(figures.slice(1).map(Number))
  const found = relativeDay(line, today) ?? nextWeekday(line, today) ?? absoluteDay(message, today)
  return found && Temporal.PlainDate.compare(found, today) >= 0 ? [found] : []
}

/** Two days in a row of words: "18 al 19 de abril", "18-19 April". */
const span = ` \\d{1,2} (?:(?:to|and|until|au|et|al?|y|hasta) (?:el |le )?)?${day} (?:(?:of|de) )?${months} | ${months} \\d{1,2} (?:(?:to|and) )?\\d{1,2} `

function eitherWay([first = 0, second = 0, year = 0]: readonly number[]): Temporal.PlainDate[] {
  const days = [validDay(year, second, first), validDay(year, first, second)].filter((each) => each !== undefined)
  return days.filter((each, at) => days.findIndex((other) => other.equals(each)) === at)
}

function validDay(year: number, month: number, dayOfMonth: number): Temporal.PlainDate | undefined {
  const isMonth = month >= 1 && month <= 12
  if (!isMonth || dayOfMonth < 1) return undefined
  const date = Temporal.PlainDate.from({ year, month, day: dayOfMonth })
  return date.day === dayOfMonth ? date : undefined
}

function relativeDay(line: string, today: Today): Temporal.PlainDate | undefined {
  if (new RegExp(` ${overmorrow} `).test(line)) return today.add({ days: 2 })
  if (new RegExp(` ${tomorrow} `).test(line)) return today.add({ days: 1 })
  const isToday =
    / (?:today|tonight|this (?:morning|afternoon|evening)|aujourd hui|ce (?:matin|soir)|cet apres midi|hoy|esta (?:tarde|noche)) /
  return isToday.test(line) ? today : undefined
}

/** The next day of that name, never today. "Next Monday" may mean the one after, so that it is not read. */
function nextWeekday(line: string, today: Today): Temporal.PlainDate | undefined {
  const said = new RegExp(` (${weekdayPattern}) `).exec(line)
  const weekday = weekdayOf(said?.[1] ?? '')
  if (!weekday || /\d/.test(line) || / (?:next|prochain|proximo|que viene) /.test(line)) return undefined
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 })
}

const readers = [chrono.en.GB, chrono.fr.strict, chrono.es.strict]

/** A date with day and month, in any of the languages; without a year the next one. */
function absoluteDay(message: Message, today: Today): Temporal.PlainDate | undefined {
  // Only the components are used, so that the instant only matters for the year, which is set below.
  const reference = new Date(`${today}T12:00:00Z`)
  const text = dateIn(message)
  for (const reader of readers) {
    const [found, another] = reader.parse(text, reference)
    if (!found || another || found.end || !found.start.isCertain('day') || !found.start.isCertain('month')) continue
    const [month, dayOfMonth] = [found.start.get('month') ?? 0, found.start.get('day') ?? 0]
    const year = found.start.isCertain('year') ? found.start.get('year') : undefined
    return year === null ? undefined : yearOf(year ?? today.year, month, dayOfMonth, year === undefined, today)
  }
  return undefined
}

/** The day and the words behind it, where the year stands, so that nothing else is taken for a date. */
function dateIn(message: Message): string {
  const found = cut(message, anyDay)
  if (!found) return ''
  const begin = found.before.words.length
  const end = message.words.length - found.after.words.length + 3
  return writtenAs({ text: message.text, words: message.words.slice(begin, end) })
}

function yearOf(
  year: number,
  month: number,
  dayOfMonth: number,
  isOpen: boolean,
  today: Today,
): Temporal.PlainDate | undefined {
  const date = validDay(year, month, dayOfMonth)
  return isOpen && date && Temporal.PlainDate.compare(date, today) < 0 ? validDay(year + 1, month, dayOfMonth) : date
}

/** The message without what names the day, for looking at what else it says. */
export function withoutDay(message: Message): Message {
  const found = cut(message, anyDay)
  return found ? { text: message.text, words: [...found.before.words, ...found.after.words] } : message
}
