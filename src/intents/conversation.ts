import type { Entry } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'

/** What a conversation is about at the moment. */
export type Context = {
  readonly intent: string
  readonly subjects: readonly Entry[]
  readonly series: readonly Entry[]
  /** The language of the last answer, for messages too short to tell. */
  readonly language?: Language
}

/** After this long a conversation starts afresh. */
const lifetimeMs = 30 * 60_000
/** Bounds memory: the conversations that were silent longest are forgotten first. */
const maxConversations = 10_000

type Kept = { readonly context: Context; readonly at: number }

/** Remembers each conversation's subject for 30 minutes; conversations never see each other. */
export class Conversations {
  readonly #kept = new Map<string, Kept>()

  /** The context of a conversation, or undefined when it is new or was silent for 30 minutes. */
  get(id: string | undefined, nowMs: number): Context | undefined {
    const kept = id === undefined ? undefined : this.#kept.get(id)
    return kept && nowMs - kept.at < lifetimeMs ? kept.context : undefined
  }

  set(id: string | undefined, context: Context, nowMs: number): void {
    if (id === undefined) return
    this.#kept.delete(id)
    this.#kept.set(id, { context, at: nowMs })
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > maxConversations && oldest !== undefined) this.#kept.delete(oldest)
  }
}
