import type { Owner } from '../../../src/reminders/leave-conversation.ts'
import type { ReminderMessage } from '../../../src/reminders/message.ts'
import type { ReminderSender } from '../../../src/reminders/reminder-loop.ts'
import type { SendOutcome } from '../../../src/reminders/sender.ts'
import { toMessageText } from '../../../src/reminders/wording.ts'
import type { KeptReference } from '../../../src/store/references.ts'
import type { Log } from '../../log.ts'
import { connectorFailure } from '../connector/connector-failure.ts'
import type { Outgoing, TeamsCalls } from '../connector/teams-calls.ts'
import type { KnownPlaces } from '../replies/known-places.ts'
import { textMessage } from '../replies/outgoing.ts'
import type { MessageKey } from '../replies/sent-answers.ts'

export type SenderOptions = {
  readonly calls: Pick<TeamsCalls, 'sendOnce' | 'openPersonal'>
  readonly places: Pick<KnownPlaces, 'find' | 'list'>
  readonly log: Log
  /** Told what has been sent and where it is. */
  readonly onSent: (message: ReminderMessage, key: MessageKey) => Promise<void>
  readonly draw: (message: ReminderMessage, where: { readonly isPersonal: boolean }) => Outgoing
}

const tooLarge = '413'
/** Somebody has to look after the secret first. */
const tokenWaitMs = 10 * 60_000

/** Sends reminders to Teams: one call for each try. Nobody may look whether a message is there. */
export function createTeamsSender(options: SenderOptions): ReminderSender {
  return {
    send: async (delivery, content) => {
      const place = await options.places.find(delivery)
      if (!place) return { kind: 'gone', reason: 'the app is not installed there' }
      if (place.unreachable !== undefined) return { kind: 'gone', reason: place.unreachable }
      const drawn = options.draw(content, { isPersonal: place.kind === 'personal' })
      const whole = await post(place, drawn, options)
      // Refused for what it shows, so that it is surely not there.
      const isTooMuch = whole.kind === 'gone' && whole.reason.startsWith(tooLarge)
      if (whole.kind === 'sent' && whole.ref !== undefined) {
        const { workspace: tenant, conversationId } = place
        await options.onSent(content, { tenant, conversationId, messageId: whole.ref })
      }
      return isTooMuch ? await post(place, textMessage(toMessageText(content), content.language), options) : whole
    },
    tellOwner: (owner) => tellOwner(owner, options),
  }
}

async function post(place: KeptReference, message: Outgoing, { calls }: SenderOptions): Promise<SendOutcome> {
  try {
    return { kind: 'sent', ref: await calls.sendOnce(place, message) }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** Why Teams refuses, in words for those who wonder (learn.microsoft.com, proactive messages). */
const reasons: Readonly<Record<string, string>> = {
  403: 'the app is blocked or was removed there, or the tenant does not allow it',
  404: 'the conversation is gone',
}

/** @throws what is no failure of a call */
function outcomeOf(error: unknown): SendOutcome {
  const failure = connectorFailure(error)
  if (!failure) throw error
  switch (failure.kind) {
    case 'limited':
      return { kind: 'refused', waitMs: failure.waitMs, error: 'Teams limits messages' }
    case 'unsent':
      return { kind: 'refused', waitMs: 0, error: error instanceof Error ? error.message : 'Teams cannot be reached' }
    case 'refused': {
      const status = failure.error.slice(0, 3)
      if (status === '401') return { kind: 'refused', waitMs: tokenWaitMs, error: 'Teams does not take our token' }
      if (status === '412') return { kind: 'refused', waitMs: 0, error: failure.error }
      return { kind: 'gone', reason: reasons[status] ?? failure.error }
    }
    default:
      return { kind: 'unknown', error: failure.kind }
  }
}

/** In the person's own conversation, once: whoever does not hear it sees it in the list. */
async function tellOwner(
  { workspace, person, text, language }: Owner,
  { places, calls, log }: SenderOptions,
): Promise<void> {
  const all = await places.list({ platform: 'teams', workspace })
  const personal = all.find(({ kind, userId, unreachable }) => kind === 'personal' && userId === person && !unreachable)
  if (!personal) return log.warn('teams person not told', { notice: 'remindersEnded' })
  try {
    await calls.sendOnce(personal, textMessage(text, language))
  } catch (error) {
    if (!connectorFailure(error)) throw error
    log.warn('teams person not told', { notice: 'remindersEnded' })
  }
}
