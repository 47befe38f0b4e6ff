import { viewAsSeen } from '../state/view-as-seen.ts'
import type { ShownView } from '../state/views.ts'
import { type Fields, interactionFields, newTriggerId, type Payload, type PayloadSource } from './payload.ts'

type Ended = {
  readonly view: Omit<ShownView, 'updates' | 'user'>
  readonly user?: string
  /** What stands in the fields: block_id → action_id → value. */
  readonly values?: Fields
}

/** Somebody submits a modal. */
export function viewSubmission(slack: PayloadSource, ended: Ended): Payload {
  const body = { type: 'view_submission', trigger_id: newTriggerId(slack), response_urls: [] }
  return { kind: 'interactive', body: { ...body, ...viewFields(slack, ended) } }
}

/** Somebody closes a modal that asked to be told. */
export function viewClosed(slack: PayloadSource, ended: Ended & { readonly isCleared?: boolean }): Payload {
  const body = { type: 'view_closed', is_cleared: ended.isCleared ?? false }
  return { kind: 'interactive', body: { ...body, ...viewFields(slack, ended) } }
}

function viewFields(slack: PayloadSource, { view, user = 'U00000001', values = {} }: Ended): Fields {
  return { ...interactionFields(slack, user), view: { ...viewAsSeen(view, slack), state: { values } } }
}
