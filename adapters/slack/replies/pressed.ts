import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { Language } from '../../../src/knowledge/language.ts'
import type { Notice } from '../drawing/render-notices.ts'
import type { Asker } from '../reminders/asking.ts'
import type { SlackTools } from '../tools.ts'
import type { Place } from './place.ts'
import { type Person, tellPerson } from './tell-person.ts'
import { workspaceOf } from './workspace.ts'

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

/** The same for what reminders take. What stands in a channel may have got there without us being in it. */
export function askerOf({ body, client, context }: Press): Asker {
  return {
    client,
    workspace: workspaceOf(context),
    user: body.user.id,
    channel: body.channel?.id,
    channelName: body.channel?.name,
    isInside: false,
    isPrivate: body.view !== undefined || body.container.is_ephemeral === true,
  }
}

/** Tells the person who pressed, and nobody else, something; in their own language where none is given. */
export async function tell(notice: Notice, press: Press, tools: SlackTools, language?: Language): Promise<void> {
  await tellPerson(notice, personOf(press), tools, language)
}

/** Who pressed, and where they are told something. */
export function personOf({ body, client, context }: Press): Person {
  const { data: message } = messageSchema.safeParse(body.message)
  return {
    client,
    workspace: workspaceOf(context),
    user: body.user.id,
    responseUrl: body.response_url || undefined,
    window: body.view && { client, triggerId: body.trigger_id, onTop: body.view.type === 'modal' },
    channel: body.channel?.id,
    thread: message?.thread_ts,
  }
}
