import type { ReferenceKey } from '../store/references.ts'
import type { Target } from '../store/subscriptions.ts'
import type { Asking } from './asking.ts'
import type { Owner } from './leave-conversation.ts'
import type { ReminderReply } from './reply.ts'

/** What a button or a form asks for. */
export type Wish = {
  readonly target: Target
  /** ISO 8601 durations before the meeting. */
  readonly leads: readonly string[]
  /** HH:MM, for leads of whole days. */
  readonly at: string | undefined
  readonly place: 'me' | 'here'
}

export type Change =
  | { readonly kind: 'stop' }
  /** An ISO 8601 duration from now. */
  | { readonly kind: 'snooze'; readonly for: string }
  | { readonly kind: 'edit'; readonly leads?: readonly string[]; readonly at?: string }

/** All that people can do with reminders, the same on every platform. Whatever they write is answered and never throws. */
export type Reminders = {
  /** Carries out a command in words; undefined where the text is none, and is to be answered as a question. */
  handle(text: string, asking: Asking): Promise<ReminderReply | undefined>
  /** What a button or a form asks for. */
  set(wish: Wish, asking: Asking): Promise<ReminderReply>
  list(asking: Asking): Promise<ReminderReply>
  /** Changes one by its id, from a button beside it. */
  change(id: string, change: Change, asking: Asking): Promise<ReminderReply>
  /** Has a reminder that came told again, after an ISO 8601 duration from now; never after the meeting has begun. */
  again(
    told: { readonly meetingId: string; readonly subscriptionId: string; readonly for: string },
    asking: Asking,
  ): Promise<ReminderReply>
  /** The app was removed there, or the place is gone: nothing gets there any more. Returns who asked for it. */
  leave(conversation: ReferenceKey, reason: string): Promise<readonly Owner[]>
}
