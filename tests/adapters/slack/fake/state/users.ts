/** What tests may say about a person. */
export type User = {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly locale: string
  /** An IANA time zone. */
  readonly tz: string
  readonly deleted: boolean
  readonly isBot: boolean
  readonly isAdmin: boolean
}

/** The people of the workspace. Any id that looks like a user's is one, speaking `en-US`, unless set otherwise. */
export class Users {
  readonly #users = new Map<string, User>()

  set(id: string, user: Partial<Omit<User, 'id'>>): void {
    this.#users.set(id, { ...(this.#users.get(id) ?? usualUser(id)), ...user })
  }

  get(id: string): User | undefined {
    return this.#users.get(id) ?? (LOOKS_LIKE_USER.test(id) ? usualUser(id) : undefined)
  }

  list(): readonly User[] {
    return [...this.#users.values()]
  }
}

const LOOKS_LIKE_USER = /^[UW][A-Z0-9]+$/

function usualUser(id: string): User {
  const name = id.toLowerCase()
  const locale = 'en-US'
  const tz = 'America/New_York'
  return { id, name, realName: `Person ${id}`, locale, tz, deleted: false, isBot: false, isAdmin: false }
}
