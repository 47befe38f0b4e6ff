import { byTime } from '../intents/series-index.ts'
import type { Reading } from '../intents/understand.ts'
import type { Understanding } from '../intents/understanding.ts'
import { type Entry, type Event, entryOf, listOf } from '../knowledge/knowledge.ts'
import type { Words } from '../knowledge/language.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { eventLine } from './event-line.ts'
import { noneUpcoming } from './next-meeting.ts'
import { referTo } from './source-references.ts'
import { examplesFor, suggestFor } from './suggestions.ts'
import { upcomingEvents } from './upcoming-events.ts'

/** Meetings that are told in place of a reminder: those to come, else the last ones. */
const mostMeetings = 3

/** Declines to set a reminder, and tells what is known of when the meetings are that were to be reminded of. */
export function reminderAnswer({ intent, ...reading }: Reading, composing: Composing): AnswerPart {
  const { language, tools, today } = composing
  const subjects = reading.subjects.filter((entry) => isHeld(entry, tools))
  const [first] = subjects
  const meetings = first ? subjects.flatMap((entry) => meetingsOf(entry, tools)) : tools.series.events
  const next = upcomingEvents([...new Set(meetings)], today, tools.knowledge).slice(0, mostMeetings)
  const told = next.length > 0 ? next : first ? lastOf(meetings) : []
  const lead = next.length > 0 ? [cannotRemind[language]] : [cannotRemind[language], noneUpcoming(first, composing)]
  const sources = told.flatMap((event) => listOf(event.source))
  return {
    ...answeredPart(intent, lead.join(' '), referTo(sources, composing)),
    status: 'unknown',
    facts: told.map((event) => eventLine(event, wordingOf(composing))),
    related: told.length > 0,
    suggestions: first ? suggestFor(first, intent, composing) : examplesFor(composing),
  }
}

/** Whether it is a meeting or has some, as a process does even if none is known. */
function isHeld(entry: Entry, { series }: Understanding): boolean {
  return (
    entry.kind === 'event' ||
    entry.kind === 'process' ||
    series.membersOf(entry).length > 0 ||
    entry.kind === 'dialogue'
  )
}

/** A meeting itself, or those of a process or of a year. */
function meetingsOf(entry: Entry, tools: Understanding): readonly Event[] {
  if (entry.kind === 'event') return [entry]
  if (entry.kind === 'dialogue')
    return entry.items.flatMap(({ event }) => (event ? [entryOf(tools.knowledge, 'event', event)] : []))
  return tools.series.membersOf(entry).flatMap((member) => meetingsOf(member, tools))
}

function lastOf(meetings: readonly Event[]): Event[] {
  return [...new Set(meetings)]
    .filter(({ starts, year }) => starts ?? year)
    .sort(byTime)
    .slice(-mostMeetings)
}

const cannotRemind: Words = {
  en: 'I cannot set reminders here; in Slack and Teams I can.',
  fr: 'Je ne peux pas programmer de rappel ici, mais dans Slack et Teams, oui.',
  es: 'Aquí no puedo programar recordatorios; en Slack y Teams, sí.',
}
