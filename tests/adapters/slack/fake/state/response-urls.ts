import { BoundedList } from '../../../bounded-list.ts'
import type { Args } from './recorded-calls.ts'

const MAX_USES = 5

/** Where a response_url leads: the conversation, the person, and the message that was acted on. */
export type ResponseTarget = {
  readonly channel: string
  readonly user: string
  readonly messageTs?: string | undefined
  /** The message is one that only this person sees. */
  readonly isEphemeral?: boolean | undefined
}

/** One use of a response_url. */
export type ResponsePost = ResponseTarget & {
  readonly id: string
  readonly at: number
  readonly body: Args
  readonly effect: 'ephemeral' | 'message' | 'replaced' | 'deleted'
}

/** The response_urls given out; each can be used five times. */
export class ResponseUrls {
  readonly #targets = new Map<string, { readonly target: ResponseTarget; uses: number }>()
  readonly posts: BoundedList<ResponsePost>

  constructor(keep: number) {
    this.posts = new BoundedList(keep)
  }

  create(id: string, target: ResponseTarget): void {
    this.#targets.set(id, { target, uses: 0 })
  }

  /** Counts a use; the error code if there can be none. */
  use(id: string): ResponseTarget | 'invalid_url' | 'used_url' {
    const found = this.#targets.get(id)
    if (!found) return 'invalid_url'
    found.uses += 1
    return found.uses > MAX_USES ? 'used_url' : found.target
  }
}
