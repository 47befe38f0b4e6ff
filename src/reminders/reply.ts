import type { Language } from '../knowledge/language.ts'
import type { Subscription } from '../store/subscriptions.ts'

/** What a person is told after a command about reminders, for adapters to draw. */
export type ReminderReply = {
  /** done: it is as the person wanted. question: a word from the person is needed first. refused: it is not done. */
  readonly kind: 'done' | 'question' | 'refused'
  /** What the command was. */
  readonly about: 'set' | 'digest' | 'list' | 'stop' | 'snooze' | 'edit' | 'quiet'
  readonly language: Language
  readonly lead: string
  readonly facts: readonly string[]
  readonly notes: readonly string[]
  /** What could be meant: a label, and the command to send to mean it. */
  readonly choices: readonly { readonly label: string; readonly command: string }[]
  /** The reminders it is about, for buttons beside them: of a list all, else the one that was set or changed. */
  readonly listed: readonly ListedReminder[]
}

/** A reminder as it is listed. */
export type ListedReminder = {
  /** What commands call it: "stop reminder 2". */
  readonly number: number
  readonly id: string
  readonly kind: Subscription['kind']
  /** "Bali Process: 1 week and 1 day before, at 09:00". */
  readonly title: string
  /** When the next comes, how the last one went and why it failed, until when it is snoozed: one thing each. */
  readonly lines: readonly string[]
  readonly leads: readonly string[]
  /** HH:MM. */
  readonly at: string | undefined
  readonly isActive: boolean
  /** Whether the person who asked may stop, snooze and change it. */
  readonly mayChange: boolean
}
