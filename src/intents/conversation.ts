import type { Entry } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'

/** What a conversation is about at the moment. */
export type Context = Topic & {
  /** The last question, with what the conversation was about before it: for the same again in another language. */
  readonly asked?: { readonly text: string; readonly before: Topic | undefined } | undefined
}

/** What was talked about, and what the last answer showed of it. */
export type Topic = {
  readonly intent: string
  readonly subjects: readonly Entry[]
  readonly series: readonly Entry[]
  /** What was listed or offered last, in the order shown. */
  readonly shown?: readonly Entry[]
  /** What was talked about before, newest first. */
  readonly earlier?: readonly Entry[]
  /** The lines that the last answer stands in: "004:528". */
  readonly citations?: readonly string[]
  /** The language of the last answer, for messages too short to tell. */
  readonly language?: Language
}

/** A context as it is kept: plain JSON with ids in place of entries, so that it outlives the knowledge it came from. */
export type KeptContext = KeptTopic & {
  readonly asked?: { readonly text: string; readonly before: KeptTopic | undefined } | undefined
}

export type KeptTopic = Omit<Topic, 'subjects' | 'series' | 'shown' | 'earlier'> & {
  readonly subjects: readonly string[]
  readonly series: readonly string[]
  readonly shown?: readonly string[]
  readonly earlier?: readonly string[]
}

/** After this long a conversation starts afresh. */
const lifetimeMs = 30 * 60_000
/** Bounds memory: the conversations that were silent longest are forgotten first. */
const maxConversations = 10_000

type Kept = { readonly context: KeptContext; readonly at: number }

/** All conversations with their ids, longest silent first: plain JSON. */
export type SavedConversations = readonly (readonly [id: string, kept: Kept])[]

/** Remembers each conversation's context for 30 minutes; conversations never see each other. */
export class Conversations {
  readonly #kept = new Map<string, Kept>()

  /** The context of a conversation, or undefined when it is new or was silent for 30 minutes. */
  get(id: string | undefined, nowMs: number): KeptContext | undefined {
    const kept = id === undefined ? undefined : this.#kept.get(id)
    return kept && nowMs - kept.at < lifetimeMs ? kept.context : undefined
  }

  set(id: string | undefined, context: KeptContext, nowMs: number): void {
    if (id === undefined) return
    this.#kept.delete(id)
    this.#kept.set(id, { context, at: nowMs })
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > maxConversations && oldest !== undefined) this.#kept.delete(oldest)
  }

  save(): SavedConversations {
    return [...this.#kept]
  }

  /** Goes on with conversations that were saved elsewhere. */
  resume(saved: SavedConversations): void {
    for (const [id, { context, at }] of saved) this.set(id, context, at)
  }
}
