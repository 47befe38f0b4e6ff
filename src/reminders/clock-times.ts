import { numberOf, numberPattern } from './number-names.ts'

const period =
  '(?: (?:am|pm|(?:in|of) the (?:morning|afternoon|evening)|at night|tonight|du (?:matin|soir)|de l apres midi|de la (?:manana|tarde|noche|madrugada)))'
const exact = '(?: (?:sharp|pile|precises?|en punto))'
const at = '(?:at|around|by|@|a las|sobre las|vers las)'
const before = '(?:at|around|by|@|a partir de|vers|a las?|sobre las?|las?|a)'
const minutes = '(?: (?:\\d{2}|et demie?|et quart|moins le quart|y media|y cuarto|menos cuarto))'
const figures = '\\d{1,2}[:.]\\d{2}'
const noon = '(?:(?:le |el |al )?(?:noon|midday|midi|mediodia)(?: et demie?)?|(?:la )?(?:midnight|minuit|medianoche))'
const hours = '(?:h|heures?|o clock)'

/** What is a time of day wherever it stands: "09:00", "9am", "9 h 30", "noon". */
const clear = `(?:${[
  `${figures}(?: ?(?:am|pm|h))?${period}?`,
  `${numberPattern} (?:am|pm)`,
  `(?:${numberPattern}|une) ${hours}${minutes}?${period}?`,
  `half past ${numberPattern}${period}?`,
  `quarter (?:past|to) ${numberPattern}${period}?`,
  noon,
].join('|')})`
/** What is one only behind a word that says so: "at 9", "a las 9 y media". */
const bare = `${numberPattern}${minutes}?${period}?`
const one = `(?:a |sobre )?la una${minutes}?${period}?`
const counted =
  '(?! (?:minutes?|mins?|minutos?|hours?|hrs?|horas?|days?|jours?|dias?|weeks?|semaines?|semanas?|months?|mois|mes|meses) )'

/** A time of day in words, to be read with {@link clockOf}. */
export const clockPattern = `(?:(?:${before} )?${clear}|${at} ${bare}|${one})${exact}?${counted}`
/** A time of day where nothing else can stand, so that "22" is one too. */
export const anyClockPattern = `(?:(?:${before} )?(?:${clear}|${bare}|una)${exact}?)`

/** The time as `HH:MM`; undefined for one that no clock shows, as 25:00 and 13 pm. */
export function clockOf(words: string): string | undefined {
  const said = words.replace(new RegExp(`^${before} `), '').replace(new RegExp(`${exact}$`), '')
  const time = nameTime(said) ?? figureTime(said)
  return time && asClock(inPeriod(time, said))
}

type Time = readonly [hour: number, minute: number]

function nameTime(said: string): Time | undefined {
  if (/(?:noon|midday|midi|mediodia)(?: et demie?)?$/.test(said) && !/apres midi/.test(said))
    return [12, /demi/.test(said) ? 30 : 0]
  if (/(?:midnight|minuit|medianoche)$/.test(said)) return [0, 0]
  const past = new RegExp(`^(half past|quarter past|quarter to) (${numberPattern})`).exec(said)
  if (!past) return undefined
  const hour = numberOf(past[2] ?? '')
  if (past[1] === 'quarter to') return [hour - 1, 45]
  return [hour, past[1] === 'half past' ? 30 : 15]
}

function figureTime(said: string): Time | undefined {
  const match = new RegExp(
    `^(?:(\\d{1,2})[:.](\\d{2})|(${numberPattern}|une|una)(?: ${hours})?(${minutes})?)(?= |$)`,
  ).exec(said)
  if (!match) return undefined
  if (match[1]) return [Number(match[1]), Number(match[2])]
  const hour = numberOf(match[3] ?? '')
  const rest = match[4] ?? ''
  if (/(?:moins|menos)/.test(rest)) return [hour - 1, 45]
  if (/demi|media/.test(rest)) return [hour, 30]
  return [hour, /quart|cuarto/.test(rest) ? 15 : Number(rest)]
}

/** Twelve is the hour at which a half of the day begins; 13 to 23 belong to the second half anyway. */
function inPeriod([hour, minute]: Time, said: string): Time {
  const half = halfOf(said)
  if (half === undefined || hour === 0) return [hour, minute]
  if (hour > 12) return half === 'second' ? [hour, minute] : [99, minute]
  const isNight = /(?:at night|noche)$/.test(said)
  if (half === 'first' || (isNight && (hour === 12 || hour < 5))) return [hour === 12 ? 0 : hour, minute]
  return [hour === 12 ? 12 : hour + 12, minute]
}

function halfOf(said: string): 'first' | 'second' | undefined {
  // Noon is called "las 12 de la mañana" by some, so that it is asked about rather than taken for midnight.
  if (/^12.* (?:de la manana|du matin|(?:in|of) the morning)$/.test(said)) return undefined
  if (/ (?:am|morning|matin|manana|madrugada)$/.test(said)) return 'first'
  return / (?:pm|afternoon|evening|night|tonight|soir|midi|tarde|noche)$/.test(said) ? 'second' : undefined
}

function asClock([hour, minute]: Time): string | undefined {
  if (!(hour >= 0 && hour < 24 && minute < 60)) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
