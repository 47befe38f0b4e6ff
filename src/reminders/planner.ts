import { setImmediate as letOthers } from 'node:timers/promises'
import type { Meeting } from '../calendar/meeting.ts'
import type { WantedDelivery } from '../store/delivery.ts'
import type { ReferenceKey } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { compareMeetings, wantedNotices } from './changes.ts'
import { wantedDigests } from './digest.ts'
import { type Planning, planning, wantedReminders } from './plan.ts'
import { sendableAt } from './put-off.ts'
import { spread } from './spread.ts'
import { type TargetedMeetings, targetedMeetings } from './targeted-meetings.ts'

/** Nobody else waits longer than about this for a plan. */
const longestMs = 20
/** Subscriptions that are planned at once: their transaction is short enough, too. */
const pageSize = 200

type Planned = Pick<Store, 'subscriptions' | 'deliveries' | 'meetingStates'>

/** Brings the ledger in line with all subscriptions and meetings. The same again changes nothing. */
export async function planAll(store: Planned, meetings: readonly Meeting[], now: Temporal.Instant): Promise<void> {
  await planNotices(store, meetings, now)
  await planSubscriptions(store, targetedMeetings(meetings), now)
}

/** The same where the meetings are those of the last time, and only time has passed. */
export async function planSubscriptions(
  store: Planned,
  meetingsFor: TargetedMeetings,
  now: Temporal.Instant,
): Promise<void> {
  const plan = planning(meetingsFor, now)
  for await (const page of store.subscriptions.all(pageSize)) await planPage(page, store, plan)
}

/** The same for one conversation, whose subscriptions have changed or are gone. */
export async function planConversation(
  conversation: ReferenceKey,
  store: Planned,
  meetingsFor: TargetedMeetings,
  now: Temporal.Instant,
): Promise<void> {
  const subscriptions = await store.subscriptions.listOf(conversation)
  const wanted = wantedBy(subscriptions, planning(meetingsFor, now))
  await store.deliveries.plan(wanted, { conversations: [conversation], kinds }, now.epochMilliseconds)
}

/** Notices first and states afterwards: what dies in between sees the same change again, and plans the same keys. */
export async function planNotices(store: Planned, meetings: readonly Meeting[], now: Temporal.Instant): Promise<void> {
  const before = await store.meetingStates.find(meetings.map(({ id }) => id))
  const { changes, states } = compareMeetings(meetings, before)
  for (const change of changes) {
    const told = await store.deliveries.toldOf(change.meeting.id)
    const wanted = await Promise.all(wantedNotices(change, told, now).map((one) => putOff(one, store)))
    await store.deliveries.plan(wanted, nothingElse, now.epochMilliseconds)
  }
  await store.meetingStates.keep(states, now.epochMilliseconds)
}

/** Quiet hours are quiet for notices too. */
async function putOff(notice: WantedDelivery, { subscriptions }: Planned): Promise<WantedDelivery> {
  const [first = ''] = notice.subscriptionIds
  const subscription = await subscriptions.find(first)
  if (!subscription) return notice
  const { quiet, zone } = subscription
  const rules = { quiet, zone, snoozedUntilMs: undefined }
  return { ...notice, nextAtMs: sendableAt(notice.dueAtMs, notice.expiresAtMs, rules) }
}

/** What a plan says all of. */
const kinds = ['reminder', 'digest'] as const
const nothingElse = { conversations: [], kinds: [] }

async function planPage(page: readonly Subscription[], store: Planned, plan: Planning): Promise<void> {
  const conversations = [...Map.groupBy(page, nameOf).values()]
  const wanted: WantedDelivery[] = []
  let startedAt = performance.now()
  for (const subscriptions of conversations) {
    wanted.push(...wantedBy(subscriptions, plan))
    if (performance.now() - startedAt < longestMs) continue
    await letOthers()
    startedAt = performance.now()
  }
  const keys = conversations.flatMap(([first]) => first ?? [])
  await store.deliveries.plan(spread(wanted), { conversations: keys, kinds }, plan.now.epochMilliseconds)
}

/** All that is wanted in one conversation. */
function wantedBy(subscriptions: readonly Subscription[], plan: Planning): WantedDelivery[] {
  return [...wantedReminders(subscriptions, plan), ...wantedDigests(subscriptions, plan.now)]
}

function nameOf({ platform, workspace, conversationId }: ReferenceKey): string {
  return JSON.stringify([platform, workspace, conversationId])
}
