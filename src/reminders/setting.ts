import type { Words } from '../knowledge/language.ts'
import { namesDay, readDays, type Today } from './calendar-days.ts'
import { clockOf, clockPattern } from './clock-times.ts'
import { anyDayRefused } from './day-refusal.ts'
import { durationPattern } from './durations.ts'
import { defaultLeads, findLeads, holdsLead, isOfDays, type Leads } from './leads.ts'
import { cut, lineOf, type Message, writtenAs } from './message-words.ts'
import type { Opening } from './openings.ts'
import type { Place } from './places.ts'
import { isRepeated, isRepeatedByAdverb } from './repetitions.ts'
import { readTarget } from './targets.ts'
import { unclear } from './unclear.ts'

export type Setting = {
  readonly kind: 'set'
  /** What is to be reminded of, as written; "all" for all meetings. */
  readonly targetText: string
  /** ISO 8601 durations, longest first; those of {@link defaultLeads} when none is said. */
  readonly leads: readonly string[]
  /** HH:MM, for leads of whole days. */
  readonly at: string | undefined
  readonly place: Place
}
export type Unclear = {
  readonly kind: 'unclear'
  readonly because: Words
  /** All but the meetings, where only these are missing: what was talked about may tell. Without leads, none was said. */
  readonly wanted?: {
    readonly leads: readonly string[] | undefined
    readonly at: string | undefined
    readonly place: Place
  }
}

/** Reads what is wanted once it is known that a reminder is: of what, how long before, and at which time of day. */
export function readSetting(
  { rest, place = { kind: 'me' } }: Pick<Opening, 'rest'> & { place?: Place },
  today: Today,
): Setting | Unclear {
  if (isRepeated(rest)) return asks(unclear.onlyWeekly)
  const found = findLeads(rest)
  if (!found) return withoutLead(rest, place, today)
  if (found.leads === 'doubtful') return asks(unclear.oneOrTwo)
  if (found.leads === 'unread') return asks(unclear.length)
  if (found.leads === 'two times') return asks(unclear.time)
  return around(found.before, found.after, found.leads, place)
}

/** Puts together what stands before the leads, "of MIDSA 2 days before", and behind them, "2 days before MIDSA". */
function around(before: Message, after: Message, leads: Leads, place: Place): Setting | Unclear {
  const another = findLeads(after)
  if (another) return withMore(before, after, leads, place)
  const first = takeClock(before)
  const last = takeClock(after)
  if (first === 'unread' || last === 'unread' || (first.at && last.at)) return asks(unclear.time)
  const saidAt = first.at ?? last.at
  if (last.at && namesDay(last.rest)) return asks(unclear.whose)
  if (saidAt && !leads.durations.some(isOfDays)) return asks(unclear.whose)
  if ([first.rest, last.rest].some((part) => holdsLead(part))) return asks(unclear.length)
  const wanted = { leads: leads.durations, at: saidAt ?? leads.at, place }
  const target = targetOf(first.rest, last.rest)
  if (target === 'which') return asksWhich(wanted, [first.rest, last.rest])
  if ('because' in target) return target
  return { kind: 'set', targetText: target.text, ...wanted }
}

/** "2 weeks before MIDSA and 1 day before" names what is meant between two rows of leads. */
function withMore(before: Message, after: Message, leads: Leads, place: Place): Setting | Unclear {
  const more = findLeads(after)
  if (!more || typeof more.leads === 'string') return asks(unclear.length)
  const joined = cut(more.before, / (?:,|and|et|y|plus|&|,? and|,? et|,? y)(?= $)/)
  if (!joined && more.before.words.length > 0) return asks(unclear.length)
  const behind = takeClock(more.after)
  const isTwoNames = joined && behind !== 'unread' && joined.before.words.length > 0 && behind.rest.words.length > 0
  const rest = { text: after.text, words: [...(joined?.before.words ?? []), ...more.after.words] }
  if (isTwoNames) return asks(unclear.oneByOne)
  if (findLeads(rest)) return asks(unclear.length)
  const durations = [...new Set([...leads.durations, ...more.leads.durations])]
  return around(before, rest, { durations: inOrder(durations), at: leads.at ?? more.leads.at }, place)
}

