import { AGAIN, type HeldDelivery } from '../store/delivery.ts'

/** What is sent later than this after it was due was kept from it: by a downtime, quiet hours, or a platform. */
const lateMs = 5 * 60_000
/** More reminders at once are told together. */
const mostApart = 3
/** A message that tells of more cannot be read, and platforms take no longer ones. */
const mostTogether = 25

/** What is to be said to a conversation now. */
export type SortedOut = {
  /** What is told in one message each, the longest due first. */
  readonly messages: readonly (readonly HeldDelivery[])[]
  /** Of which something later says the same. */
  readonly superseded: readonly HeldDelivery[]
}

/**
 * Sorts what is due in one conversation. After a downtime nobody gets a burst: what is late, and what has changed, is told
 * together, and so are many reminders at once; of several reminders of one meeting only the latest is told.
 */
export function sortOut(held: readonly HeldDelivery[], nowMs: number): SortedOut {
  const latest = latestOfEach(held)
  const wanted = held.filter((one) => latest.get(meetingOf(one)) === one)
  const together = wanted.filter((one) => isToldTogether(one, nowMs) || (one.kind === 'reminder' && isCrowd(wanted)))
  const alone = wanted.filter((one) => !together.includes(one))
  // A reminder is of no use any more when its meeting begins: the next meeting stands in front.
  const nextFirst = together.toSorted((a, b) => a.expiresAtMs - b.expiresAtMs)
  return {
    messages: [...chunksOf(nextFirst), ...alone.map((one) => [one])].sort(byDue),
    superseded: held.filter((one) => !wanted.includes(one)),
  }
}

/** Whether the rest of what is due in the conversation belongs into the same message. */
export function needsRest(held: readonly HeldDelivery[], nowMs: number): boolean {
  return isCrowd(held) || held.some((one) => isToldTogether(one, nowMs))
}

function isCrowd(held: readonly HeldDelivery[]): boolean {
  return held.filter(({ kind }) => kind === 'reminder').length > mostApart
}

function isToldTogether({ kind, dueAtMs }: HeldDelivery, nowMs: number): boolean {
  return kind === 'changed' || kind === 'cancelled' || (kind === 'reminder' && nowMs - dueAtMs > lateMs)
}

function latestOfEach(held: readonly HeldDelivery[]): Map<string, HeldDelivery> {
  const latest = new Map<string, HeldDelivery>()
  for (const one of held) {
    const other = latest.get(meetingOf(one))
    if (!other || other.dueAtMs <= one.dueAtMs) latest.set(meetingOf(one), one)
  }
  return latest
}

/** Only reminders say the same as each other; the meeting is not all that notices and digests are about. */
function meetingOf({ kind, lead, meetingId, key }: HeldDelivery): string {
  return kind === 'reminder' && lead !== AGAIN ? `meeting ${meetingId}` : `key ${key}`
}

function byDue([a]: readonly HeldDelivery[], [b]: readonly HeldDelivery[]): number {
  return (a?.dueAtMs ?? 0) - (b?.dueAtMs ?? 0)
}

function chunksOf(all: readonly HeldDelivery[]): HeldDelivery[][] {
  const count = Math.ceil(all.length / mostTogether)
  return Array.from({ length: count }, (_, index) => all.slice(index * mostTogether, (index + 1) * mostTogether))
}
