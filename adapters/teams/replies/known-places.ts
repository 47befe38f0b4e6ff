import type { ConversationReference, KeptReference, ReferenceKey } from '../../../src/store/references.ts'
import type { Store } from '../../../src/store/store.ts'
import { BoundedMap } from '../../bounded-map.ts'
import type { Clock } from '../../clock.ts'
import { describeError, type Log } from '../../log.ts'
import { type Activity, originOf } from '../connection/activity.ts'
import type { Trust } from '../connection/trust.ts'
import { readerZone, rootOf } from './place.ts'

type Options = {
  readonly store: Pick<Store, 'references'>
  readonly trust: Trust
  readonly clock: Clock
  readonly log: Log
}

const mostRemembered = 10_000

/** Where we may write without being asked, as it was seen last. Only places whose service address is trusted get in or out. */
export class KnownPlaces {
  readonly #options: Options
  /** What is stored already, so that only news is written. */
  readonly #stored = new BoundedMap<string, string>(mostRemembered)

  constructor(options: Options) {
    this.#options = options
  }

  /** Keeps the place where something happened. True when it was not known. */
  async keep(activity: Activity): Promise<boolean> {
    const { store, trust, clock } = this.#options
    const reference = referenceOf(activity)
    if (!trust.isTrustedServiceUrl(reference.serviceUrl)) return false
    const isNew = await store.references.keep(reference, clock.now().epochMilliseconds)
    this.#stored.set(nameOf(reference), JSON.stringify(reference))
    return isNew
  }

  /** The same, where nobody waits for it: Teams may have moved a conversation to another address. */
  async refresh(activity: Activity): Promise<void> {
    const reference = referenceOf(activity)
    if (this.#stored.get(nameOf(reference)) === JSON.stringify(reference)) return
    try {
      await this.keep(activity)
    } catch (error) {
      this.#options.log.error('teams place not kept', describeError(error))
    }
  }

  /** The same of a place that is to be written to from now on: why nothing got there before does not hold any more. */
  async renew(activity: Activity): Promise<void> {
    this.#stored.delete(nameOf(referenceOf(activity)))
    await this.refresh(activity)
  }

  /** Keeps the personal conversation with who did something elsewhere, which has just been opened. */
  async keepPersonal(activity: Activity, conversationId: string): Promise<void> {
    const { store, clock } = this.#options
    const { user: userId } = originOf(activity)
    const zone = readerZone(activity)
    const personal = { kind: 'personal', conversationId, userId, locale: activity.locale ?? undefined, zone } as const
    const reference = { ...referenceOf(activity), teamId: undefined, ...personal }
    await store.references.keep(reference, clock.now().epochMilliseconds)
  }

  /** All of a tenant that may still be written to. */
  async list(workspace: Pick<ReferenceKey, 'platform' | 'workspace'>): Promise<readonly KeptReference[]> {
    const { store, trust } = this.#options
    return (await store.references.list(workspace)).filter(({ serviceUrl }) => trust.isTrustedServiceUrl(serviceUrl))
  }

  /** A place that was kept and may still be written to; undefined else. */
  async find(key: ReferenceKey): Promise<KeptReference | undefined> {
    const found = await this.#options.store.references.find(key)
    return found && this.#options.trust.isTrustedServiceUrl(found.serviceUrl) ? found : undefined
  }

  /** The app was removed there. */
  async remove(key: ReferenceKey): Promise<void> {
    this.#stored.delete(nameOf(key))
    await this.#options.store.references.remove(key)
  }

  /** The app was removed from a team, or the team is gone: none of its channels may be written to. */
  async removeTeam(team: { readonly workspace: string; readonly teamId: string }): Promise<void> {
    this.#stored.clear()
    await this.#options.store.references.removeTeam({ platform: 'teams', ...team })
  }
}

function nameOf({ workspace, conversationId }: ReferenceKey): string {
  return `${workspace}:${conversationId}`
}

/** The root of the conversation: what nobody asked for starts a thread of its own. */
export function referenceOf(activity: Activity): ConversationReference {
  const { tenant, kind, conversationId, serviceUrl, user, botId } = originOf(activity)
  return {
    platform: 'teams',
    workspace: tenant,
    conversationId: rootOf(conversationId),
    kind,
    teamId: activity.channelData?.team?.id ?? undefined,
    serviceUrl,
    botId,
    userId: kind === 'personal' ? user : undefined,
    locale: kind === 'personal' ? (activity.locale ?? undefined) : undefined,
    zone: kind === 'personal' ? readerZone(activity) : undefined,
  }
}
