import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Naming } from './distinct-name.ts'
import type { FeedZones } from './feed-zones.ts'
import type { SeriesFinder } from './series-of.ts'

/** What reading an event takes. */
export type Reading = {
  readonly sourceId: string
  readonly knowledge: Knowledge
  readonly zones: FeedZones
  /** The zone of times that name none. */
  readonly home: string | undefined
  readonly seriesOf: SeriesFinder
  readonly nameOf: Naming
  /** Whether the whole calendar tells only what is cancelled. */
  readonly areCancelled: boolean
}
