import type { Meeting } from '../calendar/meeting.ts'
import { overAt } from '../calendar/meeting-times.ts'
import type { Words } from '../knowledge/language.ts'
import type { WantedDelivery } from '../store/delivery.ts'
import type { KeptMeetingState } from '../store/meeting-states.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { defaultAt } from './leads.ts'
import type { ReminderMessage } from './message.ts'
import { horizonMs } from './plan.ts'
import { sendableAt } from './put-off.ts'
import { listedPart, type Wording } from './wording.ts'

/** A list of more cannot be read in a chat. */
const mostListed = 12
const mostNews = 8

/** The weekly digests of a conversation that are due within 48 hours, and the last one if it was missed; one a day. */
export function wantedDigests(subscriptions: readonly Subscription[], now: Temporal.Instant): WantedDelivery[] {
  const wanted = new Map<string, WantedDelivery>()
  for (const subscription of subscriptions) {
    if (subscription.kind !== 'digest' || !subscription.isActive) continue
    for (const due of duesOf(subscription, now)) {
      const delivery = digest(subscription, due)
      const other = wanted.get(delivery.key)
      const subscriptionIds = [...(other?.subscriptionIds ?? []), subscription.id].sort()
      wanted.set(delivery.key, { ...(other ?? delivery), subscriptionIds })
    }
  }
  return [...wanted.values()]
}

/** When the digest comes next. */
export function nextDigest(subscription: Subscription, now: Temporal.Instant): Temporal.ZonedDateTime {
  const last = lastDigest(subscription, now)
  return Temporal.ZonedDateTime.compare(last, now.toZonedDateTimeISO(subscription.zone)) > 0
    ? last
    : last.add({ weeks: 1 })
}

function duesOf(subscription: Subscription, now: Temporal.Instant): Temporal.ZonedDateTime[] {
  const next = nextDigest(subscription, now)
  const last = next.subtract({ weeks: 1 })
  const isMissed = last.epochMilliseconds >= subscription.askedAtMs
  const isSoon = next.epochMilliseconds <= now.epochMilliseconds + horizonMs
  return [...(isMissed ? [last] : []), ...(isSoon ? [next] : [])]
}

/** The last one up to today, which may be later today. */
function lastDigest(
  { weekday = 1, at = defaultAt, zone }: Subscription,
  now: Temporal.Instant,
): Temporal.ZonedDateTime {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const days = (today.dayOfWeek - weekday + 7) % 7
  return today.subtract({ days }).toZonedDateTime({ timeZone: zone, plainTime: at })
}

function digest(subscription: Subscription, due: Temporal.ZonedDateTime): WantedDelivery {
  const { platform, workspace, conversationId, id } = subscription
  const dueAtMs = due.epochMilliseconds
  const expiresAtMs = due.add({ weeks: 1 }).epochMilliseconds
  return {
    key: [platform, workspace, conversationId, 'digest', due.toPlainDate().toString()].join('|'),
    platform,
    workspace,
    conversationId,
    meetingId: '',
    kind: 'digest',
    lead: '',
    subscriptionIds: [id],
    dueAtMs,
    expiresAtMs,
    nextAtMs: sendableAt(dueAtMs, expiresAtMs, subscription),
  }
}

/** What a digest is made of. */
export type DigestParts = {
  /** The meetings that were subscribed to, the first in front. */
  readonly meetings: readonly Meeting[]
  readonly states: ReadonlyMap<string, KeptMeetingState>
  /** When the last digest was sent, or else asked for. */
  readonly sinceMs: number
  readonly subscriptionIds: readonly string[]
}

/** The meetings to come, and what has changed since the last digest. */
export function digestMessage(
  { meetings, states, sinceMs, subscriptionIds }: DigestParts,
  wording: Wording,
): ReminderMessage {
  const { language, zone, now } = wording
  const toCome = meetings.filter((meeting) => Temporal.Instant.compare(overAt(meeting, zone), now) > 0)
  const listed = toCome.map((meeting) => ({ meeting, news: newsOf(meeting, states.get(meeting.id), sinceMs) }))
  const news = listed.filter(({ news }) => news !== undefined)
  const others = listed.filter((one) => one.news === undefined && one.meeting.status === 'scheduled')
  const shownNews = news.slice(0, mostNews)
  const shown = [...shownNews, ...others.slice(0, mostListed - shownNews.length)]
  const left = news.length + others.length - shown.length
  return {
    kind: 'digest',
    language,
    headline: (shown.length > 0 ? meetingsToCome : noneToCome)[language],
    parts: shown.map(({ meeting, news }) => listedPart(meeting, news, wording)),
    notes: left > 0 ? [andMore[language](left)] : [],
    subscriptionIds,
  }
}

function newsOf(
  { status }: Meeting,
  state: KeptMeetingState | undefined,
  sinceMs: number,
): 'new' | 'changed' | 'cancelled' | undefined {
  if (!state || state.seenAtMs <= sinceMs) return undefined
  if (status === 'cancelled') return 'cancelled'
  return state.revision === 1 ? 'new' : 'changed'
}

const meetingsToCome: Words = { en: 'Meetings to come', fr: 'Réunions à venir', es: 'Próximas reuniones' }
const noneToCome: Words = {
  en: 'No meetings to come are known.',
  fr: 'Aucune réunion à venir n’est connue.',
  es: 'No se conocen próximas reuniones.',
}
const andMore: Readonly<Record<keyof Words, (count: number) => string>> = {
  en: (count) => `And ${count} more.`,
  fr: (count) => `Et ${count} ${count === 1 ? 'autre' : 'autres'}.`,
  es: (count) => `Y ${count} más.`,
}
