import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Place } from './place.ts'
import type { Drawing } from './render-answer.ts'
import { postToResponseUrl } from './response-url.ts'
import type { SlackTools } from './tools.ts'

/** A pressed button, with what Bolt hands to its listener. */
export type Press = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs

const messageSchema = z.object({ ts: z.string(), thread_ts: z.string().optional() })

/** What the button carries; Slack's elements keep it in one field, whatever they are. */
export function carriedBy({ body }: Press): unknown {
  const action = body.actions[0]
  return action && 'value' in action ? action.value : undefined
}

/** Where the button stands. A window stands over no channel of its own. */
export function placeOf({ body }: Press, workspace: string): Place {
  const { data: message } = messageSchema.safeParse(body.message)
  const thread = message?.thread_ts ?? message?.ts
  return { workspace, channel: body.channel?.id ?? 'view', ...(thread && { thread }), user: body.user.id }
}

/** Tells the person who pressed, and nobody else, something. In a window there is no place for that. */
export async function tell({ text, blocks }: Drawing, { body }: Press, { calls }: SlackTools): Promise<void> {
  const message = { response_type: 'ephemeral', replace_original: false, text, blocks }
  if (body.response_url) await calls.repeat(() => postToResponseUrl(body.response_url, message))
}
