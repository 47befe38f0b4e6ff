import type { CalendarEntry } from '../src/calendar/calendar-entries.ts'
import type { MeetingStates } from '../src/store/meeting-states.ts'

/** How often the meeting of an entry has changed so far. */
export type RevisionOf = (entry: CalendarEntry) => number

/**
 * Counts changes by what was seen of meetings. What comes again has changed as often as the one of its occurrences that
 * changed most; what is cancelled has changed at least once, even if nobody saw it before.
 */
export async function revisionsFrom(states: Pick<MeetingStates, 'revised'> | undefined): Promise<RevisionOf> {
  const revisions = (await states?.revised()) ?? new Map<string, number>()
  const ofSeries = new Map<string, number>()
  for (const [id, revision] of revisions) {
    const [eventId = id] = id.split('@')
    ofSeries.set(eventId, Math.max(revision, ofSeries.get(eventId) ?? 1))
  }
  return ({ meeting, repeats }) => {
    const revision = (repeats ? ofSeries.get(meeting.eventId) : revisions.get(meeting.id)) ?? 1
    return Math.max(revision - 1, meeting.status === 'cancelled' ? 1 : 0)
  }
}
