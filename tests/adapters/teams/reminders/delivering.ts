import { setImmediate } from 'node:timers/promises'
import { currentCalendar } from '../../../../src/reminders/meeting-calendar.ts'
import { createReminderLoop, type ReminderLoop, type ReminderSender } from '../../../../src/reminders/reminder-loop.ts'
import type { DeliveryState } from '../../../../src/store/reminder-tables.ts'
import type { NewSubscription } from '../../../../src/store/subscriptions.ts'
import { anEvent, aSmallKnowledge } from '../../../intents/small-knowledge.ts'
import { aSubscription } from '../../../store/reminder-builders.ts'
import { objectsIn } from '../fake/fields.ts'
import type { AcceptedActivity } from '../fake/state/accepted-activities.ts'
import { personalConversationOf } from '../fake/state/conversation-ids.ts'
import { INES, type Person } from '../fake/state/people.ts'
import { topicsFocalPoint } from '../own-topics.ts'
import { type RunningAdapter, startAdapter } from '../running-adapter.ts'
import { saidIn } from '../shown-card.ts'
import { personalOf } from './reminding.ts'

/** An adapter with the loop of reminders beside it, for a workshop in an hour and a little more. */
export type Delivering = AsyncDisposable & {
  readonly running: RunningAdapter
  readonly failures: unknown[]
  /** Somebody wants to hear of the workshop an hour before, where they are known to be. */
  remind(person?: Person, more?: Partial<NewSubscription>): Promise<void>
  /** Starts a process that sends, and waits until it has planned. */
  begin(): Promise<ReminderLoop>
  /** Lets time pass as fast as all is done that falls into it. */
  passUntil(isReached: () => boolean, atMostMs?: number): Promise<void>
  pass(ms: number): Promise<void>
}

/** How long the loop sleeps between two looks for what is due, and between two plans. */
const lookMs = 1000
const planMs = 15 * 60_000
const tenMinutesMs = 600_000

export async function startDelivering(options: Parameters<typeof startAdapter>[0] = {}): Promise<Delivering> {
  const running = await startAdapter({ focalPoint: topicsFocalPoint(), ...options })
  const { store, clock, teams, adapter } = running
  const knowledge = aSmallKnowledge({ entries: [aWorkshopSoon(clock.now())] })
  const failures: unknown[] = []
  const loops: ReminderLoop[] = []
  const inFlight = new Set<Promise<unknown>>()
  const sender: ReminderSender = { ...adapter.sender, send: (...sent) => follow(adapter.sender.send(...sent)) }

  function follow<T>(work: Promise<T>): Promise<T> {
    const done = work.finally(() => inFlight.delete(done))
    inFlight.add(done)
    return done
  }
  /** Time stands while the store works, as that takes no time that matters. */
  const followed = {
    ...store,
    subscriptions: followAll(store.subscriptions, follow),
    deliveries: followAll(store.deliveries, follow),
    meetingStates: followAll(store.meetingStates, follow),
    references: followAll(store.references, follow),
  }
  /** Whoever goes to sleep for so long has planned. */
  function clockOf(onPlanned: () => void) {
    return {
      now: () => clock.now(),
      sleep: (ms: number, calledOff?: AbortSignal) => {
        if (ms === planMs) onPlanned()
        return clock.sleep(ms, calledOff)
      },
    }
  }
  async function passUntil(isReached: () => boolean, atMostMs = tenMinutesMs): Promise<void> {
    const endMs = clock.now().epochMilliseconds + atMostMs
    while (clock.now().epochMilliseconds < endMs && !isReached()) {
      await clock.passSleepOf((ms) => ms <= lookMs)
      do {
        await Promise.all(inFlight)
        await setImmediate()
      } while (inFlight.size > 0)
    }
  }
  return {
    running,
    failures,
    remind: async (person = INES, more = {}) => {
      const place = { ...personalOf(running, person), ...more }
      const nowMs = clock.now().epochMilliseconds
      const { platform, workspace, conversationId } = place
      const reference = {
        platform,
        workspace,
        conversationId,
        serviceUrl: teams.serviceUrl,
        botId: `28:${teams.appId}`,
      }
      const isPersonal = conversationId === personalConversationOf(person.id)
      const kind = isPersonal ? ('personal' as const) : ('channel' as const)
      const rest = { kind, teamId: undefined, userId: isPersonal ? person.id : undefined, locale: 'en' }
      await store.references.keep({ ...reference, ...rest }, nowMs)
      const wanted = { target: { kind: 'event', id: 'soon' }, leads: ['PT1H'], at: undefined, zone: 'UTC' } as const
      await store.subscriptions.add(aSubscription({ ...wanted, createdBy: person.id, ...place }), nowMs)
    },
    begin: async () => {
      const { promise: planned, resolve: onPlanned } = Promise.withResolvers<void>()
      const parts = {
        store: followed,
        senders: { teams: sender },
        clock: clockOf(onPlanned),
        calendar: currentCalendar(
          () => knowledge,
          () => clock.now(),
        ),
      }
      const loop = createReminderLoop({ ...parts, onFailure: (error) => failures.push(error) })
      loops.push(loop)
      loop.start()
      await planned
      return loop
    },
    passUntil,
    pass: (ms) => passUntil(() => false, ms),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
      await running[Symbol.asyncDispose]()
    },
  }
}

type Follow = <T>(work: Promise<T>) => Promise<T>

function followAll<T extends object>(part: T, follow: Follow): T {
  return new Proxy(part, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name)
      if (typeof found !== 'function') return found
      return (...given: unknown[]) => {
        const result: unknown = found.apply(target, given)
        return result instanceof Promise ? follow(result) : result
      }
    },
  })
}

/** What Teams has taken of the reminder, in the order in which it came. */
export function toldOf({ running: { teams } }: Pick<Delivering, 'running'>): AcceptedActivity[] {
  return teams.messages.filter(
    (message) => objectsIn(message.body, 'attachments').length > 0 && /Soon/.test(saidIn(message)),
  )
}

/** How many deliveries are in that state. */
export async function countIn(
  { running: { store } }: Pick<Delivering, 'running'>,
  state: DeliveryState,
): Promise<number> {
  return (await store.deliveries.inState(state, 1000)).length
}

function aWorkshopSoon(now: Temporal.Instant) {
  const start = now
    .toZonedDateTimeISO('UTC')
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    .add({ minutes: 62 })
  const [starts, time] = [start.toPlainDate().toString(), start.toPlainTime().toString().slice(0, 5)]
  return { ...anEvent('Soon', { starts, time, zone: 'UTC' }) }
}
