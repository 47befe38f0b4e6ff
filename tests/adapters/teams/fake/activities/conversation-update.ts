import type { Fields } from '../fields.ts'
import { MIGRATION_DESK } from '../state/teams.ts'
import { type Activity, type ActivitySource, anActivity, type Circumstances } from './activity.ts'

type Account = { readonly id: string; readonly name?: string; readonly aadObjectId?: string }

export type ConversationChange = Circumstances & {
  readonly membersAdded?: readonly Account[]
  readonly membersRemoved?: readonly Account[]
  /** What Teams calls a change of a team or a channel. */
  readonly eventType?:
    | 'channelCreated'
    | 'channelDeleted'
    | 'channelRenamed'
    | 'channelRestored'
    | 'teamMemberAdded'
    | 'teamMemberRemoved'
    | 'teamRenamed'
    | 'teamArchived'
    | 'teamUnarchived'
    | 'teamRestored'
    | 'teamDeleted'
    | 'teamHardDeleted'
}

/** Somebody comes or goes, the bot perhaps, or a team or channel changes. In a team it comes from its general channel. */
export function aConversationUpdate(fake: ActivitySource, change: ConversationChange): Activity {
  const { membersAdded, membersRemoved, eventType } = change
  const own = {
    ...(membersAdded && { membersAdded }),
    ...(membersRemoved && { membersRemoved }),
    ...(eventType && { channelData: eventData(change) }),
  }
  return anActivity(fake, 'conversationUpdate', { thread: 'none', ...change, ...generalChannel(change) }, own)
}

function eventData({ eventType, channel }: ConversationChange): Fields {
  return channel && eventType?.startsWith('channel') ? { eventType, channel: { id: channel } } : { eventType }
}

function generalChannel({ place, team = MIGRATION_DESK }: ConversationChange): { readonly channel?: string } {
  return place === 'channel' ? { channel: team.id } : {}
}
