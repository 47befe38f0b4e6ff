import { createHash } from 'node:crypto'
import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Found } from '../../../src/reminders/sender.ts'
import type { HeldDelivery } from '../../../src/store/delivery.ts'
import type { Clock } from '../../clock.ts'
import { isTokenRefusal } from '../connection/token-refusal.ts'
import { callFailure } from '../web-api/call-failure.ts'

const eventType = 'focal_reminder'
const pageSize = 200
/** What has been said since is longer only where people write all the time. */
const mostPages = 10
/** Clocks of two machines differ, ours and Slack's. */
const earlierMs = 60_000
/** Slack shows a message a moment after it has taken it. */
const settledMs = 5000

/** What marks a message with all deliveries that it tells of; their keys are too long for many of them, and Slack takes no list of texts. */
export function metadataOf(keys: readonly string[]) {
  return { event_type: eventType, event_payload: { keys: keys.map(shorten).join(' ') } }
}

/** Looks whether a message is there that tells of a delivery. Only direct messages can be read. */
export async function findReminder(
  client: webApi.WebClient,
  { conversationId, key, sendStartedAtMs = 0 }: HeldDelivery,
  clock: Clock,
): Promise<Found> {
  try {
    const isThere = await isInHistory(client, conversationId, { key, sinceMs: sendStartedAtMs - earlierMs })
    if (isThere === false && clock.now().epochMilliseconds < sendStartedAtMs + settledMs) return 'later'
    return isThere === undefined ? 'unreadable' : isThere ? 'there' : 'absent'
  } catch (error) {
    return foundAfter(error)
  }
}

/** @throws what is no failure of a call */
function foundAfter(error: unknown): Found {
  const failure = callFailure(error)
  if (!failure) throw error
  return failure.kind === 'refused' && !isTokenRefusal(failure.error) ? 'unreadable' : 'later'
}

/** Undefined where there is more than is read. */
async function isInHistory(
  client: webApi.WebClient,
  channel: string,
  { key, sinceMs }: { readonly key: string; readonly sinceMs: number },
): Promise<boolean | undefined> {
  const oldest = String(Math.max(0, sinceMs) / 1000)
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const asked = { channel, oldest, include_all_metadata: true, limit: pageSize, cursor }
    const { messages = [], response_metadata } = await client.conversations.history(asked)
    if (messages.some((message) => keysOf(message).includes(shorten(key)))) return true
    cursor = response_metadata?.next_cursor
    if (!cursor) return false
  }
  return undefined
}

const messageSchema = z.object({
  metadata: z.object({ event_type: z.literal(eventType), event_payload: z.object({ keys: z.string() }) }),
})

function keysOf(message: unknown): readonly string[] {
  return messageSchema.safeParse(message).data?.metadata.event_payload.keys.split(' ') ?? []
}

function shorten(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}
