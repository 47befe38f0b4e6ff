import type { webApi } from '@slack/bolt'
import { callFailure } from './call-failure.ts'

/** unreadable: the app may not read that conversation, or Slack does not answer. */
export type FoundMessage = 'there' | 'absent' | 'unreadable'

type Sought = { readonly channel: string; readonly thread_ts: string; readonly key: string }

/** Looks whether a message with that key is in a thread. Works where the app may read: in direct messages. */
export async function findMessage(
  client: webApi.WebClient,
  { channel, thread_ts, key }: Sought,
): Promise<FoundMessage> {
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts: thread_ts, include_all_metadata: true })
    return messages.some((message) => keyOf(message) === key) ? 'there' : 'absent'
  } catch (error) {
    if (callFailure(error)) return 'unreadable'
    throw error
  }
}

function keyOf(message: object): unknown {
  if (!('metadata' in message)) return undefined
  const { metadata } = message as { metadata?: { event_payload?: { key?: unknown } } }
  return metadata?.event_payload?.key
}
