import { z } from 'zod'
import { languages } from '../../../src/knowledge/language.ts'
import type { Store } from '../../../src/store/store.ts'
import { BoundedMap } from '../../bounded-map.ts'
import type { Clock } from '../../clock.ts'
import { describeError, type Log } from '../../log.ts'

const sentSchema = z.object({
  answerId: z.string(),
  intent: z.string(),
  status: z.string(),
  language: z.enum(languages),
  /** What was asked, as it may be kept. */
  question: z.string(),
  /** Only one person sees the message. */
  isPrivate: z.boolean(),
})

/** What a message of ours answers. */
export type SentAnswer = Readonly<z.infer<typeof sentSchema>>

/** A message of ours. */
export type MessageKey = { readonly tenant: string; readonly conversationId: string; readonly messageId: string }

type Options = { readonly store: Pick<Store, 'keptAnswers'>; readonly clock: Clock; readonly log: Log }

const mostRemembered = 10_000

/** Which message of ours answers what: feedback names the message only. Kept as long as answers are. */
export class SentAnswers {
  readonly #options: Options
  readonly #latest = new BoundedMap<string, SentAnswer>(mostRemembered)
  /** On its way into the store; a press of a button may be faster. */
  readonly #noting = new Map<string, SentAnswer>()

  constructor(options: Options) {
    this.#options = options
  }

  /** Never rejects: without it feedback is lost, and nothing else. */
  async note(key: MessageKey, sent: SentAnswer): Promise<void> {
    const { store, clock, log } = this.#options
    const name = nameOf(key)
    this.#latest.set(placeOf(key), sent)
    this.#noting.set(name, sent)
    try {
      const kept = { id: idOf(key), workspace: key.tenant, body: JSON.stringify(sent) }
      await store.keptAnswers.keep(kept, clock.now().epochMilliseconds)
    } catch (error) {
      log.error('teams message not noted', describeError(error))
    } finally {
      if (this.#noting.get(name) === sent) this.#noting.delete(name)
    }
  }

  async find(key: MessageKey): Promise<SentAnswer | undefined> {
    const noting = this.#noting.get(nameOf(key))
    if (noting) return noting
    const body = await this.#options.store.keptAnswers.find(idOf(key), key.tenant)
    return sentSchema.safeParse(body === undefined ? undefined : JSON.parse(body)).data
  }

  /** The last answer in a conversation, for clients that do not name the message. */
  latest(key: Omit<MessageKey, 'messageId'>): SentAnswer | undefined {
    return this.#latest.get(placeOf(key))
  }
}

function idOf({ conversationId, messageId }: MessageKey): string {
  return `sent:${conversationId}:${messageId}`
}

function nameOf(key: MessageKey): string {
  return `${key.tenant}:${idOf(key)}`
}

function placeOf({ tenant, conversationId }: Omit<MessageKey, 'messageId'>): string {
  return `${tenant}:${conversationId}`
}
