import type { Language } from '../knowledge/language.ts'
import { type Digest, readBareDigest, readDigest } from './digest-command.ts'
import { findLeads } from './leads.ts'
import { type Managing, readManaging } from './managing-commands.ts'
import { lineOf, type Message, readWords } from './message-words.ts'
import { isQuestion, readOpening, takeOffPoliteWords } from './openings.ts'
import { readPlaceBehind } from './places.ts'
import { type Quiet, readQuiet } from './quiet-command.ts'
import { asks, readSetting, type Setting, type Unclear } from './setting.ts'
import { unclear } from './unclear.ts'

/** What a message wants of reminders. "unclear" is a question back, or says why it is not done. */
export type ReminderCommand = Setting | Digest | Managing | Quiet | Unclear

export type ReadingContext = {
  readonly now: Temporal.Instant
  /** The zone of who wrote, by its name in the time zone database. */
  readonly zone: string
  readonly language?: Language
}

const negativeNumber = /(?:^|\s)[-−]\d/

/** A command is shorter; more is not looked at. */
const mostCharacters = 800

/**
 * Reads a command about reminders in English, French or Spanish, whatever else the language of the conversation is.
 * Undefined for a message that is none, and is then a question. Never guesses: what could mean two things is "unclear".
 */
export function readReminderCommand(text: string, { now, zone }: ReadingContext): ReminderCommand | undefined {
  const message = takeOffPoliteWords(readWords(text.slice(0, mostCharacters)))
  const command = read(message, now.toZonedDateTimeISO(zone).toPlainDate())
  // Hyphens only part words elsewhere; here they would make "5 days before" of what is no time before.
  if (command?.kind === 'set' && negativeNumber.test(text)) return asks(unclear.length)
  return command && text.trimEnd().length > mostCharacters ? asks(unclear.tooLong) : command
}

function read(message: Message, today: Temporal.PlainDate): ReminderCommand | undefined {
  return readManaging(message, today) ?? readQuiet(message) ?? readRequest(message, today) ?? readBare(message)
}

function readRequest(message: Message, today: Temporal.PlainDate): ReminderCommand | undefined {
  const opening = readOpening(message)
  if (!opening) return undefined
  const behind = readPlaceBehind(opening.rest)
  const rest = behind.rest
  if (isQuestion(rest) || (opening.strength === 'hint' && !saysWhen(rest))) return undefined
  if (opening.place === 'somebody' || behind.place === 'somebody') return asks(unclear.whom)
  const place = behind.place ?? opening.place ?? { kind: 'me' }
  return readDigest(rest, place) ?? readSetting({ rest, place }, today)
}

function saysWhen(rest: Message): boolean {
  return findLeads(rest) !== undefined || readDigest(rest, { kind: 'me' }) !== undefined
}

/** What is no request by itself, but can hardly mean anything else: "every Monday at 9", "3 days before the meeting". */
function readBare(message: Message): ReminderCommand | undefined {
  const digest = readBareDigest(message)
  if (digest) return digest
  const leads = findLeads(message)
  const isBare = leads?.before.words.length === 0 && message.words.length <= 14 && !lineOf(message).includes(' ? ')
  return isBare ? asks(unclear.wanted) : undefined
}
