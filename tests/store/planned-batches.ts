import type { WantedDelivery } from '../../src/store/delivery.ts'
import type { ReferenceKey } from '../../src/store/references.ts'
import type { StorePlace } from '../../src/store/store.ts'
import { aDelivery, place } from './reminder-builders.ts'

export const LANES = [0, 1, 2, 3]
export const BATCH = 20

/** Deliveries that are planned in one transaction, in a conversation of their own. */
export function batchOf(
  name: string,
  lane: number,
  number: number,
): { readonly conversation: ReferenceKey; readonly wanted: readonly WantedDelivery[] } {
  const conversation = { ...place, conversationId: `${name}-${lane}-${number}` }
  const meetings = Array.from({ length: BATCH }, (_, index) => `meeting-${index}`)
  return { conversation, wanted: meetings.map((meetingId) => aDelivery({ ...conversation, meetingId })) }
}

/** A folder, or the address of a database, as a place of a store. */
export function placeOf(place: string): StorePlace {
  return place.startsWith('postgres') ? { DATA_DIR: '', DATABASE_URL: place } : place
}
