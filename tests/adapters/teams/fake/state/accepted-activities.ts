import { BoundedList } from '../../../bounded-list.ts'
import type { Fields } from '../fields.ts'
import { rootOf } from './conversation-ids.ts'

/** Something the bot did in a conversation that the connector took. */
export type AcceptedActivity = {
  readonly at: number
  readonly kind: 'sent' | 'replied' | 'updated' | 'deleted'
  /** As the bot named it, with the thread if it named one. */
  readonly conversationId: string
  readonly activityId: string
  /** The activity in the path of a reply. */
  readonly replyToId: string | undefined
  /** Asked for as a targeted message: only its recipient sees it. */
  readonly targeted: boolean
  /** What was on the wire; empty for a deletion. */
  readonly body: Fields
}

/** What the bot did, oldest first, and what the conversations show of it. The oldest are forgotten beyond `keep`. */
export class AcceptedActivities {
  readonly #keep: number
  readonly #all: BoundedList<AcceptedActivity>
  readonly #shown = new Map<string, AcceptedActivity>()

  constructor(keep: number) {
    this.#keep = keep
    this.#all = new BoundedList(keep)
  }

  get entries(): readonly AcceptedActivity[] {
    return this.#all.entries
  }

  add(accepted: AcceptedActivity): void {
    this.#all.push(accepted)
    const key = keyOf(accepted.conversationId, accepted.activityId)
    if (accepted.kind === 'deleted') this.#shown.delete(key)
    else this.#shown.set(key, accepted)
    const oldest = this.#shown.keys().next()
    if (this.#shown.size > this.#keep && !oldest.done) this.#shown.delete(oldest.value)
  }

  /** A message as it stands, unless it was deleted. */
  find(conversationId: string, activityId: string): AcceptedActivity | undefined {
    return this.#shown.get(keyOf(conversationId, activityId))
  }

  /** The messages that stand, oldest first; those of all threads of a channel together. */
  shown(conversationId?: string): readonly AcceptedActivity[] {
    const all = [...this.#shown.values()]
    if (conversationId === undefined) return all
    return all.filter((message) => rootOf(message.conversationId) === rootOf(conversationId))
  }

  clear(): void {
    this.#all.clear()
    this.#shown.clear()
  }
}

function keyOf(conversationId: string, activityId: string): string {
  return `${rootOf(conversationId)} ${activityId}`
}
