export type TokenKind = 'bot' | 'app' | 'user'

/** A token, whom it belongs to and what it may do. */
export type Token = {
  readonly token: string
  readonly kind: TokenKind
  readonly teamId: string
  readonly userId: string
  readonly botId: string
  scopes: readonly string[]
  revoked: boolean
}

/** All tokens this Slack has given out. */
export class Tokens {
  readonly #tokens = new Map<string, Token>()

  add(token: Omit<Token, 'revoked'>): void {
    this.#tokens.set(token.token, { ...token, revoked: false })
  }

  get(token: string): Token | undefined {
    return this.#tokens.get(token)
  }

  revoke(token: string): void {
    const known = this.#tokens.get(token)
    if (known) known.revoked = true
  }
}
