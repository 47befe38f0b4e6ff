import { setImmediate as letOthers } from 'node:timers/promises'
import type { Meeting } from '../calendar/meeting.ts'
import type { WantedDelivery } from '../store/delivery.ts'
import type { ReferenceKey } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { compareMeetings, wantedNotices } from './changes.ts'
import { type Planning, planning, wantedReminders } from './plan.ts'
import { targetedMeetings } from './targeted-meetings.ts'

/** Nobody else waits longer than about this for a plan. */
const longestMs = 20

type Planned = Pick<Store, 'subscriptions' | 'deliveries' | 'meetingStates'>

/** Brings the ledger in line with all subscriptions and meetings. The same again changes nothing. */
export async function planAll(store: Planned, meetings: readonly Meeting[], now: Temporal.Instant): Promise<void> {
  await planNotices(store, meetings, now)
  const plan = planning(targetedMeetings(meetings), now)
  for await (const page of store.subscriptions.all()) await planPage(page, store, plan)
}

/** The same for one conversation, whose subscriptions have changed or are gone. */
export async function planConversation(
  conversation: ReferenceKey,
  store: Planned,
  meetings: readonly Meeting[],
  now: Temporal.Instant,
): Promise<void> {
  const subscriptions = await store.subscriptions.listOf(conversation)
  const wanted = wantedReminders(subscriptions, planning(targetedMeetings(meetings), now))
  await store.deliveries.plan(wanted, { conversations: [conversation], kinds: ['reminder'] }, now.epochMilliseconds)
}

/** Notices first and states afterwards: what dies in between sees the same change again, and plans the same keys. */
async function planNotices(store: Planned, meetings: readonly Meeting[], now: Temporal.Instant): Promise<void> {
  const before = await store.meetingStates.find(meetings.map(({ id }) => id))
  const { changes, states } = compareMeetings(meetings, before)
  for (const change of changes) {
    const told = await store.deliveries.toldOf(change.meeting.id)
    await store.deliveries.plan(wantedNotices(change, told, now), nothingElse, now.epochMilliseconds)
  }
  await store.meetingStates.keep(states, now.epochMilliseconds)
}

const nothingElse = { conversations: [], kinds: [] }

async function planPage(page: readonly Subscription[], store: Planned, plan: Planning): Promise<void> {
  const conversations = [...Map.groupBy(page, nameOf).values()]
  const wanted: WantedDelivery[] = []
  let startedAt = performance.now()
  for (const subscriptions of conversations) {
    wanted.push(...wantedReminders(subscriptions, plan))
    if (performance.now() - startedAt < longestMs) continue
    await letOthers()
    startedAt = performance.now()
  }
  const keys = conversations.flatMap(([first]) => first ?? [])
  await store.deliveries.plan(wanted, { conversations: keys, kinds: ['reminder'] }, plan.now.epochMilliseconds)
}

function nameOf({ platform, workspace, conversationId }: ReferenceKey): string {
  return JSON.stringify([platform, workspace, conversationId])
}
