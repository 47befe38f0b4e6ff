import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { tellOwner } from '../reminders/tell-owner.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

type Left = SlackEventMiddlewareArgs<'channel_left' | 'channel_archive' | 'channel_deleted'> & AllMiddlewareArgs
type Removed = SlackEventMiddlewareArgs<'app_uninstalled' | 'tokens_revoked'> & AllMiddlewareArgs

/** Nothing gets to a channel any more: its reminders end, and who asked for them is told. */
export async function leaveChannel({ event, context, client }: Left, tools: SlackTools): Promise<void> {
  const place = { platform: 'slack', workspace: workspaceOf(context), conversationId: event.channel } as const
  tools.places.forget(place)
  const owners = (await tools.reminders?.leave(place, event.type)) ?? []
  for (const owner of owners) await tellOwner(owner, { client, log: tools.log })
}

/** The app was taken out of the workspace: nothing gets anywhere there. Slack sends both events, in any order. */
export async function leaveWorkspace({ event, context }: Removed, tools: SlackTools): Promise<void> {
  if (event.type === 'tokens_revoked' && !event.tokens.bot?.length) return
  const workspace = { platform: 'slack', workspace: workspaceOf(context) } as const
  for (const place of await tools.store.references.list(workspace)) {
    tools.places.forget(place)
    await tools.reminders?.leave(place, event.type)
  }
}
