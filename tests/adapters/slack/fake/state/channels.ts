export type Channel = {
  readonly id: string
  readonly name: string
  /** Whether the app is in it. */
  readonly isMember: boolean
  readonly isArchived: boolean
  readonly isPrivate: boolean
  /** The people in it. */
  readonly people: readonly string[]
}

/** The conversations of the workspace. Any id that looks like one is a channel the app is in, unless set otherwise. */
export class Channels {
  readonly #channels = new Map<string, Channel>()

  set(id: string, channel: Partial<Omit<Channel, 'id'>>): void {
    this.#channels.set(id, { ...(this.#channels.get(id) ?? usualChannel(id)), ...channel })
  }

  /** Those that were set. */
  list(): readonly Channel[] {
    return [...this.#channels.values()]
  }

  get(id: string): Channel | undefined {
    return this.#channels.get(id) ?? (LOOKS_LIKE_CHANNEL.test(id) ? usualChannel(id) : undefined)
  }
}

/** The direct conversation of the app with a person. */
export function directChannelOf(userId: string): string {
  return `D${userId.slice(1)}`
}

/** The kind of a conversation, as the scopes name it; here a private channel has an id of the old kind. */
export function kindOfChannel(id: string): 'channels' | 'groups' | 'im' {
  if (id.startsWith('D')) return 'im'
  return id.startsWith('G') ? 'groups' : 'channels'
}

const LOOKS_LIKE_CHANNEL = /^[CGD][A-Z0-9]+$/

function usualChannel(id: string): Channel {
  const name = id.startsWith('D') ? 'directmessage' : id.toLowerCase()
  return { id, name, isMember: true, isArchived: false, isPrivate: id.startsWith('G'), people: [] }
}
