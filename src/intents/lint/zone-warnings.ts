import { zoneOfEvent } from '../../calendar/time-zones.ts'
import { entriesOf } from '../../knowledge/knowledge.ts'
import type { LocatedKnowledge } from '../../knowledge/located-knowledge.ts'
import type { Warning } from '../../knowledge/problem.ts'

/** The times of events of which nobody can tell where the clock stands that shows them. */
export function warnOfUnknownZones({ knowledge, locate }: LocatedKnowledge): Warning[] {
  return entriesOf(knowledge, 'event')
    .filter((event) => event.time !== undefined && zoneOfEvent(event, knowledge) === undefined)
    .map(({ id }) => ({ ...locate({ in: 'entries', id }, ['time']), message }))
}

const message =
  'the time zone is not known; give the event a "zone", or add the city to knowledge/cities, or nobody is reminded at a time'
