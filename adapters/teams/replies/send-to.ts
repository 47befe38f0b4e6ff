import type { ReferenceKey } from '../../../src/store/references.ts'
import { isRefusedWith } from '../connector/connector-failure.ts'
import type { Outgoing } from '../connector/teams-calls.ts'
import type { TeamsTools } from '../tools.ts'

/** unknown: the app is not there, or was removed. unreachable: Teams lets nothing through, now or since before. */
export type SentTo = 'sent' | 'unknown' | 'unreachable'

/** Why Teams refuses, in words for those who wonder (learn.microsoft.com, proactive messages). */
const reasons = {
  403: 'the app is blocked or was removed, or this tenant does not allow it',
  404: 'the conversation is gone',
} as const

/**
 * Sends a message that nobody has asked for just now to a place where the app is installed. Where Teams says that nothing
 * gets there any more, that is noted, and nothing is sent there until the place is heard of again.
 * @throws what else sending throws
 */
export async function sendTo(key: ReferenceKey, message: Outgoing, tools: TeamsTools): Promise<SentTo> {
  const place = await tools.places.find(key)
  if (!place) return 'unknown'
  if (place.unreachable !== undefined) return 'unreachable'
  try {
    await tools.calls.send(place, message)
    return 'sent'
  } catch (error) {
    const status = ([403, 404] as const).find((refused) => isRefusedWith(error, refused))
    if (!status) throw error
    await tools.places.markUnreachable(key, reasons[status])
    return 'unreachable'
  }
}
