import type { Knowledge } from '../knowledge/knowledge.ts'
import type { DeliveryOutcome, HeldDelivery } from '../store/delivery.ts'
import type { Platform } from '../store/platform.ts'
import type { ReferenceKey } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import { contentOf } from './contents.ts'
import { type Clock, DeliveryLoop } from './delivery-loop.ts'
import { leaveConversation, type Owner } from './leave-conversation.ts'
import type { MeetingCalendar } from './meeting-calendar.ts'
import type { ReminderMessage } from './message.ts'
import type { Pacing } from './pacing.ts'
import { planConversation, planNotices, planSubscriptions } from './planner.ts'
import type { Sender } from './sender.ts'
import { combineMessages } from './wording.ts'

export type { Owner } from './leave-conversation.ts'

/** A platform that reminders are sent on. */
export type ReminderSender = Sender<ReminderMessage> & {
  /** Tells people who asked for reminders, in their own conversation, that these have ended and why. */
  readonly tellOwner?: (owner: Owner) => Promise<void>
}

export type ReminderLoopOptions = {
  readonly store: Store
  readonly senders: Readonly<Partial<Record<Platform, ReminderSender>>>
  readonly clock: Clock
  /** The meetings of now. */
  readonly calendar: () => MeetingCalendar
  readonly onUnknown?: 'resend-once' | 'never' | undefined
  readonly pacing?: Pacing | undefined
  /** Told how each delivery ended. */
  readonly onEnd?: ((delivery: HeldDelivery, end: DeliveryOutcome['kind'] | 'unconfirmed') => void) | undefined
  /** Told of a failure that is no outcome of sending. */
  readonly onFailure: (error: unknown) => void
}

/** Plans and sends reminders, beside any number of other processes on the same store. */
export type ReminderLoop = {
  start(): void
  /** Claims nothing more, finishes what is being sent, and gives back the rest: within ten seconds. */
  stop(): Promise<void>
  /** To be told when the knowledge is another. */
  knowledgeChanged(): void
  /** Plans anew what a conversation gets whose subscriptions have changed. */
  replan(conversation: ReferenceKey): Promise<void>
}

const planMs = 15 * 60_000
const planAgainMs = 60_000

export function createReminderLoop(options: ReminderLoopOptions): ReminderLoop {
  const { store, senders, clock, calendar, onFailure } = options
  const now = () => clock.now()
  const stopped = new AbortController()
  let nap = new AbortController()
  let seen: Knowledge | undefined
  let planning: Promise<void> | undefined

  /** Compares meetings only when others are known: of two processes, one may know of a change before the other. */
  async function planOnce(): Promise<void> {
    const { meetings, meetingsFor, knowledge } = calendar()
    if (seen !== knowledge) await planNotices(store, meetings, now())
    seen = knowledge
    await planSubscriptions(store, meetingsFor, now())
  }
  async function planOnAndOn(): Promise<void> {
    while (!stopped.signal.aborted) {
      nap = new AbortController()
      const waitMs = await planOnce().then(
        () => planMs,
        (error: unknown) => {
          onFailure(error)
          return planAgainMs
        },
      )
      // What became outdated while nobody ran is put right before anything is sent.
      deliveries.start()
      if (!stopped.signal.aborted) await clock.sleep(waitMs, nap.signal)
    }
  }
  /** Nothing gets to that conversation any more; ends its reminders, and tells who asked for them. */
  async function leave(conversation: ReferenceKey, reason: string): Promise<void> {
    const owners = await leaveConversation(conversation, reason, { store, now: now() })
    await replan(conversation)
    const tellOwner = senders[conversation.platform]?.tellOwner
    for (const owner of owners) await tellOwner?.(owner).catch(onFailure)
  }
  async function replan(conversation: ReferenceKey): Promise<void> {
    await planConversation(conversation, store, calendar().meetingsFor, now())
  }

  const deliveries = new DeliveryLoop<ReminderMessage>({
    ...options,
    deliveries: store.deliveries,
    contentOf: (held) => contentOf(held, { store, calendar, now }),
    combine: combineMessages,
    onGone: leave,
  })
  return {
    start: () => {
      planning ??= planOnAndOn()
    },
    stop: async () => {
      stopped.abort()
      nap.abort()
      await Promise.all([deliveries.stop(), planning])
    },
    knowledgeChanged: () => nap.abort(),
    replan,
  }
}
