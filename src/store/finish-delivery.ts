import type { DeliveryOutcome } from './delivery.ts'
import { matchesPlace } from './matches-place.ts'
import { matches, type ReferenceKey } from './references.ts'
import type { Queries, Tables } from './tables.ts'

/** Which delivery, and the proof that the caller holds it. */
type Hold = { readonly key: string; readonly token: string }

type State = Tables['delivery']['state']

export async function beginSending(
  db: Queries,
  { key, token }: Hold,
  nowMs: number,
  leastLeftMs: number,
): Promise<boolean> {
  const begun = await db
    .updateTable('delivery')
    .set((eb) => ({
      state: 'sending',
      attempt: eb('attempt', '+', 1),
      send_started_at: nowMs,
      updated_at: nowMs,
    }))
    .where((eb) => eb.and({ key, lease_token: token, state: 'leased' }))
    .where('lease_until', '>=', nowMs + leastLeftMs)
    .returning('key')
    .executeTakeFirst()
  return begun !== undefined
}

export async function finishHeld(
  db: Queries,
  { key, token }: Hold,
  outcome: DeliveryOutcome,
  nowMs: number,
): Promise<boolean> {
  const finished = await db
    .updateTable('delivery')
    .set({ ...columnsOf(outcome), lease_token: null, lease_until: null, updated_at: nowMs })
    .where((eb) => eb.and({ key, lease_token: token }))
    .where('state', 'in', statesBefore(outcome))
    .returning('key')
    .executeTakeFirst()
  return finished !== undefined
}

export async function blockConversation(db: Queries, place: ReferenceKey, untilMs: number): Promise<void> {
  const { platform, workspace, conversationId } = place
  await db
    .updateTable('conversation_reference')
    .set({ blocked_until: untilMs })
    .where((eb) => eb.and({ platform, workspace, conversation_id: conversationId }))
    .where((eb) => eb.or([eb('blocked_until', 'is', null), eb('blocked_until', '<', untilMs)]))
    .execute()
}

/** What was refused there is due again at once. */
export async function retryNow(db: Queries, place: ReferenceKey, nowMs: number): Promise<void> {
  await db
    .updateTable('conversation_reference')
    .set({ blocked_until: null })
    .where('blocked_until', '>', nowMs)
    .where(matches(place))
    .execute()
  await db
    .updateTable('delivery')
    .set({ next_at: nowMs, updated_at: nowMs })
    .where(matchesPlace(place))
    .where('state', '=', 'pending')
    // What nobody has tried waits for its time.
    .where('attempt', '>', 0)
    .where('next_at', '>', nowMs)
    .execute()
}

function columnsOf(outcome: DeliveryOutcome) {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', provider_ref: outcome.ref ?? null, last_error: null } as const
    case 'retry':
      return { state: 'pending', next_at: outcome.atMs, last_error: outcome.error, ...uncertainty(outcome) } as const
    case 'unknown':
    case 'failed':
      return { state: outcome.kind, last_error: outcome.error }
    case 'expired':
    case 'superseded':
    case 'cancelled':
      return { state: outcome.kind }
  }
}

/** Once uncertain, always uncertain. */
function uncertainty({ isUncertain = false }: { readonly isUncertain?: boolean }) {
  return isUncertain ? ({ is_uncertain: 1 } as const) : {}
}

/** Nothing was sent that was not begun. */
function statesBefore({ kind }: DeliveryOutcome): readonly State[] {
  return kind === 'sent' || kind === 'unknown' ? ['sending', 'checking'] : ['leased', 'sending', 'checking']
}
