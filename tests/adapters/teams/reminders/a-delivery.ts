import type { HeldDelivery } from '../../../../src/store/delivery.ts'
import type { ReferenceKey } from '../../../../src/store/references.ts'

/** A reminder that is just being sent. */
export function aDelivery(place: ReferenceKey): HeldDelivery {
  return {
    ...place,
    key: `teams|${place.conversationId}|P1D`,
    meetingId: 'kestrel-workshop',
    kind: 'reminder',
    lead: 'P1D',
    subscriptionIds: ['one'],
    dueAtMs: 0,
    expiresAtMs: 1,
    state: 'sending',
    attempt: 1,
    nextAtMs: 0,
    leaseToken: 'token',
    leaseUntilMs: 1,
    sendStartedAtMs: 0,
    isUncertain: false,
    providerRef: undefined,
    lastError: undefined,
    updatedAtMs: 0,
  }
}
