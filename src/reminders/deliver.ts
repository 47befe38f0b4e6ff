import type { Deliveries } from '../store/deliveries.ts'
import type { DeliveryOutcome, HeldDelivery } from '../store/delivery.ts'
import type { Platform } from '../store/platform.ts'
import type { Sender, SendOutcome } from './sender.ts'

/** Another process, or this one soon, knows what is to be said. */
export const LATER = Symbol('later')

export type Delivering<Content> = {
  readonly deliveries: Pick<Deliveries, 'begin' | 'finish' | 'blockConversation'>
  /** Those of the platforms that are configured here. */
  readonly senders: Readonly<Partial<Record<Platform, Sender<Content>>>>
  /**
   * What is to be said now; undefined where there is nothing to say any more, as the meeting is cancelled or has moved, and
   * `LATER` where this process does not know it yet.
   */
  readonly contentOf: (delivery: HeldDelivery) => Promise<Content | typeof LATER | undefined>
  /** One message of several; where it is left out each is sent by itself. */
  readonly combine?: ((contents: readonly Content[]) => Content) | undefined
  /**
   * What is done with a message of which it cannot be found out whether it got through: a double is possible, or a loss that
   * operators see.
   */
  readonly onUnknown?: 'resend-once' | 'never' | undefined
  /** Told when nothing gets to a conversation any more. */
  readonly onGone?: ((delivery: HeldDelivery, reason: string) => Promise<void>) | undefined
  /** Told how a delivery ended; "unconfirmed" ones are looked after later. */
  readonly onEnd?: ((delivery: HeldDelivery, end: DeliveryOutcome['kind'] | 'unconfirmed') => void) | undefined
  /** Told of a failure that is no outcome of sending: a store that cannot be written, or a defect. */
  readonly onFailure: (error: unknown) => void
  readonly now: () => number
}

/** Tries that were refused are tried again after at least this, then longer and longer. */
const leastWaitMs = 5000
const longestWaitMs = 10 * 60_000
/** Until then this process, or another, may know what is to be said. */
const laterMs = 60_000
/** So long a call to a platform may take. */
const longestCallMs = 10_000

/**
 * Sends one message that tells of all that is held, once. That it begins is committed before, so that after a crash one knows
 * what may be out. Returns from when on the conversation takes messages, where the platform has refused this one.
 * @param held of one conversation
 */
export async function deliver<Content>(
  held: readonly HeldDelivery[],
  parts: Delivering<Content>,
): Promise<number | undefined> {
  const sender = held[0] && parts.senders[held[0].platform]
  if (!sender) return undefined
  const contents = await prepareAll(held, parts)
  const begun = await beginAll([...contents.keys()], parts)
  const [first] = begun
  if (!first) return undefined
  // Whoever was held up for so long may find that another process looks after it already.
  if (parts.now() > Math.min(...begun.map(({ leaseUntilMs }) => leaseUntilMs)) - longestCallMs) {
    await finishAll(begun, { kind: 'retry', atMs: parts.now(), error: 'held up before it was sent' }, parts)
    return undefined
  }
  const said = begun.map((one) => contents.get(one)).filter((content) => content !== undefined)
  const content = said.length > 1 ? parts.combine?.(said) : said[0]
  if (content === undefined) return undefined
  const keys = begun.map(({ key }) => key)
  return await settle(begun, first, await sender.send(first, content, keys), parts)
}

/** Finds out what became of a message whose sender died, or never heard of it again, and notes it. */
export async function check<Content>(held: HeldDelivery, parts: Delivering<Content>): Promise<void> {
  const found = (await parts.senders[held.platform]?.readBack?.(held)) ?? 'unreadable'
  if (found === 'there') return await finish(held, { kind: 'sent', ref: undefined }, parts)
  const isOver = held.expiresAtMs <= parts.now()
  // Still held, so that it is looked for again when the lease is over: a platform that is down will come back.
  if (found === 'later' && !isOver) return
  const isUncertain = found !== 'absent'
  // Once more is one possible double; a third time would make two.
  if (isUncertain && (isOver || held.isUncertain || parts.onUnknown === 'never')) {
    return await finish(held, { kind: 'unknown', error: 'it was never confirmed' }, parts)
  }
  const error = isUncertain ? 'not confirmed, sent again' : 'did not get through'
  await finish(held, { kind: 'retry', atMs: parts.now(), error, isUncertain }, parts)
}

