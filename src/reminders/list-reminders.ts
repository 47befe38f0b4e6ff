import type { Delivery } from '../store/delivery.ts'
import type { Subscription } from '../store/subscriptions.ts'
import { nextDue } from './next-due.ts'
import type { ListedReminder, ReminderReply } from './reply.ts'
import { nextText, remindersCounted, replyWords } from './reply-wording.ts'
import { isSamePlace, mayChange, replyWith, type Serving } from './serving.ts'
import { nameSubscription } from './subscription-names.ts'
import { wordMoment } from './when-wording.ts'

/** Enough to find the last one of each reminder. */
const lastDeliveries = 200

/** The reminders that a person may see where the reply is read: those of this conversation, and in private also their own elsewhere. */
export async function seen({ store, asking }: Serving): Promise<Subscription[]> {
  const here = await store.subscriptions.listOf(asking.here)
  if (!asking.isPrivate) return [...here]
  const { platform, workspace, person: createdBy } = asking
  const own = await store.subscriptions.listBy({ platform, workspace, createdBy })
  const all = new Map([...here, ...own].map((one) => [one.id, one]))
  return [...all.values()].sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1))
}

/** The reminders as they are listed, by the numbers that commands call them. */
export async function listed(serving: Serving): Promise<ListedReminder[]> {
  const all = await seen(serving)
  return await Promise.all(all.map((one, index) => listOne(one, index + 1, serving)))
}

/** The list as a reply, behind a sentence that says why it comes, where it was not asked for. */
export async function listReply(serving: Serving, why?: string): Promise<ReminderReply> {
  const { language } = serving
  const all = await listed(serving)
  if (all.length === 0) return replyWith('done', 'list', replyWords.none, { language })
  const lead = why ?? remindersCounted[language](all.length)
  return replyWith('done', 'list', lead, {
    language,
    facts: all.map(({ number, title, lines }) => [`${number}. ${title}`, ...lines].join(' · ')),
    notes: all.some((one) => one.mayChange) ? [replyWords.howToChange[language]] : [],
    listed: all,
  })
}

async function listOne(subscription: Subscription, number: number, serving: Serving): Promise<ListedReminder> {
  const { asking, language, calendar } = serving
  const { id, kind, leads, at, isActive } = subscription
  return {
    ...{ number, id, kind, leads, at, isActive },
    title: nameSubscription(subscription, calendar().knowledge, language),
    lines: await linesOf(subscription, serving),
    mayChange: await mayChange(subscription, asking),
  }
}

async function linesOf(subscription: Subscription, serving: Serving): Promise<string[]> {
  const { language, store, now } = serving
  const { zone, quiet, snoozedUntilMs, isActive } = subscription
  const isSnoozed = snoozedUntilMs !== undefined && snoozedUntilMs > now().epochMilliseconds
  const last = (await store.deliveries.lastOf(subscription, lastDeliveries)).find(({ subscriptionIds }) =>
    subscriptionIds.includes(subscription.id),
  )
  const lines = [
    wherePart(subscription, serving),
    isActive ? nextLine(subscription, serving) : replyWords.ended[language],
    isSnoozed ? `${replyWords.snoozedUntil[language]} ${wordMoment(snoozedUntilMs, { zone, language })}` : undefined,
    quiet && `${replyWords.quiet[language]} ${quiet.from}–${quiet.to}`,
    last && lastLine(last, subscription, serving),
  ]
  return lines.filter((line) => line !== undefined)
}

function wherePart(subscription: Subscription, { asking, language }: Serving): string | undefined {
  if (isSamePlace(subscription, asking.here)) return undefined
  return replyWords.elsewhere[language]
}

function nextLine(subscription: Subscription, { language, calendar, now }: Serving): string {
  const next = nextDue(subscription, { calendar: calendar(), now: now() })
  if (!next) return replyWords.nothingToCome[language]
  const when = wordMoment(next.atMs, { zone: subscription.zone, language })
  return nextText[language]({ when, what: next.meeting?.title[language] })
}

const endings = {
  sent: replyWords.sent,
  failed: replyWords.failed,
  unknown: replyWords.uncertain,
  expired: replyWords.late,
} as const

function lastLine(last: Delivery, { zone }: Subscription, { language }: Serving): string | undefined {
  const ending = last.state in endings ? endings[last.state as keyof typeof endings] : undefined
  if (!ending) return undefined
  const when = wordMoment(last.sendStartedAtMs ?? last.dueAtMs, { zone, language })
  const why = last.state === 'failed' && last.lastError !== undefined ? ` (${last.lastError})` : ''
  return `${ending[language]} ${when}${why}`
}
