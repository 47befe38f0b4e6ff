import { refused } from '../refusal.ts'
import type { AcceptedActivity } from '../state/accepted-activities.ts'
import type { ConnectorState } from '../state/connector-state.ts'
import { placeOf } from '../state/conversation-ids.ts'
import { checkActivity, checkTargetedCreate, checkTargetedUpdate } from './activity-rules.ts'
import type { Asked, Operation } from './operation.ts'

const ACTIVITIES = '/v3/conversations/:conversation/activities'
const ACTIVITY = `${ACTIVITIES}/:activity`

export const activityOperations: readonly Operation[] = [
  { method: 'POST', path: ACTIVITIES, limit: 'send', run: post },
  { method: 'POST', path: ACTIVITY, limit: 'send', run: post },
  { method: 'PUT', path: ACTIVITY, limit: 'send', run: update },
  { method: 'DELETE', path: ACTIVITY, run: remove },
]

function post({ ids, query, body, bytes }: Asked, state: ConnectorState) {
  const { conversation = '', activity } = ids
  if (!placeOf(conversation)) throw refused(404, 'ConversationNotFound', 'Conversation not found.')
  checkActivity(body, bytes, state)
  const targeted = query.isTargetedActivity === 'true'
  if (targeted) checkTargetedCreate(conversation, body, state)
  const activityId = state.ids.next()
  const kind = activity === undefined ? 'sent' : 'replied'
  accept(state, { kind, conversationId: conversation, activityId, replyToId: activity, targeted, body })
  return { status: 201, body: { id: activityId } }
}

function update({ ids, query, body, bytes }: Asked, state: ConnectorState) {
  const message = find(ids, state)
  checkActivity(body, bytes, state)
  const targeted = message.targeted || query.isTargetedActivity === 'true'
  if (targeted) checkTargetedUpdate(body)
  const { activityId, replyToId } = message
  accept(state, { kind: 'updated', conversationId: ids.conversation ?? '', activityId, replyToId, targeted, body })
  return { status: 200, body: { id: activityId } }
}

function remove({ ids }: Asked, state: ConnectorState) {
  const { activityId, replyToId, targeted } = find(ids, state)
  accept(state, { kind: 'deleted', conversationId: ids.conversation ?? '', activityId, replyToId, targeted, body: {} })
  return { status: 200, body: '' }
}

function find({ conversation = '', activity = '' }: Asked['ids'], { accepted }: ConnectorState): AcceptedActivity {
  const message = accepted.find(conversation, activity)
  if (!message) throw refused(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.')
  return message
}

function accept(state: ConnectorState, accepted: Omit<AcceptedActivity, 'at'>): void {
  state.accepted.add({ at: state.now(), ...accepted })
}
