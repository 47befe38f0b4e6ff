import type { KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import type { Store } from '../../../src/store/store.ts'
import type { TestClock } from '../test-clock.ts'

/** How the contract of all chat adapters gets at one of them. */
export type ChatDriver = {
  /** Starts the adapter beside a platform of its own. */
  readonly start: StartChat
  /** What looks like a message, but is no question of a person to us. */
  readonly unasked: readonly string[]
  /** What the platform does not have: title of the promise → reason. */
  readonly cannot?: Readonly<Record<string, string>>
}

export type StartChat = (circumstances?: Circumstances) => Promise<ChatUnderTest>

export type Circumstances = {
  /** The project's own by default. */
  readonly focalPoint?: KnowingFocalPoint
  /** That of an adapter before; by default a new one, gone afterwards. */
  readonly store?: Store
  /** Puts something between the adapter and the store. */
  readonly storeAs?: (store: Store) => Store
}

/** An adapter with its platform, as people see the two. */
export type ChatUnderTest = AsyncDisposable & {
  readonly store: Store
  readonly clock: TestClock
  /** Every line of the log so far. */
  readonly logged: readonly string[]
  /** What nothing but the platform may ever be told. */
  readonly secrets: readonly string[]
  /** How long the platform waits for a message to be taken, with something to spare for the way. */
  readonly patienceMs: number
  /** Each resolves when the adapter has taken the message; its answer may come later. */
  askDirectly(text: string, by?: By): Promise<Sent>
  mention(text: string, by?: By): Promise<Sent>
  /** Asks so that nobody else sees it. */
  command(text: string, by?: By): Promise<Sent>
  /** Sends one of `unasked` with that text in it. */
  sayUnasked(what: string, text: string): Promise<Sent>
  /** The platform is not sure whether a message has arrived, be it at an adapter before. */
  deliverAgain(sent: Sent): Promise<Sent>
  /** Presses the first button with that label. */
  press(message: SaidMessage, label: string, by?: By): Promise<void>
  judge(message: SaidMessage, verdict: 'up' | 'down', by?: By): Promise<void>
  /** What stands to be read now: what all see, oldest first, and then what one person sees. */
  said(): readonly SaidMessage[]
  /** Resolves as soon as it holds. */
  until(isReached: () => boolean, what: string): Promise<void>
  /** Whether people see that an answer is on its way. */
  isSeenWorking(): boolean
  /** What was sent that does more than show a text, such as mention somebody. */
  harm(): readonly unknown[]
  /** What was sent against the rules of the platform, and its calls that were in vain. */
  violations(): readonly string[]
  /** Takes nothing more, and finishes what is in flight. */
  stop(): Promise<void>
}

export type Person = 'Ines Moreau' | 'Tomás Rey'

/** Who does something, and where, as far as it matters. */
export type By = {
  /** Ines Moreau unless somebody else. */
  readonly who?: Person
  /** What they read, such as `fr-CA`; English by default. */
  readonly locale?: string
  readonly channel?: 'usual' | 'other'
  /** The same place by the same name, in the workspace or tenant of others. */
  readonly workspace?: 'own' | 'other'
  /** Goes on in the thread of that message. */
  readonly below?: Sent
  /** How often the platform sends the message, at once. */
  readonly times?: number
}

/** A message of a person. */
export type Sent = {
  /** Each time that it was sent the platform was told that it has arrived. */
  readonly isTaken: boolean
  /** Where its answer belongs. */
  readonly thread: string
  /** As it travelled. */
  readonly payload: unknown
}

/** A message of ours. */
export type SaidMessage = {
  readonly id: string
  /** What is to be read in it, without its buttons: a line for each paragraph. */
  readonly text: string
  readonly thread: string
  /** One person sees it among others who do not. */
  readonly isPrivate: boolean
  /** The labels of all buttons. */
  readonly buttons: readonly string[]
  /** Those of the buttons that ask something. */
  readonly choices: readonly string[]
  readonly canBeShared: boolean
}
