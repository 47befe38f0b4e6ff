import { refused } from '../refusal.ts'
import type { ConnectorState } from '../state/connector-state.ts'
import type { Team } from '../state/teams.ts'
import type { Asked, Operation } from './operation.ts'

export const teamOperations: readonly Operation[] = [
  { method: 'GET', path: '/v3/teams/:team', run: describe },
  { method: 'GET', path: '/v3/teams/:team/conversations', run: channels },
]

function describe({ ids }: Asked, state: ConnectorState) {
  const { id, name, aadGroupId, channels } = find(ids, state)
  const memberCount = state.people.list().length
  return {
    status: 200,
    body: { id, name, aadGroupId, type: 'standard', channelCount: channels.length + 1, memberCount },
  }
}

/** The general channel has no name of its own. */
function channels({ ids }: Asked, state: ConnectorState) {
  const { id, channels } = find(ids, state)
  return { status: 200, body: { conversations: [{ id, name: null }, ...channels] } }
}

function find({ team = '' }: Asked['ids'], { teams }: ConnectorState): Team {
  const found = teams.get(team)
  if (!found) throw refused(404, 'NotFound', 'Team not found.')
  return found
}
