/** A message of the app (or, if a test adds one, of a person), as it stands now. */
export type PostedMessage = {
  readonly channel: string
  readonly ts: string
  readonly team: string
  readonly user: string
  readonly bot_id?: string | undefined
  readonly thread_ts?: string | undefined
  readonly metadata?: unknown
  text: string
  blocks: readonly unknown[] | undefined
  deleted: boolean
  /** How often it was changed. */
  updates: number
}

export type NewMessage = Omit<PostedMessage, 'deleted' | 'updates'>

/** All messages, oldest first; deleted ones stay, marked. The oldest are forgotten beyond `keep`. */
export class PostedMessages {
  readonly #messages = new Map<string, PostedMessage>()
  readonly #keep: number

  constructor(keep: number) {
    this.#keep = keep
  }

  add(message: NewMessage): PostedMessage {
    const posted = { ...message, deleted: false, updates: 0 }
    this.#messages.set(keyOf(message.channel, message.ts), posted)
    const oldest = this.#messages.keys().next()
    if (this.#messages.size > this.#keep && !oldest.done) this.#messages.delete(oldest.value)
    return posted
  }

  /** The message, unless it was deleted. */
  find(channel: string, ts: string): PostedMessage | undefined {
    const message = this.#messages.get(keyOf(channel, ts))
    return message?.deleted ? undefined : message
  }

  list(): readonly PostedMessage[] {
    return [...this.#messages.values()]
  }

  /** What a conversation shows, oldest first. */
  in(channel: string): readonly PostedMessage[] {
    return this.list().filter((message) => message.channel === channel && !message.deleted)
  }

  clear(): void {
    this.#messages.clear()
  }
}

function keyOf(channel: string, ts: string): string {
  return `${channel}:${ts}`
}
