import { defaultAt, findLeads, holdsLead } from './leads.ts'
import { lineOf, type Message } from './message-words.ts'
import type { Place } from './places.ts'
import {
  findWeekly,
  isRepeated,
  isRepeatedByAdverb,
  isWeeklyOnSomeDay,
  takeOffDigest,
  type Weekday,
  weekdayPattern,
} from './repetitions.ts'
import { asks, takeClock, type Unclear } from './setting.ts'
import { readTarget } from './targets.ts'
import { unclear } from './unclear.ts'

export type Digest = {
  readonly kind: 'digest'
  readonly targetText: string
  readonly weekday: Weekday
  /** HH:MM; {@link defaultAt} when no time is said. */
  readonly at: string
  readonly place: Place
}

/** A digest where one is asked for behind "remind me": "every Monday at 9", "on Fridays". */
export function readDigest(rest: Message, place: Place): Digest | Unclear | undefined {
  const found = findWeekly(rest)
  if (!found) return withoutWeekday(rest)
  const left = { text: rest.text, words: [...found.before.words, ...found.after.words] }
  const moreDays = new RegExp(` (?:(?:,|and|et|y|or|ou|o) )?(?:le |les |los |every )?${weekdayPattern}s? `).test(
    lineOf(left),
  )
  if (moreDays || isRepeated(left) || isRepeatedByAdverb(left) || findLeads(left) || holdsLead(left))
    return asks(unclear.onlyWeekly)
  const clock = clockAround(found)
  if (clock === 'unread') return asks(unclear.time)
  const target = readTarget(takeOffDigest(clock.rest) ?? clock.rest)
  if (target === 'task') return asks(unclear.notBefore)
  if (target === 'which' && clock.rest.words.length > 0 && !takeOffDigest(clock.rest)) return asks(unclear.whichMeeting)
  const targetText = target === 'which' ? 'all' : target.text
  return { kind: 'digest', targetText, weekday: found.weekday, at: clock.at ?? defaultAt, place }
}

/** A digest that is all there is to a message; what only mentions a day is left to be understood as a question. */
export function readBareDigest(message: Message): Digest | Unclear | undefined {
  const isDigest = takeOffDigest(message) !== undefined && message.words.length <= mostBareWords
  const isWeekly = findWeekly(message)?.before.words.length === 0
  if (!(isDigest || isWeekly) || / \? /.test(lineOf(message))) return undefined
  const isShort = isDigest || message.words.length <= 3 || takeClock(message) === 'unread' || /\d/.test(lineOf(message))
  return isShort ? readDigest(message, { kind: 'here' }) : undefined
}

const mostBareWords = 8

function withoutWeekday(rest: Message): Unclear | undefined {
  if (findLeads(rest)) return undefined
  if (isWeeklyOnSomeDay(rest)) return asks(unclear.whichDay)
  if (isRepeated(rest) || isRepeatedByAdverb(rest)) return asks(unclear.onlyWeekly)
  // "Le lundi" is each Monday to some, and the next one to others.
  return new RegExp(`^ le ${weekdayPattern} `).test(lineOf(rest)) ? asks(unclear.whichDay) : undefined
}

function clockAround({
  before,
  after,
}: {
  readonly before: Message
  readonly after: Message
}): ReturnType<typeof takeClock> {
  const [first, last] = [takeClock(before), takeClock(after)]
  if (first === 'unread' || last === 'unread' || (first.at && last.at)) return 'unread'
  return { at: first.at ?? last.at, rest: { text: before.text, words: [...first.rest.words, ...last.rest.words] } }
}
