import type { FoundTargets } from '../calendar/meeting-target.ts'
import { AGAIN } from '../store/delivery.ts'
import type { Subscription, SubscriptionChanges } from '../store/subscriptions.ts'
import { uselessFrom } from './due-time.ts'
import { isOfDays } from './leads.ts'
import { listed, listReply, seen } from './list-reminders.ts'
import type { Which } from './managing-commands.ts'
import type { Change } from './reminders.ts'
import type { ReminderReply } from './reply.ts'
import { againText, changedText, quietText, replyWords, snoozedText, stoppedText } from './reply-wording.ts'
import { mayChange, replan, replyWith, type Serving, zoneOf } from './serving.ts'
import { nameSubscription } from './subscription-names.ts'
import { unclear } from './unclear.ts'
import { wordMoment } from './when-wording.ts'

/** Changes those of the list that are called by a number, a name or "all". */
export async function changeNamed(
  which: Which,
  change: Change,
  found: FoundTargets,
  serving: Serving,
): Promise<ReminderReply> {
  const all = await seen(serving)
  const meant = meantBy(which, all, found)
  if (meant.length === 0)
    return await listReply(serving, all.length > 0 ? replyWords.noSuch[serving.language] : undefined)
  return await changeAll(meant, change, serving)
}

/** Changes some, as far as the person may; what is changed is said by name. */
export async function changeAll(
  meant: readonly Subscription[],
  change: Change,
  serving: Serving,
): Promise<ReminderReply> {
  const { language, asking } = serving
  const allowed = await Promise.all(meant.map((one) => mayChange(one, asking)))
  const own = meant.filter((_, index) => allowed[index])
  if (own.length === 0) return replyWith('refused', change.kind, replyWords.notYours, { language })
  switch (change.kind) {
    case 'stop':
      return await stop(own, serving)
    case 'snooze':
      return await snooze(own, change.for, serving)
    case 'edit':
      return await edit(own, change, serving)
  }
}

function meantBy(which: Which, all: readonly Subscription[], { targets }: FoundTargets): readonly Subscription[] {
  if (which === 'all') return all
  if (typeof which === 'number') return all.slice(which - 1, which)
  return all.filter(({ target }) => targets.some(({ kind, id }) => kind === target.kind && id === target.id))
}

async function stop(own: readonly Subscription[], serving: Serving): Promise<ReminderReply> {
  const { store, language } = serving
  for (const { id } of own) await store.subscriptions.remove(id)
  await replanAll(own, serving)
  return replyWith('done', 'stop', stoppedText[language]({ titles: titlesOf(own, serving) }), { language })
}

async function snooze(own: readonly Subscription[], duration: string, serving: Serving): Promise<ReminderReply> {
  const { language, now, asking } = serving
  const until = now().toZonedDateTimeISO(zoneOf(asking)).add(duration)
  await changeEach(own, { snoozedUntilMs: until.epochMilliseconds }, serving)
  const when = wordMoment(until.epochMilliseconds, { zone: zoneOf(asking), language })
  const lead = snoozedText[language]({ titles: titlesOf(own, serving), when })
  return replyWith('done', 'snooze', lead, { language, listed: await listedOf(own, serving) })
}

async function edit(
  own: readonly Subscription[],
  { leads, at }: Extract<Change, { kind: 'edit' }>,
  serving: Serving,
): Promise<ReminderReply> {
  const { language, now } = serving
  const [first] = own
  if (!first) throw new Error('nothing to edit')
  if (leads && first.kind === 'digest') return replyWith('refused', 'edit', unclear.onlyWeekly, { language })
  const isTimed = first.kind === 'digest' || (leads ?? first.leads).some(isOfDays)
  if (at !== undefined && !isTimed) return replyWith('refused', 'edit', replyWords.atOnlyForDays, { language })
  // What was due before nobody wants as it is now.
  const changes = { ...(leads && { leads }), ...(at !== undefined && { at }), askedAtMs: now().epochMilliseconds }
  await changeEach(own, changes, serving)
  const after = await listedOf(own, serving)
  const lead = changedText[language]({ title: after[0]?.title ?? '' })
  return replyWith('done', 'edit', lead, { language, facts: after[0]?.lines ?? [], listed: after })
}

/** Sets or ends quiet hours for all reminders that the person has set and sees here. */
export async function setQuiet(quiet: Subscription['quiet'], serving: Serving): Promise<ReminderReply> {
  const { language, asking } = serving
  const own = (await seen(serving)).filter(({ createdBy }) => createdBy === asking.person)
  if (own.length === 0) return replyWith('refused', 'quiet', replyWords.none, { language })
  await changeEach(own, { quiet }, serving)
  const lead = quiet ? quietText[language]({ ...quiet, zone: zoneOf(asking) }) : replyWords.noQuiet
  return replyWith('done', 'quiet', lead, { language })
}

/** Has a reminder that came told once more, and never after the meeting has begun. */
export async function tellAgain(
  subscription: Subscription,
  meetingId: string,
  duration: string,
  serving: Serving,
): Promise<ReminderReply> {
  const { language, asking, store, now, calendar } = serving
  if (!(await mayChange(subscription, asking))) return replyWith('refused', 'snooze', replyWords.notYours, { language })
  const meeting = calendar().find(meetingId)
  const { platform, workspace, conversationId, id, zone } = subscription
  const dueAtMs = now().toZonedDateTimeISO(zone).add(duration).epochMilliseconds
  const expiresAtMs = meeting ? uselessFrom(meeting, zone).epochMilliseconds : 0
  if (!meeting || dueAtMs >= expiresAtMs) {
    return replyWith('refused', 'snooze', replyWords.begunByThen, { language })
  }
  const key = [platform, workspace, conversationId, meetingId, meeting.time.starts.slice(0, 10), AGAIN, dueAtMs].join(
    '|',
  )
  const again = { key, platform, workspace, conversationId, meetingId, kind: 'reminder', lead: AGAIN } as const
  const wanted = { ...again, subscriptionIds: [id], dueAtMs, expiresAtMs }
  await store.deliveries.plan([wanted], { conversations: [], kinds: [] }, now().epochMilliseconds)
  const when = wordMoment(dueAtMs, { zone, language })
  const lead = againText[language]({ when, what: meeting.title[language] ?? meeting.title.en })
  return replyWith('done', 'snooze', lead, { language })
}

async function changeEach(all: readonly Subscription[], changes: SubscriptionChanges, serving: Serving): Promise<void> {
  for (const { id } of all) await serving.store.subscriptions.change(id, changes)
  await replanAll(all, serving)
}

async function replanAll(all: readonly Subscription[], serving: Serving): Promise<void> {
  const places = new Map(all.map((one) => [JSON.stringify([one.platform, one.workspace, one.conversationId]), one]))
  for (const place of places.values()) await replan(place, serving)
}

function titlesOf(all: readonly Subscription[], { calendar, language }: Serving): string[] {
  return all.map((one) => nameSubscription(one, calendar().knowledge, language))
}

async function listedOf(all: readonly Subscription[], serving: Serving): Promise<ReminderReply['listed']> {
  return (await listed(serving)).filter(({ id }) => all.some((one) => one.id === id))
}
