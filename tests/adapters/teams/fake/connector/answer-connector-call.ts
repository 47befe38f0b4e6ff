import type { Work } from '../answer-call.ts'
import type { Fields } from '../fields.ts'
import { Refusal, refused } from '../refusal.ts'
import type { ConnectorState } from '../state/connector-state.ts'
import { rootOf } from '../state/conversation-ids.ts'
import type { RecordedCall } from '../state/recorded-calls.ts'
import { activityOperations } from './activity-operations.ts'
import { createConversation } from './create-conversation.ts'
import type { Operation } from './operation.ts'
import { rosterOperations } from './roster-operations.ts'
import { teamOperations } from './team-operations.ts'

const OPERATIONS: readonly Operation[] = [
  createConversation,
  ...activityOperations,
  ...rosterOperations,
  ...teamOperations,
]

/** Does what the bot asks of the Bot Connector. */
export const answerConnectorCall: Work = (call, state) => {
  if (!call.authorized) {
    throw new Refusal({ status: 401, body: { message: 'Authorization has been denied for this request.' } })
  }
  const { operation, ids } = findOperation(call)
  checkRate(operation, ids, state)
  return operation.run({ ids, query: call.query, body: objectBody(call), bytes: call.bytes }, state)
}

function findOperation({ method, path }: RecordedCall) {
  for (const operation of OPERATIONS) {
    const ids = idsIn(path, operation.path)
    if (ids && operation.method === method) return { operation, ids }
  }
  throw refused(404, 'NotFound', `${method} ${path}`)
}

function idsIn(path: string, pattern: string): Readonly<Record<string, string>> | undefined {
  const parts = path.split('/')
  const wanted = pattern.split('/')
  if (parts.length !== wanted.length) return undefined
  const pairs = wanted.map((name, at) => [name, parts[at] ?? ''] as const)
  const fits = pairs.every(([name, part]) => (name.startsWith(':') ? part !== '' : part === name))
  return fits ? Object.fromEntries(pairs.map(([name, part]) => [name.slice(1), part])) : undefined
}

function checkRate({ limit }: Operation, ids: Readonly<Record<string, string>>, { limits }: ConnectorState): void {
  const seconds = limits?.take(limit ?? 'other', rootOf(ids.conversation ?? 'new'))
  if (seconds !== undefined) throw refused(429, 'TooManyRequests', 'Too many requests.', seconds)
}

function objectBody({ method, body }: RecordedCall): Fields {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  if (method === 'GET' || method === 'DELETE') return {}
  throw refused(400, 'BadSyntax', 'The body is no JSON object.')
}
