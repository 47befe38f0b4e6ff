import type { Fields } from '../fields.ts'
import { type Place, personalConversationOf, threadOf } from '../state/conversation-ids.ts'
import { GROUP_CHAT, MIGRATION_DESK, PROCESSES_CHANNEL, type Team } from '../state/teams.ts'

/** Where something happens, as far as it matters. */
export type Where = {
  readonly place: Place
  /** Of a channel; Migration Desk by default. */
  readonly team?: Team
  /** One of its channels; Processes by default. */
  readonly channel?: string
  /** The post of a channel below which it is said; by default it is a post of its own. `none` for the channel as such. */
  readonly thread?: string
  /** The group chat, if not the usual one. */
  readonly chat?: string
}

type Told = { readonly conversation: Fields & { readonly id: string }; readonly channelData: Fields }

/** What an activity says of where it comes from. */
export function whereFields(
  tenant: string,
  where: Where,
  { personId, activityId }: { readonly personId: string; readonly activityId: string },
): Told {
  const common = { tenantId: tenant, conversationType: where.place }
  const channelData = { tenant: { id: tenant } }
  switch (where.place) {
    case 'personal':
      return { conversation: { ...common, id: personalConversationOf(personId) }, channelData }
    case 'groupChat':
      return { conversation: { isGroup: true, ...common, id: where.chat ?? GROUP_CHAT }, channelData }
    case 'channel':
      return inChannel(where, activityId, { isGroup: true, ...common }, channelData)
  }
}

function inChannel(where: Where, activityId: string, common: Fields, data: Fields): Told {
  const { team = MIGRATION_DESK, channel = PROCESSES_CHANNEL, thread = activityId } = where
  const id = thread === 'none' ? channel : threadOf(channel, thread)
  const channelData = {
    teamsChannelId: channel,
    teamsTeamId: team.id,
    channel: { id: channel },
    team: { id: team.id, aadGroupId: team.aadGroupId, name: team.name },
    ...data,
  }
  return { conversation: { ...common, id }, channelData }
}
