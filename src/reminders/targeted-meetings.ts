import type { Meeting } from '../calendar/meeting.ts'
import type { Target } from '../store/subscriptions.ts'

/** Days from one to another, both included, `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly to: string }

/** The meetings that a subscription is about and that start on one of the days, each once, the first in front. */
export type TargetedMeetings = (target: Target, days: Days) => readonly Meeting[]

/** Sorts meetings by all that can be subscribed to. Looking some up takes as long as there are of those days. */
export function targetedMeetings(meetings: readonly Meeting[]): TargetedMeetings {
  const all = meetings.toSorted((a, b) => (a.time.starts < b.time.starts ? -1 : 1))
  // One that takes the place of an occurrence is of the event of that too.
  const byEvent = groupBy(all, ({ id, eventId }) => [...new Set([id, eventId, ...id.split('@', 1)])])
  const bySeries = groupBy(all, (meeting) => meeting.of)
  const byRegion = groupBy(all, ({ region }) => (region === undefined ? [] : [region]))
  const groups = { all: undefined, event: byEvent, process: bySeries, series: bySeries, region: byRegion }
  return ({ kind, id }, days) => startingOn(groups[kind] ? (groups[kind].get(id) ?? []) : all, days)
}

/** Of meetings in the order of their starts. */
function startingOn(sorted: readonly Meeting[], { from, to }: Days): readonly Meeting[] {
  return sorted.slice(
    firstWhere(sorted, (day) => day >= from),
    firstWhere(sorted, (day) => day > to),
  )
}

/** The place of the first meeting whose day holds, as all behind it do; found by halving. */
function firstWhere(sorted: readonly Meeting[], holds: (day: string) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle]?.time.starts.slice(0, 10) ?? '')) high = middle
    else low = middle + 1
  }
  return low
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
