import { type Fields, objectIn, objectsIn, textIn } from '../fields.ts'
import { refused } from '../refusal.ts'
import type { ConnectorState } from '../state/connector-state.ts'
import { personalConversationOf, threadOf } from '../state/conversation-ids.ts'
import { checkActivity } from './activity-rules.ts'
import type { Asked, Operation } from './operation.ts'

/** Starts a conversation with one person, or a thread in a channel. */
export const createConversation: Operation = { method: 'POST', path: '/v3/conversations', limit: 'send', run: create }

function create({ body, bytes }: Asked, state: ConnectorState) {
  const channelId = textIn(objectIn(objectIn(body, 'channelData'), 'channel'), 'id')
  const activity = body.activity === undefined ? undefined : objectIn(body, 'activity')
  if (activity) checkActivity(activity, bytes, state)
  const activityId = activity && state.ids.next()
  const id = channelId ? newThread(channelId, activityId, state) : personalConversation(body, state)
  if (activity && activityId) {
    const sent = { kind: 'sent', conversationId: id, activityId, replyToId: undefined, targeted: false } as const
    state.accepted.add({ at: state.now(), ...sent, body: activity })
  }
  return { status: 201, body: { id, activityId, serviceUrl: `${state.baseUrl}/emea/` } }
}

function newThread(channelId: string, activityId: string | undefined, { teams }: ConnectorState): string {
  if (!activityId)
    throw refused(400, 'BadSyntax', 'Incorrect conversation creation parameters: a thread needs an activity.')
  if (!teams.withChannel(channelId)) throw refused(404, 'ConversationNotFound', 'Channel not found.')
  return threadOf(channelId, activityId)
}

function personalConversation(body: Fields, { people, tenant }: ConnectorState): string {
  const [member, ...others] = objectsIn(body, 'members')
  const named = textIn(body, 'tenantId') ?? textIn(objectIn(objectIn(body, 'channelData'), 'tenant'), 'id')
  if (!member || others.length > 0 || named !== tenant) {
    throw refused(400, 'BadSyntax', 'Incorrect conversation creation parameters: one member and the tenant are needed.')
  }
  const person = people.find(textIn(member, 'id') ?? '')
  if (!person) throw refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  return personalConversationOf(person.id)
}
