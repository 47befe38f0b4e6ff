import type { Meeting } from '../calendar/meeting.ts'
import type { HeldDelivery } from '../store/delivery.ts'
import type { MeetingState } from '../store/meeting-states.ts'
import type { Store } from '../store/store.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { fingerprintOf, revisionIn } from './changes.ts'
import { LATER } from './deliver.ts'
import { digestMessage } from './digest.ts'
import type { MeetingCalendar } from './meeting-calendar.ts'
import type { MessagePart, ReminderMessage } from './message.ts'
import { noticePart, reminderPart, sentAgain, type Wording } from './wording.ts'

export type Telling = {
  readonly store: Pick<Store, 'subscriptions' | 'deliveries' | 'meetingStates'>
  readonly calendar: () => MeetingCalendar
  readonly now: () => Temporal.Instant
}

/**
 * What a delivery says now. Undefined where there is nothing to say any more: nobody wants it, or the meeting is cancelled, on
 * another day, or has changed again. `LATER` where a change is to be told that this process does not know yet.
 */
export async function contentOf(
  held: HeldDelivery,
  telling: Telling,
): Promise<ReminderMessage | typeof LATER | undefined> {
  const subscriptions = await activeOf(held, telling)
  const [first] = subscriptions
  if (!first) return undefined
  const { knowledge } = telling.calendar()
  const wording = { zone: first.zone, language: first.language, now: telling.now(), knowledge }
  if (held.kind === 'digest') return withNote(await digestOf(held, subscriptions, wording, telling), held)
  const part = await partOf(held, wording, telling)
  if (!part || part === LATER) return part
  const message: ReminderMessage = {
    kind: held.kind === 'reminder' ? 'reminder' : 'notice',
    language: first.language,
    headline: part.headline,
    parts: [part],
    notes: [],
    subscriptionIds: subscriptions.map(({ id }) => id),
  }
  return withNote(message, held)
}

async function activeOf(held: HeldDelivery, { store }: Telling): Promise<Subscription[]> {
  const found = await Promise.all(held.subscriptionIds.map((id) => store.subscriptions.find(id)))
  return found.filter((one) => one !== undefined).filter(({ isActive }) => isActive)
}

async function partOf(
  held: HeldDelivery,
  wording: Wording,
  telling: Telling,
): Promise<MessagePart | typeof LATER | undefined> {
  const meeting = telling.calendar().find(held.meetingId)
  if (!meeting) return undefined
  if (held.kind === 'changed' || held.kind === 'cancelled') {
    const found = await telling.store.meetingStates.find([held.meetingId])
    const news = lookAt(held, meeting, found.get(held.meetingId))
    return news === 'known' ? noticePart(meeting, held.kind, wording) : news
  }
  return isStillSo(held, meeting) ? reminderPart(meeting, wording) : undefined
}

function isStillSo({ key }: HeldDelivery, { id, time, status }: Meeting): boolean {
  return status === 'scheduled' && key.includes(`|${id}|${time.starts.slice(0, 10)}|`)
}

/** What has changed twice is told once. The state of a meeting is kept after its notices are planned, so it may be behind. */
function lookAt(
  { key }: HeldDelivery,
  meeting: Meeting,
  state: MeetingState | undefined,
): 'known' | typeof LATER | undefined {
  const revision = revisionIn(key)
  if (!state) return 'known'
  if (state.revision > revision) return undefined
  const isAsKept = state.fingerprint === fingerprintOf(meeting)
  return isAsKept === (state.revision === revision) ? 'known' : LATER
}

async function digestOf(
  held: HeldDelivery,
  subscriptions: readonly Subscription[],
  wording: Wording,
  { store, calendar }: Telling,
): Promise<ReminderMessage> {
  const meetings = meetingsOf(subscriptions, wording.now, calendar())
  const states = await store.meetingStates.find(meetings.map(({ id }) => id))
  const sinceMs = (await lastDigestAt(held, store)) ?? Math.min(...subscriptions.map(({ askedAtMs }) => askedAtMs))
  return digestMessage({ meetings, states, sinceMs, subscriptionIds: held.subscriptionIds }, wording)
}

/** All that any of the subscriptions is about within a year, each once, the first in front. */
function meetingsOf(
  subscriptions: readonly Subscription[],
  now: Temporal.Instant,
  { meetingsFor }: MeetingCalendar,
): Meeting[] {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const days = { from: today.subtract({ days: 40 }).toString(), to: today.add({ years: 1 }).toString() }
  const all = new Set(subscriptions.flatMap(({ target }) => meetingsFor(target, days)))
  return [...all].sort((a, b) => (a.time.starts < b.time.starts ? -1 : 1))
}

async function lastDigestAt(held: HeldDelivery, { deliveries }: Telling['store']): Promise<number | undefined> {
  const last = await deliveries.lastOf(held, 200)
  return last.find(({ kind, key, state }) => kind === 'digest' && state === 'sent' && key !== held.key)?.sendStartedAtMs
}

function withNote(message: ReminderMessage, { isUncertain }: HeldDelivery): ReminderMessage {
  return isUncertain ? { ...message, notes: [...message.notes, sentAgain[message.language]] } : message
}
