import { z } from 'zod'
import { appHomeOpened } from './app-events.ts'
import { anyEvent } from './event-envelope.ts'
import { appMention, directMessage } from './message-events.ts'
import type { Payload, PayloadSource } from './payload.ts'
import { globalShortcut, messageShortcut } from './shortcuts.ts'
import { slashCommand } from './slash-command.ts'

const optional = z.string().optional()
const said = { text: z.string(), user: optional, channel: optional, thread_ts: optional }

/** A payload in words: what is wanted and what matters about it. Any other is an `event` or goes `as-is`. */
export const payloadSchema = z.discriminatedUnion('send', [
  z.object({ send: z.literal('app_mention'), ...said }),
  z.object({ send: z.literal('direct_message'), ...said, agentView: z.boolean().optional() }),
  z.object({ send: z.literal('app_home_opened'), tab: z.enum(['home', 'messages']), user: optional }),
  z.object({
    send: z.literal('slash_command'),
    command: z.string(),
    text: optional,
    user: optional,
    channel: optional,
  }),
  z.object({ send: z.literal('message_shortcut'), callback_id: z.string(), ...said }),
  z.object({ send: z.literal('global_shortcut'), callback_id: z.string(), user: optional }),
  z.object({ send: z.literal('event'), event: z.looseObject({ type: z.string() }) }),
  z.object({
    send: z.literal('as-is'),
    kind: z.enum(['slash_commands', 'interactive']),
    body: z.record(z.string(), z.unknown()),
  }),
])

/** Builds what was asked for in words. */
export function buildPayload(slack: PayloadSource, wanted: z.infer<typeof payloadSchema>): Payload {
  switch (wanted.send) {
    case 'app_mention':
      return appMention(slack, wanted)
    case 'direct_message':
      return directMessage(slack, wanted)
    case 'app_home_opened':
      return appHomeOpened(slack, wanted)
    case 'slash_command':
      return slashCommand(slack, wanted)
    case 'message_shortcut':
      return messageShortcut(slack, wanted)
    case 'global_shortcut':
      return globalShortcut(slack, wanted)
    case 'event':
      return anyEvent(slack, wanted.event)
    case 'as-is':
      return { kind: wanted.kind, body: wanted.body }
  }
}
