import type { ReminderMessage } from '../../../src/reminders/message.ts'
import type { ReminderSender } from '../../../src/reminders/reminder-loop.ts'
import type { SendOutcome } from '../../../src/reminders/sender.ts'
import { toMessageText } from '../../../src/reminders/wording.ts'
import type { KeptReference } from '../../../src/store/references.ts'
import type { Log } from '../../log.ts'
import { BotTokenError } from '../connection/bot-token.ts'
import { connectorFailure, statusOf } from '../connector/connector-failure.ts'
import type { Outgoing, TeamsCalls } from '../connector/teams-calls.ts'
import type { KnownPlaces } from '../replies/known-places.ts'
import { textMessage } from '../replies/outgoing.ts'
import type { MessageKey } from '../replies/sent-answers.ts'
import { tellOwner } from './tell-owner.ts'

export type SenderOptions = {
  readonly calls: Pick<TeamsCalls, 'sendOnce' | 'openPersonal'>
  readonly places: Pick<KnownPlaces, 'find' | 'list'>
  readonly log: Log
  /** Told what has been sent and where it is. */
  readonly onSent: (message: ReminderMessage, key: MessageKey) => Promise<void>
  readonly draw: (message: ReminderMessage, where: { readonly isPersonal: boolean }) => Outgoing
}

const tooLarge = '413'

/** Sends reminders to Teams: one call for each try. Nobody may look whether a message is there. */
export function createTeamsSender(options: SenderOptions): ReminderSender {
  return {
    send: async (delivery, content) => {
      const place = await options.places.find(delivery)
      if (!place) return { kind: 'gone', reason: 'the app is not installed there' }
      if (place.unreachable !== undefined) return { kind: 'gone', reason: place.unreachable }
      const outcome = await sendShown(place, content, options)
      if (outcome.kind === 'sent' && outcome.ref !== undefined) {
        const { workspace: tenant, conversationId } = place
        await options.onSent(content, { tenant, conversationId, messageId: outcome.ref })
      }
      return outcome
    },
    tellOwner: (owner) => tellOwner(owner, options),
  }
}

/** What is refused for its size is surely not there, and sent in words alone. */
async function sendShown(place: KeptReference, content: ReminderMessage, options: SenderOptions): Promise<SendOutcome> {
  const whole = await post(place, options.draw(content, { isPersonal: place.kind === 'personal' }), options)
  const isTooMuch = whole.kind === 'gone' && whole.reason.startsWith(tooLarge)
  return isTooMuch ? await post(place, textMessage(toMessageText(content), content.language), options) : whole
}

async function post(place: KeptReference, message: Outgoing, { calls }: SenderOptions): Promise<SendOutcome> {
  try {
    return { kind: 'sent', ref: await calls.sendOnce(place, message) }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** Why Teams refuses for good, in words for those who wonder (learn.microsoft.com, proactive messages). */
const reasons: Readonly<Record<number, string>> = {
  403: 'the app is blocked or was removed there, or the tenant does not allow it',
  404: 'the conversation is gone',
}

/** Teams did not take these, and is to be asked again (learn.microsoft.com, rate limits of bots). */
const notTaken: readonly (number | undefined)[] = [412, 503]

/** @throws what is no failure of a call */
function outcomeOf(error: unknown): SendOutcome {
  const failure = connectorFailure(error)
  const status = statusOf(error)
  if (!failure) throw error
  if (failure.kind === 'limited') return { kind: 'refused', waitMs: failure.waitMs, error: 'Teams limits messages' }
  if (failure.kind === 'unsent') return { kind: 'refused', waitMs: 0, error: unsent(error) }
  if (status === 401) return { kind: 'refused', waitMs: 0, error: 'Teams does not take our token' }
  if (notTaken.includes(status)) return { kind: 'refused', waitMs: 0, error: String(status) }
  if (failure.kind === 'refused') return { kind: 'gone', reason: reasons[status ?? 0] ?? failure.error }
  return { kind: 'unknown', error: status === undefined ? 'no answer' : String(status) }
}

function unsent(error: unknown): string {
  return error instanceof BotTokenError ? error.message : 'Teams cannot be reached'
}
