import type { SendOutcome } from '../../../../src/reminders/sender.ts'
import type { ReferenceKey } from '../../../../src/store/references.ts'
import { aReminderMessage } from '../../chat/a-reminder.ts'
import type { RunningAdapter } from '../running-adapter.ts'
import { aDelivery } from './a-delivery.ts'

/** Sends something that nobody has asked for just now, and tells what became of it. */
export async function tellUnasked(
  { adapter }: Pick<RunningAdapter, 'adapter'>,
  place: ReferenceKey,
): Promise<SendOutcome['kind']> {
  const outcome = await adapter.sender.send(aDelivery(place), aReminderMessage(), [])
  return outcome.kind
}
