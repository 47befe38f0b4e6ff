import type { ExpressionBuilder } from 'kysely'
import type { ReferenceKey } from './references.ts'
import type { Tables } from './tables.ts'

/** Deliveries to a conversation; only these three, although whole deliveries are handed in as well. */
export function matchesPlace({ platform, workspace, conversationId }: ReferenceKey) {
  return (eb: ExpressionBuilder<Tables, 'delivery'>) => eb.and({ platform, workspace, conversation_id: conversationId })
}
