import type { Language } from '../knowledge/language.ts'

/** Which meetings are meant: those of one event, of a process, of another series or organiser, or in a region. */
export type MeetingTarget = { readonly kind: 'event' | 'process' | 'series' | 'region'; readonly id: string }

/** Words that somebody uses for meetings. */
export type TargetQuery = {
  /** Empty where what the conversation is about is meant. */
  readonly text: string
  readonly conversation?: string | undefined
  /** The whole message that the words stand in: its language is the one to reply in. */
  readonly message: string
  /** What the person reads, where the platform tells. */
  readonly reader?: Language | undefined
  /** When it is asked, in epoch milliseconds; decides what "next year" means. */
  readonly nowMs: number
}

/** What words for meetings mean. */
export type FoundTargets = {
  /** The language to reply in. */
  readonly language: Language
  /** Several where the words name several or do not tell them apart; none where they name nothing that is known. */
  readonly targets: readonly MeetingTarget[]
  /** False where the words say more than the targets do, as a day or a kind of meeting. */
  readonly isWhole: boolean
  /** What is called alike, best first, where there are no targets. */
  readonly nearest: readonly MeetingTarget[]
}
