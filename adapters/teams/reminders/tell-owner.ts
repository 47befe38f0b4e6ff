import type { Owner } from '../../../src/reminders/leave-conversation.ts'
import type { Log } from '../../log.ts'
import { connectorFailure } from '../connector/connector-failure.ts'
import type { TeamsCalls } from '../connector/teams-calls.ts'
import type { KnownPlaces } from '../replies/known-places.ts'
import { textMessage } from '../replies/outgoing.ts'

type Telling = {
  readonly calls: Pick<TeamsCalls, 'sendOnce'>
  readonly places: Pick<KnownPlaces, 'list'>
  readonly log: Log
}

/**
 * Tells somebody in their own conversation that their reminders have ended. Once: whoever does not hear it sees it in the
 * list.
 */
export async function tellOwner(
  { workspace, person, text, language }: Owner,
  { places, calls, log }: Telling,
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
