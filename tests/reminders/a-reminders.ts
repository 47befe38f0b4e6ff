import type { TargetQuery } from '../../src/calendar/meeting-target.ts'
import { findMeetingTargets } from '../../src/intents/meeting-targets.ts'
import type { Understanding } from '../../src/intents/understanding.ts'
import type { Asking, ReminderPlace } from '../../src/reminders/asking.ts'
import { createReminders } from '../../src/reminders/create-reminders.ts'
import { meetingCalendar } from '../../src/reminders/meeting-calendar.ts'
import type { Reminders } from '../../src/reminders/reminders.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { learn } from '../adapters/own-focal-point.ts'
import { loadUpcomingKnowledge } from '../answers/upcoming-knowledge.ts'

/** A Tuesday, ten in the morning in Zurich. */
export const now = Temporal.Instant.from('2026-12-01T09:00:00Z')

const workspace = { platform: 'slack', workspace: 'T1' } as const
export const direct: ReminderPlace = { ...workspace, conversationId: 'D1', isPersonal: true }
export const general: ReminderPlace = { ...workspace, conversationId: 'C1', isPersonal: false, name: '#general' }

/** Somebody in Zurich writes directly to the app; #general is the only channel there is. */
export function asking(changes: Partial<Asking> = {}): Asking {
  return {
    ...workspace,
    person: 'U1',
    language: 'en',
    zone: 'Europe/Zurich',
    isPrivate: true,
    here: direct,
    personal: async () => direct,
    channel: async (written) => (written === '#general' ? general : 'unknown'),
    isManager: async () => false,
    ...changes,
  }
}

/** The same person in the channel, where all see the reply. */
export function inChannel(changes: Partial<Asking> = {}): Asking {
  return asking({ here: general, isPrivate: false, ...changes })
}

let learnt: Understanding | undefined

export type TestReminders = AsyncDisposable & { readonly reminders: Reminders; readonly store: Store }

/** Reminders over the shipped knowledge with invented meetings to come, and a store of their own. */
export async function someReminders(talkedAbout: readonly string[] = []): Promise<TestReminders> {
  learnt ??= learn(loadUpcomingKnowledge())
  const tools = learnt
  const folder = aFolder()
  const store = await openStore(folder.path)
  const calendar = meetingCalendar(tools.knowledge, now)
  const about = talkedAbout.map((id) => tools.knowledge.entries.get(id)).filter((entry) => entry !== undefined)
  const findTargets = async (query: TargetQuery) => findMeetingTargets(query, tools, about)
  return {
    store,
    reminders: createReminders({ store, calendar: () => calendar, findTargets, now: () => now }),
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}
