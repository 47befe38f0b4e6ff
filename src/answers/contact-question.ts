import type { Reading } from '../intents/understand.ts'
import { type Contact, type Entry, entriesOf } from '../knowledge/knowledge.ts'
import type { AnswerPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { statementsOf } from './entry-statements.ts'
import { nameOf } from './statement.ts'
import { askForContact } from './suggestions.ts'

/**
 * The question whom to write to about what an answer is about, where the knowledge answers it: for one entry its own
 * contact or that of what it belongs to, for what is not known else the general one.
 */
export function contactQuestion(
  { status, intent, isList }: AnswerPart,
  subjects: Reading['subjects'],
  composing: Composing,
): string | undefined {
  if (status === 'clarify' || (status === 'answered' && (isList || tellsContact.has(intent)))) return undefined
  const [entry, ...others] = subjects
  if (entry?.kind === 'contact') return undefined
  const owners = entry && others.length === 0 ? [entry, ...ownersOf(entry, composing)] : []
  const about = owners.find((one) => hasContact(one, composing))
  if (about) return askForContact(nameOf(about, wordingOf(composing)), composing)
  return status === 'unknown' && !forOthers.has(intent) ? generalQuestion(composing) : undefined
}

/** What is asked for is itself how to reach somebody. */
const tellsContact: ReadonlySet<string> = new Set(['contact', 'list-contacts', 'phone', 'address'])
/** Nobody here can help with it. */
const forOthers: ReadonlySet<string> = new Set(['individual-case'])

function hasContact(entry: Entry, composing: Composing): boolean {
  if (!composing.tools.holds('contact', entry)) return false
  return statementsOf(entry, wordingOf(composing)).some(({ about, absent }) => about.includes('contact') && !absent)
}

/** The series that an entry is part of, then who organises it. */
function ownersOf(entry: Entry, { tools: { knowledge } }: Composing): Entry[] {
  const series = 'series' in entry && entry.series ? [entry.series] : []
  const organisers = entry.kind === 'event' ? (entry.organisers ?? []).map(({ organisation }) => organisation) : []
  return [...series, ...organisers].flatMap((id) => knowledge.entries.get(id) ?? [])
}

/** Asks for the general contact by what it is the contact for, rather a subject than a single meeting. */
function generalQuestion(composing: Composing): string | undefined {
  const { knowledge } = composing.tools
  const contact = entriesOf(knowledge, 'contact').find(({ general }) => general)
  return contact && askForContact(nameOf(subjectOf(contact, composing) ?? contact, wordingOf(composing)), composing)
}

function subjectOf({ for: ids = [] }: Contact, { tools: { knowledge } }: Composing): Entry | undefined {
  const subjects = ids.flatMap((id) => knowledge.entries.get(id) ?? [])
  return subjects.find(({ kind }) => kind !== 'event') ?? subjects[0]
}