function inOrder(durations: readonly string[]): string[] {
  const relativeTo = '2027-01-01'
  const compare = (a: string, b: string) => Temporal.Duration.compare(b, a, { relativeTo })
  return [...durations].sort(compare)
}

function targetOf(before: Message, after: Message): { readonly text: string } | 'which' | Unclear {
  const [first, last] = [readTarget(before), readTarget(after)]
  if (first === 'task' || last === 'task') return asks(unclear.notBefore)
  if (first === 'which') return last
  if (last === 'which') return first
  if (isNameOfSomebody(before)) return asks(unclear.whom)
  return asks(/\d/.test(lineOf(before)) ? unclear.length : unclear.notBefore)
}

/** "Remind Anna 2 days before …": what is to be reminded of has a word like "of" before it. */
function isNameOfSomebody(before: Message): boolean {
  return (
    before.words.length <= 3 && (/^\p{Lu}/u.test(writtenAs(before)) || /^ (?:the|my|our|a|and) /.test(lineOf(before)))
  )
}

/** Without a lead, a day or a time would be that of the reminder or of the meeting, which nobody can tell apart. */
function withoutLead(wanted: Message, place: Place, today: Today): Setting | Unclear {
  const rest = cut(wanted, /^ (?:before|ahead of|prior to|avant|antes del?)(?= )/)?.after ?? wanted
  const clock = takeClock(rest)
  if (namesDay(rest)) return asks(anyDayRefused(readDays(rest, today)))
  if (isRepeatedByAdverb(rest)) return asks(unclear.onlyWeekly)
  if (holdsLead(rest)) return asks(unclear.notBefore)
  if (clock === 'unread') return asks(unclear.time)
  if (/^ (?:when|quand|cuando|lorsque|as soon as|des que) /.test(lineOf(rest))) return asks(unclear.howLong)
  if (/^ (?:in|on|en|dans|dentro) /.test(lineOf(clock.rest))) return asks(unclear.notBefore)
  if (durationAtAnEnd.test(lineOf(clock.rest))) return asks(unclear.howLong)
  const target = readTarget(clock.rest)
  if (target === 'which') return asksWhich({ leads: undefined, at: clock.at, place }, [clock.rest])
  if (target === 'task') return asks(unclear.notBefore)
  return { kind: 'set', targetText: target.text, leads: defaultLeads, at: clock.at, place }
}

const durationAtAnEnd = new RegExp(`^ ${durationPattern} | ${durationPattern} $`)

export type Clock = { readonly at: string | undefined; readonly rest: Message }

const clockAtAnEnd = [new RegExp(`^ (${clockPattern})(?: ,)?(?= )`), new RegExp(`(?: ,)? (${clockPattern})(?= $)`)]
const clockInside = new RegExp(` ${clockPattern}(?= )`)

/** Takes a time of day off the beginning or the end; in the middle it would be a guess whose time it is. */
export function takeClock(message: Message): Clock | 'unread' {
  const found = clockAtAnEnd.map((pattern) => cut(message, pattern)).find((each) => each !== undefined)
  const rest = found ? { text: message.text, words: [...found.before.words, ...found.after.words] } : message
  if (clockInside.test(lineOf(rest))) return 'unread'
  if (!found) return { at: undefined, rest }
  const at = clockOf(found.match[1] ?? '')
  return at ? { at, rest } : 'unread'
}

export function asks(because: Words): Unclear {
  return { kind: 'unclear', because }
}

/** Which meetings are meant is left open, unless the words say that none are. */
function asksWhich(wanted: NonNullable<Unclear['wanted']>, around: readonly Message[]): Unclear {
  const isRefusal = around.some((message) => / (?:never|jamais|nunca) /.test(lineOf(message)))
  return isRefusal ? asks(unclear.whichMeeting) : { ...asks(unclear.whichMeeting), wanted }
}
