import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Reminders } from '../../src/reminders/reminders.ts'
import type { Store } from '../../src/store/store.ts'
import type { AsyncFocalPoint } from '../async-focal-point.ts'
import type { CalendarLink } from '../calendar-link.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'

/** What is answered from, and by whom. */
export type KnowingFocalPoint = AsyncFocalPoint & {
  readonly knowledge: Knowledge
  readonly knowledgeReadAt: Temporal.Instant
}

/** What answering in a chat takes, whatever the platform. */
export type ChatTools = {
  readonly focalPoint: KnowingFocalPoint
  readonly store: Pick<Store, 'seenEvents' | 'feedback' | 'keptAnswers'>
  /** Left out where there are no reminders. */
  readonly reminders?: Reminders | undefined
  /** Where the calendar file of an event is, in a language; left out where people cannot reach this service. */
  readonly calendarLink?: CalendarLink | undefined
  readonly clock: Clock
  readonly log: Log
}
