import { isRecurring } from '../calendar/occurrences.ts'
import type { Decision } from '../intents/decide.ts'
import { isWholeDay } from '../knowledge/event-time.ts'
import type { AnswerPart } from './answer.ts'
import type { Composing } from './composing.ts'
import { upcomingEvents } from './upcoming-events.ts'

/**
 * The id of the one event that a part is about, where somebody could still note its day: what the part names, else the
 * subject of the question. Undefined for one that is over, cancelled or on a day that is not known.
 */
export function meetingToCome(part: AnswerPart, decision: Decision, composing: Composing): string | undefined {
  const id = part.meeting ?? soleSubject(part, decision)
  return id !== undefined && isMeetingToCome(id, composing) ? id : undefined
}

/** A list and a question back are about several. */
function soleSubject({ status, isList, entries }: AnswerPart, { kind, reading }: Decision): string | undefined {
  if (kind !== 'answer' || status === 'clarify' || isList || entries.length > 0) return undefined
  return reading.subjects.length === 1 ? reading.subjects[0]?.id : undefined
}

function isMeetingToCome(id: string, { tools: { knowledge }, today }: Composing): boolean {
  const event = knowledge.entries.get(id)
  if (event?.kind !== 'event' || event.status === 'cancelled') return false
  if (!isRecurring(event) && !isWholeDay(event.starts)) return false
  return upcomingEvents([event], today, knowledge).length > 0
}
