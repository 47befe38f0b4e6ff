import type { FoundTargets, TargetQuery } from '../calendar/meeting-target.ts'
import type { Language, Words } from '../knowledge/language.ts'
import type { ReferenceKey } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import type { Subscription } from '../store/subscriptions.ts'
import type { Asking } from './asking.ts'
import type { MeetingCalendar } from './meeting-calendar.ts'
import { planConversation } from './planner.ts'
import type { ReminderReply } from './reply.ts'

/** What carrying out commands takes. */
export type ReminderParts = {
  readonly store: Pick<Store, 'subscriptions' | 'deliveries' | 'meetingStates' | 'references'>
  readonly calendar: () => MeetingCalendar
  /** Which meetings words mean. */
  readonly findTargets: (query: TargetQuery) => Promise<FoundTargets>
  readonly now: () => Temporal.Instant
}

/** One command on its way. */
export type Serving = ReminderParts & { readonly asking: Asking; readonly language: Language }

/** A reply of little more than a sentence. */
export function replyWith(
  kind: ReminderReply['kind'],
  about: ReminderReply['about'],
  lead: Words | string,
  { language, ...rest }: Pick<ReminderReply, 'language'> & Partial<ReminderReply>,
): ReminderReply {
  const text = typeof lead === 'string' ? lead : (lead[language] ?? lead.en)
  return { facts: [], notes: [], choices: [], listed: [], ...rest, language, kind, about, lead: text }
}

/** Plans anew what a conversation gets. */
export async function replan(conversation: ReferenceKey, parts: ReminderParts): Promise<void> {
  await planConversation(conversation, parts.store, parts.calendar().meetingsFor, parts.now())
}

/** Who set a reminder may change it; in a channel also, from there, whoever manages it. */
export async function mayChange(subscription: Subscription, asking: Asking): Promise<boolean> {
  const { platform, workspace, person, here } = asking
  if (subscription.platform !== platform || subscription.workspace !== workspace) return false
  if (subscription.createdBy === person) return true
  return isSamePlace(subscription, here) && !here.isPersonal && (await asking.isManager(here))
}

/** The zone that a person's times are read and told in. */
export function zoneOf({ zone }: Pick<Asking, 'zone'>): string {
  return zone ?? 'UTC'
}

export function isSamePlace(one: ReferenceKey, other: ReferenceKey): boolean {
  return (
    one.platform === other.platform && one.workspace === other.workspace && one.conversationId === other.conversationId
  )
}
