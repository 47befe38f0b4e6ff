import { meetingFocalPoint } from '../../meeting-focal-point.ts'
import { appMention } from '../fake/payloads/message-events.ts'
import { slashCommand } from '../fake/payloads/slash-command.ts'
import { type RunningAdapter, startAdapter, type Transport } from '../running-adapter.ts'
import { saidBy } from '../said.ts'

const workspace = 'T00000001'
/** The direct messages of the person who usually acts, and the channel that they usually act in. */
export const direct = { platform: 'slack', workspace, conversationId: 'D00000001' } as const
export const channel = { platform: 'slack', workspace, conversationId: 'C00000001' } as const

/** An adapter that knows of workshops to come. */
export function startReminding(transport: Transport = 'http'): Promise<RunningAdapter> {
  return startAdapter(transport, { focalPoint: meetingFocalPoint() })
}

type More = { readonly channel?: string; readonly user?: string }

export function command({ slack, send }: RunningAdapter, text: string, more: More = {}) {
  return send(slashCommand(slack, { command: '/focal', text, ...more }))
}

/** Resolves when the mention has been answered. */
export async function mention({ slack, send }: RunningAdapter, text: string, more: More = {}): Promise<void> {
  const before = slack.calls('chat.postMessage').length
  await send(appMention(slack, { text, ...more }))
  await slack.called('chat.postMessage', before + 1)
}

export function lastSaid({ slack }: RunningAdapter): string {
  return saidBy(slack).at(-1)?.text ?? ''
}
