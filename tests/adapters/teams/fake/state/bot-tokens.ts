/** The tokens by which the bot may call the connector. */
export class BotTokens {
  readonly #good = new Set<string>()

  issue(token: string): void {
    this.#good.add(token)
  }

  /** From now on, none of those issued so far counts. */
  revokeAll(): void {
    this.#good.clear()
  }

  /** Whether an Authorization header holds one that was issued and not revoked. */
  allow(authorization: string | undefined): boolean {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
    return token !== undefined && this.#good.has(token)
  }
}
