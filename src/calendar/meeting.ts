import type { Words } from '../knowledge/language.ts'

/** When a meeting is, as far as is known. Days and times are those of the place. */
export type MeetingTime =
  | {
      readonly precision: 'day'
      /** The first and the last day, `YYYY-MM-DD`. */
      readonly starts: string
      readonly ends: string
      /** Undefined where the place does not tell it. */
      readonly zone: string | undefined
      /** The time on the clocks of the place, `HH:MM`, where one is known but not its zone. */
      readonly clock?: string
    }
  | {
      readonly precision: 'time'
      /** `YYYY-MM-DDTHH:MM`. */
      readonly starts: string
      /** Undefined where no time is known at which it ends. */
      readonly ends: string | undefined
      /** The last day, `YYYY-MM-DD`, also where it is not known when on that day it ends. */
      readonly lastDay: string
      /** The IANA name of the time zone. */
      readonly zone: string
    }

/** A meeting in time: an event of a known day, or one occurrence of an event that comes again. */
export type Meeting = {
  /**
   * The id of the event; of one occurrence `${eventId}@${YYYY-MM-DD}`. What takes the place of an occurrence has the id of that,
   * whatever its own day and event.
   */
  readonly id: string
  readonly eventId: string
  readonly title: Words
  readonly time: MeetingTime
  /** That it was moved is told by comparing with what was seen before. */
  readonly status: 'scheduled' | 'cancelled'
  /** The ids of the series (a process or a term) and the organisations that it belongs to. */
  readonly of: readonly string[]
  /** The id of its region, else of the first that its country is in. */
  readonly region: string | undefined
  /** "Bangkok, Thailand". */
  readonly place: Words | undefined
  readonly url: string | undefined
  /** Citations, `document:locator`. */
  readonly source: readonly string[]
}
