import { directChannelOf } from '../state/channels.ts'
import type { SlackState } from '../state/slack-state.ts'
import { Refusal } from './method.ts'

/** The conversation that a message may be posted to; a person's id means the direct one. */
export function postableChannel(id: string, slack: SlackState): string {
  if (/^[UW]/.test(id)) return directChannelTo(id, slack)
  const channel = slack.channels.get(id)
  if (!channel) throw new Refusal('channel_not_found')
  if (channel.isArchived) throw new Refusal('is_archived')
  if (!channel.isMember) throw new Refusal('not_in_channel')
  return id
}

/** The direct conversation with a person who is there. */
export function directChannelTo(userId: string, slack: SlackState): string {
  const user = slack.users.get(userId)
  if (!user || user.deleted) throw new Refusal('user_not_found')
  if (user.isBot) throw new Refusal('cannot_dm_bot')
  return directChannelOf(userId)
}
