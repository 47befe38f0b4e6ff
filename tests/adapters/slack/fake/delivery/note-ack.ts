import { z } from 'zod'
import { checkView } from '../block-check.ts'
import type { Payload } from '../payloads/payload.ts'
import type { SlackState } from '../state/slack-state.ts'
import { messageBreaches } from '../web-api/message-rules.ts'

const update = z.looseObject({ response_action: z.enum(['update', 'push']), view: z.unknown() })
const message = z.union([z.looseObject({ text: z.unknown() }), z.looseObject({ blocks: z.unknown() })])

/** Remembers an acknowledgement, and notes what it would show to the person if Block Kit does not allow it. */
export function noteAck(payload: Payload, body: unknown, slack: SlackState, envelope_id?: string): void {
  if (body !== undefined) slack.violations.push(...ackBreaches(payload, body, slack))
  slack.acknowledgements.push({ payload, body, at: slack.now(), envelope_id })
  slack.changes.announce()
}

function ackBreaches(payload: Payload, body: unknown, slack: SlackState): readonly string[] {
  const shown = payload.kind === 'slash_commands' ? message.safeParse(body) : undefined
  if (shown?.success) messageBreaches(shown.data, 'ack', slack)
  const changed = update.safeParse(body)
  return changed.success ? checkView(changed.data.view).map((line) => `ack: view: ${line}`) : []
}
