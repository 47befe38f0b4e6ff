import { BoundedList } from '../../../bounded-list.ts'
import type { Changes } from '../../../changes.ts'

/** Which part of Microsoft's was called: the Bot Connector, the token endpoint, or what tells the keys. */
export type Area = 'connector' | 'token' | 'openid'

/** One request of the bot, as it came in and as it was answered. */
export type RecordedCall = {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly area: Area
  readonly method: string
  /** Below the base of the area, decoded: `/v3/conversations/19:…/activities`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** What its JSON or its form says; else the text itself. Undefined where it is empty. */
  readonly body: unknown
  /** The length of the body in UTF-16, as the size limit counts it. */
  readonly bytes: number
  /** Undefined while a fault holds the call up, and where its answer was lost before any work was done. */
  status: number | undefined
  /** Whether its bearer token was one that counts. */
  readonly authorized: boolean
  /** What went wrong on purpose. */
  readonly fault: string | undefined
}

/** Everything the bot has asked for, oldest first. */
export class RecordedCalls {
  readonly #changes: Changes
  readonly #list: BoundedList<RecordedCall>
  #seq = 0

  constructor(keep: number, changes: Changes) {
    this.#list = new BoundedList(keep)
    this.#changes = changes
  }

  get entries(): readonly RecordedCall[] {
    return this.#list.entries
  }

  record(call: Omit<RecordedCall, 'seq' | 'status'>): RecordedCall {
    const recorded = { seq: ++this.#seq, ...call, status: undefined }
    this.#list.push(recorded)
    this.#changes.announce()
    return recorded
  }

  /** Notes how a call was answered. */
  answered(call: RecordedCall, status: number): void {
    call.status = status
    this.#changes.announce()
  }

  clear(): void {
    this.#list.clear()
  }
}
