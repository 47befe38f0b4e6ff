import type { webApi } from '@slack/bolt'

type Sought = { readonly channel: string; readonly thread_ts: string; readonly key: string }

const pageSize = 200
/** Of longer threads the rest is not read. */
const mostPages = 10

/**
 * Looks whether a message with that key is in a thread; unreadable where the thread is too long. Works where the app may
 * read: in direct messages.
 * @throws what the Web API throws
 */
export async function findMessage(
  client: webApi.WebClient,
  sought: Sought,
): Promise<'there' | 'absent' | 'unreadable'> {
  const { channel, thread_ts: ts, key } = sought
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const thread = { channel, ts, include_all_metadata: true, limit: pageSize, cursor }
    const { messages = [], response_metadata } = await client.conversations.replies(thread)
    if (messages.some((message) => keyOf(message) === key)) return 'there'
    cursor = response_metadata?.next_cursor
    if (!cursor) return 'absent'
  }
  return 'unreadable'
}

function keyOf(message: object): unknown {
  if (!('metadata' in message)) return undefined
  const { metadata } = message as { metadata?: { event_payload?: { key?: unknown } } }
  return metadata?.event_payload?.key
}
