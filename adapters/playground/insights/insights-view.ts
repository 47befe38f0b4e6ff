import { topicDraft } from '../../../src/knowledge/topic-draft.ts'
import type { FeedbackEntry } from '../../../src/store/feedback.ts'
import type { AnswerCount, Unanswered } from '../../../src/store/insight.ts'
import { latencyQuantile } from '../../../src/store/latency.ts'
import type { DeliveryState } from '../../../src/store/reminder-tables.ts'
import type { Store } from '../../../src/store/store.ts'

/** Where insights come from. */
export type InsightStore = Pick<Store, 'insights' | 'feedback' | 'deliveries'>

export type DayView = {
  readonly day: string
  readonly answered: number
  readonly clarify: number
  readonly unknown: number
}
export type BadReminder = {
  readonly kind: string
  readonly platform: string
  readonly meeting: string
  readonly due: string
  readonly state: DeliveryState
  readonly reason: string
}

/** What the insights page shows. Nothing of it tells who asked. */
export type InsightsView = {
  readonly since: string
  /** `draft`: as an entry of `topics`. */
  readonly unanswered: readonly (Unanswered & { readonly draft: string })[]
  readonly thumbsDown: readonly Omit<FeedbackEntry, 'workspace' | 'answerId' | 'updatedAtMs' | 'createdAtMs'>[]
  readonly thumbs: { readonly up: number; readonly down: number }
  readonly days: readonly DayView[]
  readonly languages: Readonly<Record<string, number>>
  readonly surfaces: Readonly<Record<string, number>>
  /** Milliseconds within which half, and nineteen of twenty, answers came. */
  readonly latency: { readonly p50: number | undefined; readonly p95: number | undefined }
  readonly reminders: Readonly<Partial<Record<DeliveryState, number>>>
  readonly badReminders: readonly BadReminder[]
}

const daysShown = 30
const mostShown = 100
const mostBadReminders = 30

/** Reads all that the page shows, over the last thirty days where it is about days. */
export async function viewInsights(store: InsightStore, now: Temporal.Instant): Promise<InsightsView> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const since = today.subtract({ days: daysShown - 1 })
  const [counts, unanswered, verdicts, reminders, badReminders] = await Promise.all([
    store.insights.countsSince(since.toString()),
    store.insights.unanswered(mostShown),
    store.feedback.list(),
    store.deliveries.countByState(),
    readBadReminders(store.deliveries),
  ])
  return {
    since: since.toString(),
    unanswered: unanswered.map((one) => ({ ...one, draft: topicDraft(one.question) })),
    ...thumbsIn(verdicts),
    days: Array.from({ length: daysShown }, (_, index) => dayOf(since.add({ days: index }).toString(), counts)),
    languages: sumBy(counts, ({ language }) => language),
    surfaces: sumBy(counts, ({ surface }) => surface),
    latency: latencyIn(counts),
    reminders,
    badReminders,
  }
}

function thumbsIn(verdicts: readonly FeedbackEntry[]): Pick<InsightsView, 'thumbs' | 'thumbsDown'> {
  const down = verdicts.filter(({ verdict }) => verdict === 'down')
  const latest = down.toReversed().slice(0, mostShown)
  return {
    thumbs: { up: verdicts.length - down.length, down: down.length },
    thumbsDown: latest.map(({ workspace, answerId, createdAtMs, updatedAtMs, ...shown }) => shown),
  }
}

function dayOf(day: string, counts: readonly AnswerCount[]): DayView {
  const byStatus = sumBy(
    counts.filter((count) => count.day === day),
    ({ status }) => status,
  )
  const { answered = 0, clarify = 0, unknown = 0 } = byStatus
  return { day, answered, clarify, unknown }
}

function sumBy(counts: readonly AnswerCount[], keyOf: (count: AnswerCount) => string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const count of counts) sums[keyOf(count)] = (sums[keyOf(count)] ?? 0) + count.answers
  return sums
}

function latencyIn(counts: readonly AnswerCount[]): InsightsView['latency'] {
  const byBound = new Map<number, number>()
  for (const { latency, answers } of counts) byBound.set(latency, (byBound.get(latency) ?? 0) + answers)
  return { p50: latencyQuantile(byBound, 0.5), p95: latencyQuantile(byBound, 0.95) }
}

/** Those that did not arrive, and those of which nobody knows. */
async function readBadReminders(deliveries: Store['deliveries']): Promise<BadReminder[]> {
  const lists = await Promise.all([
    deliveries.inState('failed', mostBadReminders),
    deliveries.inState('unknown', mostBadReminders),
    deliveries.inState('expired', mostBadReminders),
  ])
  const latest = lists.flat().sort((a, b) => b.dueAtMs - a.dueAtMs)
  return latest.slice(0, mostBadReminders).map(({ kind, platform, meetingId, dueAtMs, state, lastError }) => ({
    kind,
    platform,
    meeting: meetingId,
    due: new Date(dueAtMs).toISOString(),
    state,
    reason: lastError ?? '',
  }))
}
