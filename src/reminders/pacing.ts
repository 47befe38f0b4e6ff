import type { Platform } from '../store/platform.ts'
import type { ReferenceKey } from '../store/references.ts'

/** One message each so many milliseconds in the long run, and so many at once after a rest. */
export type Rate = { readonly everyMs: number; readonly burst: number }

export type Rates = { readonly conversation: Rate; readonly workspace: Rate }

/**
 * Below what the platforms take, so that answers get through as well. Teams takes 7 messages a second and 60 in half a minute in
 * a conversation, and 50 calls a second in a tenant.
 */
export const usualRates: Readonly<Record<Platform, Rates>> = {
  slack: { conversation: { everyMs: 1000, burst: 1 }, workspace: { everyMs: 1000, burst: 3 } },
  teams: { conversation: { everyMs: 600, burst: 6 }, workspace: { everyMs: 50, burst: 10 } },
  web: { conversation: { everyMs: 100, burst: 3 }, workspace: { everyMs: 5, burst: 100 } },
}

/** Says when the next message may go to a conversation. */
export type Pacing = {
  /** Takes a turn, and returns how many milliseconds to wait for it. */
  reserve(conversation: ReferenceKey, nowMs: number): number
}

/** More conversations than these are forgotten once they have rested. */
const mostKept = 10_000

/** Paces each conversation and each workspace. Each process by itself: what they all must keep to, the platform says. */
export function createPacing(rates: Readonly<Record<Platform, Rates>> = usualRates): Pacing {
  const turns = new Map<string, number>()
  return {
    reserve: ({ platform, workspace, conversationId }, nowMs) => {
      if (turns.size > mostKept) forgetRested(turns, nowMs)
      const { conversation: inConversation, workspace: inWorkspace } = rates[platform]
      const waits = [
        takeTurn(turns, JSON.stringify([platform, workspace, conversationId]), inConversation, nowMs),
        takeTurn(turns, JSON.stringify([platform, workspace]), inWorkspace, nowMs),
      ]
      return Math.max(...waits)
    },
  }
}

/** For a platform that takes whatever comes. */
export const unpaced: Pacing = { reserve: () => 0 }

/** Each turn moves the moment by which all turns are used up; a burst may be ahead of it. */
function takeTurn(turns: Map<string, number>, name: string, { everyMs, burst }: Rate, nowMs: number): number {
  const usedUpAtMs = Math.max(turns.get(name) ?? nowMs, nowMs)
  turns.set(name, usedUpAtMs + everyMs)
  return Math.max(0, usedUpAtMs - (burst - 1) * everyMs - nowMs)
}

function forgetRested(turns: Map<string, number>, nowMs: number): void {
  for (const [name, usedUpAtMs] of turns) if (usedUpAtMs <= nowMs) turns.delete(name)
}
