import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { createReminders } from '../src/reminders/create-reminders.ts'
import { currentCalendar, type MeetingCalendar } from '../src/reminders/meeting-calendar.ts'
import { createReminderLoop, type ReminderLoop, type ReminderSender } from '../src/reminders/reminder-loop.ts'
import type { Reminders } from '../src/reminders/reminders.ts'
import type { Platform } from '../src/store/platform.ts'
import type { Store } from '../src/store/store.ts'
import type { AsyncFocalPoint } from './async-focal-point.ts'
import { type Clock, systemClock } from './clock.ts'
import { describeError, type Log } from './log.ts'

type Options = {
  readonly focalPoint: Pick<AsyncFocalPoint, 'findTargets'> & {
    readonly knowledge: Knowledge
    /** Calls back after each change of the knowledge. */
    follow(onChange: () => void): void
  }
  readonly store: Store
  readonly log: Log
  readonly clock?: Clock
}

export type ReminderSenders = Readonly<Partial<Record<Platform, ReminderSender>>>

/** Reminders in the service: what people want of them, and the sending of what is due. */
export class ReminderService {
  /** What chats carry out commands with. */
  readonly reminders: Reminders
  readonly #options: Options & { readonly clock: Clock }
  readonly #calendar: () => MeetingCalendar
  #loop: ReminderLoop | undefined

  constructor({ clock = systemClock, ...options }: Options) {
    const { focalPoint, store } = options
    const now = () => clock.now()
    this.#options = { ...options, clock }
    this.#calendar = currentCalendar(() => focalPoint.knowledge, now)
    this.reminders = createReminders({
      store,
      calendar: this.#calendar,
      findTargets: (query) => focalPoint.findTargets(query),
      now,
    })
  }

  /** Plans and sends from now on, on the platforms that there is a sender for. */
  start(senders: ReminderSenders): void {
    const { focalPoint, store, log, clock } = this.#options
    const loop = createReminderLoop({
      store,
      senders,
      clock,
      calendar: this.#calendar,
      onEnd: ({ platform, kind, key, attempt }, end) => log.info('reminder', { platform, kind, key, attempt, end }),
      onFailure: (error) => log.error('reminders failed', describeError(error)),
    })
    this.#loop = loop
    focalPoint.follow(() => loop.knowledgeChanged())
    loop.start()
  }

  /** Claims nothing more, and lets what is being sent finish for `graceMs` milliseconds. */
  async stop(graceMs: number): Promise<void> {
    const inTime = new AbortController()
    await Promise.race([this.#loop?.stop(), this.#options.clock.sleep(graceMs, inTime.signal)])
    inTime.abort()
  }
}
