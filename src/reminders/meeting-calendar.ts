import type { Meeting } from '../calendar/meeting.ts'
import { meetingsOf } from '../calendar/meetings-of.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type TargetedMeetings, targetedMeetings } from './targeted-meetings.ts'

/** The meetings that reminders can be about, and what else is known of them. */
export type MeetingCalendar = {
  readonly knowledge: Knowledge
  readonly meetings: readonly Meeting[]
  readonly meetingsFor: TargetedMeetings
  find(id: string): Meeting | undefined
}

/** Nobody is reminded longer ahead than a year; who was told of a meeting is told as well that it is put off for long. */
const yearsAhead = 3
/** What was held up is still known. */
const daysBack = 40

export function meetingCalendar(knowledge: Knowledge, now: Temporal.Instant): MeetingCalendar {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const range = { from: today.subtract({ days: daysBack }), to: today.add({ years: yearsAhead }) }
  const meetings = meetingsOf(knowledge, range)
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  return { knowledge, meetings, meetingsFor: targetedMeetings(meetings), find: (id) => byId.get(id) }
}

/** The calendar of now; made anew only when the knowledge changes, and each day. */
export function currentCalendar(knowledge: () => Knowledge, now: () => Temporal.Instant): () => MeetingCalendar {
  let made: { readonly day: string; readonly calendar: MeetingCalendar } | undefined
  return () => {
    const at = now()
    const day = at.toString().slice(0, 10)
    if (made?.calendar.knowledge !== knowledge() || made.day !== day) {
      made = { day, calendar: meetingCalendar(knowledge(), at) }
    }
    return made.calendar
  }
}
