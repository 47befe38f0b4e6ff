import type { Owner } from '../../../src/reminders/leave-conversation.ts'
import type { ReferenceKey } from '../../../src/store/references.ts'
import type { TeamsTools } from '../tools.ts'
import { tellOwner } from './tell-owner.ts'

/** The app was removed from a place, or that is gone: nothing gets there any more, and its reminders end. */
export async function leavePlace(place: ReferenceKey, tools: TeamsTools): Promise<void> {
  const kept = await tools.places.find(place)
  const owners = await endReminders([place], tools)
  await tools.places.remove(place)
  // Whoever removes the app from their own conversation knows, and cannot be told there.
  if (kept?.kind !== 'personal') await tellOwners(owners, tools)
}

type Team = {
  readonly workspace: string
  readonly teamId: string
  /** Where that was told, which is one of its channels. */
  readonly here?: ReferenceKey
}

/** The same of all channels of a team. */
export async function leaveTeam({ workspace, teamId, here }: Team, tools: TeamsTools): Promise<void> {
  const { places } = tools
  const channels = (await places.list({ platform: 'teams', workspace })).filter(
    (place) => place.teamId === teamId || place.conversationId === teamId,
  )
  const owners = await endReminders([...(here ? [here] : []), ...channels], tools)
  if (here) await places.remove(here)
  await places.removeTeam({ workspace, teamId })
  await tellOwners(owners, tools)
}

const removed = 'the app was removed there'

/** Returns who asked for them, each once. */
async function endReminders(places: readonly ReferenceKey[], { reminders }: TeamsTools): Promise<Owner[]> {
  const owners = new Map<string, Owner>()
  for (const place of places) {
    for (const owner of (await reminders?.leave(place, removed)) ?? []) owners.set(owner.person, owner)
  }
  return [...owners.values()]
}

async function tellOwners(owners: readonly Owner[], tools: TeamsTools): Promise<void> {
  for (const owner of owners) await tellOwner(owner, tools)
}
