import { createHash } from 'node:crypto'
import type { WantedDelivery } from '../store/delivery.ts'

/** Of fewer nobody takes notice. */
const few = 60
const longestMs = 60_000
const eachMs = 100

/**
 * Spreads what many conversations want at the same moment, as at nine in the morning, over at most a minute after it; always
 * the same for each, and never so that it comes too late.
 */
export function spread(wanted: readonly WantedDelivery[]): WantedDelivery[] {
  const together = Map.groupBy(wanted, momentOf)
  return wanted.map((one) => {
    const count = together.get(momentOf(one))?.length ?? 0
    const nextAtMs = momentOf(one) + Math.floor(shareOf(one) * Math.min(longestMs, count * eachMs))
    return count <= few || nextAtMs >= one.expiresAtMs ? one : { ...one, nextAtMs }
  })
}

function momentOf({ nextAtMs, dueAtMs }: WantedDelivery): number {
  return nextAtMs ?? dueAtMs
}

/** From 0 to 1, by conversation. */
function shareOf({ platform, workspace, conversationId }: WantedDelivery): number {
  const hash = createHash('sha256').update(`${platform}|${workspace}|${conversationId}`).digest()
  return hash.readUInt32BE() / 2 ** 32
}