/** What is to be said of those that have something to say. */
async function prepareAll<Content>(
  held: readonly HeldDelivery[],
  parts: Delivering<Content>,
): Promise<ReadonlyMap<HeldDelivery, Content>> {
  const contents = new Map<HeldDelivery, Content>()
  for (const one of held) {
    // What fails is free again when its lease has run out, and holds up nothing else.
    const content = await prepare(one, parts).catch((error: unknown) => {
      parts.onFailure(error)
      return undefined
    })
    if (content !== undefined) contents.set(one, content)
  }
  return contents
}

/** What is to be said; undefined where that is nothing, and it is over, or not known yet. */
async function prepare<Content>(held: HeldDelivery, parts: Delivering<Content>): Promise<Content | undefined> {
  const isUseless = held.expiresAtMs <= parts.now()
  // Said now: "in three hours" is true only now.
  const content = isUseless ? undefined : await parts.contentOf(held)
  if (content === LATER) {
    await finish(held, { kind: 'retry', atMs: parts.now() + laterMs, error: 'not known here yet' }, parts)
    return undefined
  }
  if (content === undefined) await finish(held, { kind: isUseless ? 'expired' : 'cancelled' }, parts)
  return content
}

async function beginAll<Content>(
  all: readonly HeldDelivery[],
  { deliveries, now }: Delivering<Content>,
): Promise<HeldDelivery[]> {
  const begun = await Promise.all(all.map(({ key, leaseToken }) => deliveries.begin(key, leaseToken, now())))
  return all.filter((_, index) => begun[index])
}

async function settle<Content>(
  begun: readonly HeldDelivery[],
  first: HeldDelivery,
  outcome: SendOutcome,
  parts: Delivering<Content>,
): Promise<number | undefined> {
  switch (outcome.kind) {
    case 'sent':
      await finishAll(begun, outcome, parts)
      return undefined
    case 'gone':
      await finishAll(begun, { kind: 'failed', error: outcome.reason }, parts)
      await parts.onGone?.(first, outcome.reason)
      return undefined
    case 'refused': {
      const atMs = parts.now() + Math.max(outcome.waitMs, waitAfter(first.attempt))
      // All processes hold to it.
      await parts.deliveries.blockConversation(first, parts.now() + outcome.waitMs)
      await finishAll(begun, { kind: 'retry', atMs, error: outcome.error }, parts)
      return atMs
    }
    case 'unknown':
      for (const one of begun) parts.onEnd?.(one, 'unconfirmed')
      return undefined
  }
}

function waitAfter(attempt: number): number {
  return Math.min(leastWaitMs * 2 ** attempt, longestWaitMs)
}

/** Notes of all the same. */
export async function finishAll<Content>(
  all: readonly HeldDelivery[],
  outcome: DeliveryOutcome,
  parts: Delivering<Content>,
): Promise<void> {
  await Promise.all(all.map((one) => finish(one, outcome, parts)))
}

/** Notes how it ended; nothing where somebody else has it by now. */
export async function finish<Content>(
  held: HeldDelivery,
  outcome: DeliveryOutcome,
  { deliveries, onEnd, now }: Pick<Delivering<Content>, 'deliveries' | 'onEnd' | 'now'>,
): Promise<void> {
  const isOurs = await deliveries.finish(held.key, held.leaseToken, outcome, now())
  if (isOurs) onEnd?.(held, outcome.kind)
}
