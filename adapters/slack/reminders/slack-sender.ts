import type { webApi } from '@slack/bolt'
import type { ReminderMessage } from '../../../src/reminders/message.ts'
import type { ReminderSender } from '../../../src/reminders/reminder-loop.ts'
import type { SendOutcome } from '../../../src/reminders/sender.ts'
import type { HeldDelivery } from '../../../src/store/delivery.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { isTokenRefusal } from '../connection/token-refusal.ts'
import { isBlockRefusal, type Sendable } from '../replies/send-drawing.ts'
import { callFailure } from '../web-api/call-failure.ts'
import { findReminder, metadataOf } from './find-reminder.ts'
import { tellOwner } from './tell-owner.ts'

type Options = {
  readonly client: () => webApi.WebClient
  readonly clock: Clock
  readonly log: Log
  readonly draw: (message: ReminderMessage, delivery: HeldDelivery) => Sendable
}

/** Nobody gets anything before somebody has looked after the token. */
const tokenWaitMs = 10 * 60_000

/** Sends reminders to Slack: one call for each try, and a look for what may have got through. */
export function createSlackSender({ client, clock, log, draw }: Options): ReminderSender {
  return {
    send: async (delivery, content, keys) => {
      const drawing = draw(content, delivery)
      const metadata = metadataOf(keys)
      const whole = await post(client(), { ...drawing, channel: delivery.conversationId, metadata })
      // Refused for what it shows, so that it is surely not there.
      const isTooMuch = whole.kind === 'gone' && isBlockRefusal(whole.reason)
      return isTooMuch
        ? await post(client(), { text: drawing.text, channel: delivery.conversationId, metadata })
        : whole
    },
    readBack: (delivery) => findReminder(client(), delivery, clock),
    tellOwner: (owner) => tellOwner(owner, { client: client(), log }),
  }
}

type Message = Sendable & { readonly channel: string; readonly metadata: ReturnType<typeof metadataOf> }

const withoutPreviews = { unfurl_links: false, unfurl_media: false } as const

async function post(client: webApi.WebClient, { blocks, ...rest }: Message): Promise<SendOutcome> {
  const message = { ...rest, ...withoutPreviews }
  try {
    const { ts } = await client.chat.postMessage(blocks ? { ...message, blocks: [...blocks] } : message)
    return { kind: 'sent', ref: ts }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** @throws what is no failure of a call */
function outcomeOf(error: unknown): SendOutcome {
  const failure = callFailure(error)
  if (!failure) throw error
  switch (failure.kind) {
    case 'limited':
      return { kind: 'refused', waitMs: failure.waitMs, error: 'ratelimited' }
    case 'unsent':
      return { kind: 'refused', waitMs: 0, error: 'Slack cannot be reached' }
    case 'refused':
      return isTokenRefusal(failure.error)
        ? { kind: 'refused', waitMs: tokenWaitMs, error: failure.error }
        : { kind: 'gone', reason: failure.error }
    default:
      return { kind: 'unknown', error: failure.kind }
  }
}
