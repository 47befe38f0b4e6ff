import type { Reply } from '../../fake-web-server.ts'

/** Why a call is not done. */
export class Refusal extends Error {
  readonly #reply: Reply

  constructor(reply: Reply) {
    super(JSON.stringify(reply.body))
    this.#reply = reply
  }

  reply(): Reply {
    return this.#reply
  }
}

/** As the connector words it. */
export function refused(status: number, code: string, message: string, retryAfter?: number): Refusal {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return new Refusal({ status, headers, body: { error: { code, message } } })
}
