import { type ReminderCommand, readReminderCommand } from '../../../src/reminders/reminder-command.ts'
import type { SlackTools } from '../tools.ts'
import type { Asker } from './asking.ts'
import { findChannelById } from './find-channel.ts'

/** What a text wants of reminders, read without knowing the person's day: enough to tell it from a question. */
export function wishIn(text: string, { clock }: Pick<SlackTools, 'clock'>): ReminderCommand | undefined {
  return readReminderCommand(text, { now: clock.now(), zone: 'UTC' })
}

/** Whether something would go to the channel in which it is asked. */
export function isForHere(wish: ReminderCommand): boolean {
  return 'place' in wish && wish.place.kind === 'here'
}

/** Whether the app can write to the channel that it was asked in, and keeps it then. Direct messages are always open. */
export async function isThere(asker: Asker, tools: SlackTools): Promise<boolean> {
  const { client, workspace, user, channel, isInside } = asker
  if (channel === undefined || channel.startsWith('D')) return true
  const isIn = isInside || (await isMemberOf(channel, { client, workspace, user }, tools))
  if (isIn) await tools.places.keep({ workspace, channel })
  return isIn
}

/** Of a private channel Slack does not tell; there counts what was seen. */
async function isMemberOf(
  channel: string,
  { client, workspace, user }: Pick<Asker, 'client' | 'workspace' | 'user'>,
  tools: SlackTools,
): Promise<boolean> {
  const found = await findChannelById(channel, { client, user, tools })
  if (found !== 'unknown') return typeof found === 'object'
  return await tools.places.has({ platform: 'slack', workspace, conversationId: channel })
}
