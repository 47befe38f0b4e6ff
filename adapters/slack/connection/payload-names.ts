import { z } from 'zod'

const text = z.string().min(1)
const optionalText = z.string().optional().catch(undefined)
const team = z.object({ id: optionalText }).nullish().catch(undefined)

/** What tells payloads of Slack apart; all else in them is left to whoever takes them. */
const payloadSchema = z.union([
  z.object({
    type: z.literal('event_callback'),
    event: z.object({ type: text }),
    event_id: optionalText,
    team_id: optionalText,
  }),
  z.object({ type: z.literal('app_rate_limited'), team_id: optionalText }),
  z.object({ command: text, team_id: optionalText }),
  z.object({
    type: z.enum(['block_actions', 'interactive_message']),
    actions: z.array(z.object({ action_id: optionalText })).min(1),
    // All that a button of an old attachment has.
    callback_id: optionalText,
    team,
  }),
  z.object({ type: z.enum(['view_submission', 'view_closed']), view: z.object({ callback_id: optionalText }), team }),
  z.object({
    type: z.enum(['shortcut', 'message_action', 'dialog_submission', 'dialog_cancellation']),
    callback_id: optionalText,
    team,
  }),
  z.object({
    type: z.enum(['block_suggestion', 'dialog_suggestion']),
    action_id: optionalText,
    callback_id: optionalText,
    team,
  }),
])

/** A payload's name for logs and for telling who takes it: a command, event type, action or callback id. */
export type PayloadName = {
  readonly kind: 'event' | 'command' | 'action' | 'view' | 'shortcut' | 'options'
  readonly name: string
  readonly team: string | undefined
  readonly eventId: string | undefined
}

const longestName = 100

/** Names a payload; undefined for what Slack does not send. */
export function namePayload(body: unknown): PayloadName | undefined {
  const { data } = payloadSchema.safeParse(body)
  if (!data) return undefined
  const [kind, name] = kindAndName(data)
  const teamId = 'team_id' in data ? data.team_id : 'team' in data ? data.team?.id : undefined
  const eventId = 'event_id' in data ? data.event_id : undefined
  return { kind, name: (name ?? '').slice(0, longestName), team: teamId, eventId }
}

function kindAndName(data: z.infer<typeof payloadSchema>): [PayloadName['kind'], string | undefined] {
  if ('command' in data) return ['command', data.command]
  switch (data.type) {
    case 'event_callback':
      return ['event', data.event.type]
    case 'app_rate_limited':
      return ['event', data.type]
    case 'block_actions':
    case 'interactive_message':
      return ['action', data.actions[0]?.action_id ?? data.callback_id]
    case 'view_submission':
    case 'view_closed':
      return ['view', data.view.callback_id]
    case 'block_suggestion':
    case 'dialog_suggestion':
      return ['options', data.action_id ?? data.callback_id]
    default:
      return ['shortcut', data.callback_id]
  }
}
