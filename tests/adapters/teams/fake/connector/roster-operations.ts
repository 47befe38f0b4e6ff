import type { Fields } from '../fields.ts'
import { refused } from '../refusal.ts'
import type { ConnectorState } from '../state/connector-state.ts'
import { personalConversationOf, placeOf, rootOf } from '../state/conversation-ids.ts'
import type { Person } from '../state/people.ts'
import type { Asked, Operation } from './operation.ts'

const CONVERSATION = '/v3/conversations/:conversation'

export const rosterOperations: readonly Operation[] = [
  { method: 'GET', path: `${CONVERSATION}/members`, limit: 'members', run: all },
  { method: 'GET', path: `${CONVERSATION}/pagedmembers`, limit: 'members', run: page },
  { method: 'GET', path: `${CONVERSATION}/members/:member`, limit: 'members', run: one },
]

const USUAL_PAGE = 200

function all({ ids }: Asked, state: ConnectorState) {
  return { status: 200, body: members(ids, state).map((person) => accountOf(person, state)) }
}

function page({ ids, query }: Asked, state: ConnectorState) {
  const from = Number(query.continuationToken ?? 0)
  const size = Number(query.pageSize ?? USUAL_PAGE)
  const everybody = members(ids, state)
  const shown = everybody.slice(from, from + size).map((person) => accountOf(person, state))
  const isMore = from + size < everybody.length
  return { status: 200, body: { members: shown, continuationToken: isMore ? String(from + size) : undefined } }
}

function one({ ids }: Asked, state: ConnectorState) {
  const person = members(ids, state).find(({ id, aadObjectId }) => ids.member === id || ids.member === aadObjectId)
  if (!person) throw refused(404, 'MemberNotFoundInConversation', 'Member not found in the conversation.')
  return { status: 200, body: accountOf(person, state) }
}

function members({ conversation = '' }: Asked['ids'], { people }: ConnectorState): readonly Person[] {
  const place = placeOf(conversation)
  if (!place) throw refused(404, 'ConversationNotFound', 'Conversation not found.')
  if (place !== 'personal') return people.list()
  return people.list().filter(({ id }) => personalConversationOf(id) === rootOf(conversation))
}

function accountOf({ id, name, aadObjectId }: Person, { tenant }: ConnectorState): Fields {
  const [givenName, surname] = name.split(' ')
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@desk.example`
  const known = { id, objectId: aadObjectId, aadObjectId, name, givenName, surname, email, userPrincipalName: email }
  return { ...known, tenantId: tenant, userRole: 'user' }
}
