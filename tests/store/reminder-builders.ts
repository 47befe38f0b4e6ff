import type { WantedDelivery } from '../../src/store/delivery.ts'
import type { MeetingState } from '../../src/store/meeting-states.ts'
import type { ConversationReference, ReferenceKey } from '../../src/store/references.ts'
import type { Store } from '../../src/store/store.ts'
import type { NewSubscription } from '../../src/store/subscriptions.ts'

export const NOW = Date.UTC(2027, 2, 3, 8)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const place: ReferenceKey = { platform: 'slack', workspace: 'T1', conversationId: 'C1' }
export const otherPlace: ReferenceKey = { ...place, conversationId: 'C2' }

/** The conversation as it is kept. */
export function aReference(key = place): ConversationReference {
  const { platform, workspace, conversationId } = key
  const rest = { teamId: undefined, serviceUrl: '', botId: 'B1', userId: undefined, locale: undefined }
  return { platform, workspace, conversationId, kind: 'channel', ...rest }
}

export function aSubscription(changes: Partial<NewSubscription> = {}): NewSubscription {
  return {
    ...place,
    createdBy: 'U1',
    kind: 'reminder',
    target: { kind: 'process', id: 'almaty-process' },
    leads: ['P14D', 'PT1H'],
    at: '09:00',
    weekday: undefined,
    zone: 'Asia/Almaty',
    language: 'en',
    quiet: undefined,
    ...changes,
  }
}

/** A reminder of one meeting; the key follows from the conversation, the meeting and the lead unless it is given. */
export function aDelivery(changes: Partial<WantedDelivery> = {}): WantedDelivery {
  const delivery = {
    ...place,
    meetingId: 'meeting-1',
    kind: 'reminder',
    lead: 'PT1H',
    subscriptionIds: ['s1'],
    dueAtMs: NOW,
    expiresAtMs: NOW + HOUR,
    ...changes,
  } as const
  const { platform, workspace, conversationId, meetingId, lead } = delivery
  return { key: [platform, workspace, conversationId, meetingId, '2027-03-03', lead].join('|'), ...delivery }
}

export function aMeetingState(changes: Partial<MeetingState> = {}): MeetingState {
  return {
    meetingId: 'meeting-1',
    revision: 1,
    fingerprint: 'f1',
    precision: 'time',
    starts: '2027-03-03T15:00',
    ends: undefined,
    zone: 'Asia/Almaty',
    status: 'scheduled',
    ...changes,
  }
}

/** Plans these as all that is wanted in both conversations. */
export function plan(store: Store, wanted: readonly WantedDelivery[], nowMs = NOW - DAY) {
  return store.deliveries.plan(wanted, { conversations: [place, otherPlace], kinds: ['reminder'] }, nowMs)
}

/** Claims the only delivery that is due. */
export async function claimOne(store: Store, nowMs = NOW, leaseMs = MINUTE) {
  const [delivery, ...others] = await store.deliveries.claim(50, nowMs, leaseMs)
  if (!delivery || others.length > 0)
    throw new Error(`${others.length + (delivery ? 1 : 0)} deliveries were due, not 1`)
  return delivery
}
