import type { Meeting } from '../calendar/meeting.ts'
import type { Target } from '../store/subscriptions.ts'

/** The meetings that a subscription is about, each once. Looking them up costs nothing, however many there are. */
export type TargetedMeetings = (target: Target) => readonly Meeting[]

/** Sorts meetings by all that can be subscribed to. */
export function targetedMeetings(meetings: readonly Meeting[]): TargetedMeetings {
  const byEvent = groupBy(meetings, ({ id, eventId }) => [...new Set([id, eventId])])
  const bySeries = groupBy(meetings, (meeting) => meeting.of)
  const byRegion = groupBy(meetings, ({ region }) => (region === undefined ? [] : [region]))
  return ({ kind, id }) => {
    switch (kind) {
      case 'all':
        return meetings
      case 'event':
        return byEvent.get(id) ?? []
      case 'region':
        return byRegion.get(id) ?? []
      default:
        return bySeries.get(id) ?? []
    }
  }
}

function groupBy(
  meetings: readonly Meeting[],
  idsOf: (meeting: Meeting) => readonly string[],
): ReadonlyMap<string, readonly Meeting[]> {
  const groups = new Map<string, Meeting[]>()
  for (const meeting of meetings) {
    for (const id of idsOf(meeting)) {
      const group = groups.get(id)
      if (group) group.push(meeting)
      else groups.set(id, [meeting])
    }
  }
  return groups
}
