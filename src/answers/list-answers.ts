import type { Reading } from '../intents/understand.ts'
import { type Contact, type Entry, entriesOf, listOf } from '../knowledge/knowledge.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { contactLine } from './contact-statements.ts'
import { entryList } from './entry-list.ts'
import { describingStatements } from './entry-statements.ts'
import { listEvents } from './event-list.ts'
import { latest } from './latest-answer.ts'
import { nextMeeting } from './next-meeting.ts'
import { asksForOthers } from './others-asked.ts'
import { listProcesses } from './process-list.ts'
import { listPublications } from './publication-list.ts'
import { refer, referTo } from './source-references.ts'
import { colon, listInWords, nameOf, withName } from './statement.ts'
import { wholeSeries } from './whole-series.ts'

/** Answers "which" and "how many" over all entries, and comparisons; undefined for intents about one subject. */
export function listAnswer(reading: Reading, composing: Composing): AnswerPart | undefined {
  if (namesWhatItLists(reading)) return undefined
  const claimed = wholeSeries(reading, composing)
  if (claimed) return claimed
  switch (reading.intent) {
    case 'list-processes':
    case 'count-processes':
      return listProcesses(reading, composing)
    case 'list-events':
    case 'count-events':
      return listEvents(reading, composing)
    case 'list-publications':
    case 'count-publications':
      return listPublications(reading, composing)
    case 'latest':
      return latest(reading, composing)
    case 'list-units':
      return listUnits(reading, composing)
    case 'list-contacts':
      return listContacts(reading, composing)
    case 'next-meeting':
      return nextMeeting(reading, composing)
    case 'compare':
      return compare(reading, composing)
    default:
      return undefined
  }
}

/** A list of what is already named one by one: these entries are what is asked about. */
export function namesWhatItLists(reading: Reading): boolean {
  const { intent, subjects } = reading
  const kind = listedKinds.get(intent)
  return (
    kind !== undefined &&
    !asksForOthers(reading) &&
    subjects.length > 0 &&
    subjects.every((entry) => entry.kind === kind)
  )
}

const listedKinds = new Map<string, Entry['kind']>([
  ['list-processes', 'process'],
  ['list-contacts', 'contact'],
  ['list-units', 'unit'],
])

function listUnits(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { tools, language } = composing
  const units = entriesOf(tools.knowledge, 'unit')
  if (units.length === 0) return undefined
  const lead = { en: 'Units in my sources', fr: 'Unités dans mes sources', es: 'Unidades en mis fuentes' }[language]
  const names = units.map((unit) => nameOf(unit, wordingOf(composing)))
  const sources = units.flatMap((unit) => listOf(unit.source).slice(0, 1))
  return {
    ...answeredPart(
      reading.intent,
      `${lead}${colon[language]}${listInWords(names, language)}.`,
      referTo(sources, composing),
    ),
    entries: units.map(({ id }) => id),
    isList: true,
  }
}

function listContacts(reading: Reading, composing: Composing): AnswerPart | undefined {
  if (reading.subjects.length > 0 || reading.unexplained > 0 || reading.clause.content.length === 0) return undefined
  const { tools, language } = composing
  const contacts = entriesOf(tools.knowledge, 'contact').filter((contact) => contact.email || contact.phone)
  if (contacts.length === 0) return undefined
  const line = (contact: Contact) => {
    const place = (contact.for ?? []).map((id) => tools.knowledge.entries.get(id)).find((entry) => entry !== undefined)
    return `${contactLine(contact, language)}${place ? ` (${nameOf(place, wordingOf(composing))})` : ''}`
  }
  const lead = {
    en: `${contacts.length} contacts in my sources:`,
    fr: `${contacts.length} contacts dans mes sources :`,
    es: `${contacts.length} contactos en mis fuentes:`,
  }[language]
  return entryList({ intent: reading.intent, lead, entries: contacts, line }, composing)
}

function compare(reading: Reading, composing: Composing): AnswerPart | undefined {
  if (reading.subjects.length < 2) return undefined
  const told = reading.subjects.slice(0, 4).map((entry) => ({
    entry,
    statements: describingStatements(entry, wordingOf(composing)).slice(0, 4),
  }))
  const lines = told.map(({ entry, statements }) =>
    withName(entry, statements.map((s) => s.text).join(' '), wordingOf(composing)),
  )
  return {
    ...answeredPart(
      reading.intent,
      lines[0] ?? '',
      refer(
        told.flatMap(({ statements }) => statements),
        composing,
      ),
    ),
    facts: lines.slice(1),
    entries: told.map(({ entry }) => entry.id),
    isList: true,
  }
}
