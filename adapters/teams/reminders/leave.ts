import type { ReferenceKey } from '../../../src/store/references.ts'
import type { TeamsTools } from '../tools.ts'

/** The app was removed from a place, or that is gone: nothing gets there any more, and its reminders end. */
export async function leavePlace(place: ReferenceKey, { places, reminders }: TeamsTools): Promise<void> {
  await reminders?.leave(place, removed)
  await places.remove(place)
}

/** The same of all channels of a team. */
export async function leaveTeam(
  { workspace, teamId }: { readonly workspace: string; readonly teamId: string },
  { places, reminders }: TeamsTools,
): Promise<void> {
  const channels = (await places.list({ platform: 'teams', workspace })).filter(
    (place) => place.teamId === teamId || place.conversationId === teamId,
  )
  for (const channel of channels) await reminders?.leave(channel, removed)
  await places.removeTeam({ workspace, teamId })
}

const removed = 'the app was removed there'
