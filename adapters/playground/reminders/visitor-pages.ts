import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../clock.ts'
import { within } from '../../clock.ts'
import type { EventStreams } from '../../event-streams.ts'

/** Whoever has more open gets messages in those opened last. */
const mostOfVisitor = 5
/** A page in front confirms at once; one that sleeps in the background may never. */
const firstPageMs = 3000
const otherPagesMs = 5000

/** The open pages of each visitor, and what they confirm to have shown. */
export class VisitorPages {
  readonly #streams: EventStreams
  readonly #clock: Clock
  /** Of each visitor, the one opened last in front. */
  readonly #open = new Map<string, readonly ServerResponse[]>()
  readonly #awaited = new Map<string, () => void>()

  constructor(streams: EventStreams, clock: Clock) {
    this.#streams = streams
    this.#clock = clock
  }

  /** Keeps a page of the visitor open for messages. */
  add(visitor: string, request: IncomingMessage, response: ServerResponse): void {
    this.#streams.add(request, response)
    const all = [response, ...this.#of(visitor)]
    this.#open.set(visitor, all.slice(0, mostOfVisitor))
    for (const tooMany of all.slice(mostOfVisitor)) tooMany.end()
    response.on('close', () => this.#remove(visitor, response))
  }

  isOpen(visitor: string): boolean {
    return this.#of(visitor).length > 0
  }

  /** Shows something in one page, or in the others where that does not confirm it. True when one has confirmed. */
  async show(visitor: string, key: string, event: string, value: unknown): Promise<boolean> {
    const [first, ...others] = this.#of(visitor)
    if (!first) return false
    const name = nameOf(visitor, key)
    const { promise, resolve } = Promise.withResolvers<true>()
    this.#awaited.set(name, () => resolve(true))
    try {
      this.#streams.tellOne(first, event, value)
      if (await within(firstPageMs, promise, this.#clock)) return true
      for (const other of others) this.#streams.tellOne(other, event, value)
      return others.length > 0 && (await within(otherPagesMs, promise, this.#clock)) === true
    } finally {
      this.#awaited.delete(name)
    }
  }

  /** A page of that visitor has shown it. What nobody waits for changes nothing. */
  confirm(visitor: string, key: string): void {
    this.#awaited.get(nameOf(visitor, key))?.()
  }

  #of(visitor: string): readonly ServerResponse[] {
    return this.#open.get(visitor) ?? []
  }

  #remove(visitor: string, response: ServerResponse): void {
    const left = this.#of(visitor).filter((other) => other !== response)
    if (left.length > 0) this.#open.set(visitor, left)
    else this.#open.delete(visitor)
  }
}

function nameOf(visitor: string, key: string): string {
  return `${visitor} ${key}`
}
