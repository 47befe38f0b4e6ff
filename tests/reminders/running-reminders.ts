import type { Event, Knowledge } from '../../src/knowledge/knowledge.ts'
import { currentCalendar } from '../../src/reminders/meeting-calendar.ts'
import type { ReminderMessage } from '../../src/reminders/message.ts'
import {
  createReminderLoop,
  type Owner,
  type ReminderLoop,
  type ReminderLoopOptions,
} from '../../src/reminders/reminder-loop.ts'
import type { SendOutcome } from '../../src/reminders/sender.ts'
import { toMessageText } from '../../src/reminders/wording.ts'
import type { HeldDelivery } from '../../src/store/delivery.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { NewSubscription, Subscription } from '../../src/store/subscriptions.ts'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { TestClock } from '../adapters/test-clock.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'
import { aReference, aSubscription, place } from '../store/reminder-builders.ts'

/** Monday 1 March 2027, nine in the morning in Zurich. */
export const start = Temporal.Instant.from('2027-03-01T08:00:00Z')

/** Wednesday 10 March 2027, 14:00 in Zurich. */
export function aWorkshop(changes: Partial<Event> = {}): Event {
  return anEvent('Workshop', { starts: '2027-03-10', time: '14:00', zone: 'Europe/Zurich', ...changes })
}

/** What a conversation got, and when. */
export type Got = {
  readonly at: string
  readonly conversationId: string
  readonly text: string
  readonly keys: readonly string[]
}

export type RunningReminders = AsyncDisposable & {
  readonly store: Store
  readonly clock: TestClock
  readonly got: Got[]
  /** How the platform answers: the first answers first, then that it was sent. */
  readonly answers: SendOutcome[]
  readonly told: Owner[]
  readonly failures: unknown[]
  /** Somebody in Zurich wants to be reminded of all meetings a day before. */
  subscribe(changes?: Partial<NewSubscription>): Promise<Subscription>
  /** Starts a process, and waits until it has planned and sent what is due. */
  begin(options?: Partial<ReminderLoopOptions>): Promise<ReminderLoop>
  /** Lets time pass and waits until all that is due by then is done; a little more time may pass. */
  pass(duration: Temporal.DurationLike): Promise<void>
  /** The same without anybody running. */
  passStopped(duration: Temporal.DurationLike): void
  /** Other meetings are known, and all processes that run have planned anew. */
  learn(...events: readonly Event[]): Promise<void>
  stop(): Promise<void>
}

const heldStates = ['leased', 'sending', 'checking'] as const
const lookMs = 1000
const planMs = 15 * 60_000

/** Reminders of invented meetings, over a store of their own, on a platform that only notes what it gets. */
export async function runningReminders(...events: readonly Event[]): Promise<RunningReminders> {
  const folder = aFolder()
  const store = await openStore(folder.path)
  const clock = new TestClock(start)
  const got: Got[] = []
  const answers: SendOutcome[] = []
  const told: Owner[] = []
  const failures: unknown[] = []
  const loops: ReminderLoop[] = []
  let knowledge = knowledgeOf(events)
  let onPlanned: (() => void)[] = []
  /** When each process plans next. */
  let plansAt: number[] = []

  async function send(delivery: HeldDelivery, message: ReminderMessage, keys: readonly string[]): Promise<SendOutcome> {
    const at = clock.now().toString({ smallestUnit: 'second' })
    got.push({ at, conversationId: delivery.conversationId, text: toMessageText(message), keys })
    return answers.shift() ?? { kind: 'sent', ref: `ref-${got.length}` }
  }
  /** Whoever goes to sleep for so long has planned. */
  function sleep(ms: number, calledOff?: AbortSignal): Promise<void> {
    const slept = clock.sleep(ms, calledOff)
    if (ms !== planMs) return slept
    plansAt.push(clock.now().epochMilliseconds + ms)
    for (const tell of onPlanned.splice(0, 1)) tell()
    return slept
  }
  async function planned(count: number, doing: () => void): Promise<void> {
    const all = Array.from({ length: count }, () => Promise.withResolvers<void>())
    onPlanned = all.map(({ resolve }) => resolve)
    doing()
    await Promise.all(all.map(({ promise }) => promise))
  }
  async function isBusy(): Promise<boolean> {
    const due = await store.deliveries.due(clock.now().epochMilliseconds, 1)
    const held = await Promise.all(heldStates.map((state) => store.deliveries.inState(state, 1)))
    return due.length + held.flat().length > 0
  }
  async function settle(): Promise<void> {
    do await clock.passSleepOf(lookMs)
    while (await isBusy())
  }
  async function stop(): Promise<void> {
    plansAt = []
    await Promise.all(loops.splice(0).map((loop) => loop.stop()))
  }

  await store.references.keep(aReference(), start.epochMilliseconds)
  return {
    store,
    clock,
    got,
    answers,
    told,
    failures,
    stop,
    subscribe: (changes) => {
      const all = { target: { kind: 'all', id: '' }, leads: ['P1D'], at: undefined, zone: 'Europe/Zurich' } as const
      return store.subscriptions.add(aSubscription({ ...all, ...changes }), clock.now().epochMilliseconds)
    },
    begin: async (options = {}) => {
      const sender = { send, tellOwner: async (owner: Owner) => void told.push(owner) }
      const loop = createReminderLoop({
        store,
        senders: { slack: sender },
        clock: { now: () => clock.now(), sleep },
        calendar: currentCalendar(
          () => knowledge,
          () => clock.now(),
        ),
        onFailure: (error) => failures.push(error),
        ...options,
      })
      loops.push(loop)
      await planned(1, () => loop.start())
      await settle()
      return loop
    },
    pass: async (duration) => {
      const atMs = clock.now().epochMilliseconds + msOf(duration)
      const later = plansAt.filter((planAt) => planAt > atMs)
      const count = plansAt.length - later.length
      plansAt = later
      await planned(count, () => clock.advance(msOf(duration)))
      await settle()
    },
    passStopped: (duration) => clock.advance(msOf(duration)),
    learn: async (...others) => {
      knowledge = knowledgeOf(others)
      plansAt = []
      await planned(loops.length, () => {
        for (const loop of loops) loop.knowledgeChanged()
      })
      if (loops.length > 0) await settle()
    },
    [Symbol.asyncDispose]: async () => {
      await stop()
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

/** What the conversation got, without the facts below each headline. */
export function headlinesIn({ got }: Pick<RunningReminders, 'got'>): string[] {
  return got.map(({ text }) => text.split('\n')[0] ?? '')
}

/** In what state the deliveries of the conversation are, by key behind the conversation. */
export async function ledgerOf({ store }: Pick<RunningReminders, 'store'>): Promise<string[]> {
  const states = ['pending', 'sending', 'sent', 'superseded', 'cancelled', 'expired', 'failed', 'unknown'] as const
  const rows = await Promise.all(states.map((state) => store.deliveries.inState(state, 100)))
  return rows.flat().map(({ key, state }) => `${state} ${key.replace(prefix, '')}`)
}

const prefix = [place.platform, place.workspace, place.conversationId, ''].join('|')

function knowledgeOf(events: readonly Event[]): Knowledge {
  return aSmallKnowledge({ entries: events })
}

function msOf(duration: Temporal.DurationLike): number {
  return Temporal.Duration.from(duration).total('milliseconds')
}
