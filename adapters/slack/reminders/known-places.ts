import type { ConversationReference, ReferenceKey } from '../../../src/store/references.ts'
import type { Store } from '../../../src/store/store.ts'
import { BoundedMap } from '../../bounded-map.ts'
import type { Reader } from '../../chat/reader.ts'
import type { Clock } from '../../clock.ts'
import { describeError, type Log } from '../../log.ts'

type Options = { readonly store: Pick<Store, 'references'>; readonly clock: Clock; readonly log: Log }

/** A conversation that the app is surely in. */
export type Place = {
  readonly workspace: string
  readonly channel: string
  /** Who is alone there with the app, in a direct message. */
  readonly user?: string | undefined
  readonly reader?: Reader | undefined
}

const mostRemembered = 10_000

/** Where the app is, as far as it was seen: Slack does not tell of private channels without another scope. */
export class KnownPlaces {
  readonly #options: Options
  /** What is stored already, so that only news is written. */
  readonly #stored = new BoundedMap<string, string>(mostRemembered)

  constructor(options: Options) {
    this.#options = options
  }

  /** Keeps a place that reminders go to. */
  async keep(place: Place): Promise<void> {
    const reference = referenceOf(place)
    const seen = JSON.stringify(reference)
    if (this.#stored.get(keyOf(reference)) === seen) return
    await this.#options.store.references.keep(reference, this.#options.clock.now().epochMilliseconds)
    this.#stored.set(keyOf(reference), seen)
  }

  /** The same, where nobody waits for it. */
  async note(place: Place): Promise<void> {
    try {
      await this.keep(place)
    } catch (error) {
      this.#options.log.error('slack place not kept', describeError(error))
    }
  }

  /** Whether the app was in that conversation when it last heard of it. */
  async has(key: ReferenceKey): Promise<boolean> {
    const found = await this.#options.store.references.find(key)
    return found !== undefined && found.unreachable === undefined
  }

  /** The app is there no more, until it is heard of again. */
  forget(key: ReferenceKey): void {
    this.#stored.delete(keyOf(key))
  }
}

function keyOf({ workspace, conversationId }: ReferenceKey): string {
  return `${workspace}:${conversationId}`
}

function referenceOf({ workspace, channel, user, reader }: Place): ConversationReference {
  return {
    platform: 'slack',
    workspace,
    conversationId: channel,
    kind: user === undefined ? 'channel' : 'personal',
    teamId: undefined,
    serviceUrl: '',
    botId: '',
    userId: user,
    locale: reader?.language,
    zone: reader?.zone,
  }
}
