import type { webApi } from '@slack/bolt'
import type { Owner } from '../../../src/reminders/leave-conversation.ts'
import type { Log } from '../../log.ts'
import { escapeWithin } from '../drawing/fallback-text.ts'
import { paragraph } from '../drawing/text-objects.ts'
import { callFailure } from '../web-api/call-failure.ts'

/** Tells somebody directly that their reminders have ended. Once: whoever does not hear it sees it in the list. */
export async function tellOwner(
  { person, text }: Pick<Owner, 'person' | 'text'>,
  { client, log }: { readonly client: webApi.WebClient; readonly log: Log },
): Promise<void> {
  try {
    await client.chat.postMessage({ channel: person, text: escapeWithin(text), blocks: [paragraph([{ text }])] })
  } catch (error) {
    if (!callFailure(error)) throw error
    log.warn('slack person not told', { notice: 'remindersEnded' })
  }
}
