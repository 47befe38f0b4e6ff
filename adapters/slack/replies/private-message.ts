import type { RespondArguments } from '@slack/bolt'
import type { Sendable } from './send-drawing.ts'

/** A message that only the person sees who typed the command. */
export function privately({ text, blocks }: Sendable): RespondArguments & { readonly text: string } {
  return { response_type: 'ephemeral', text, ...(blocks && { blocks: [...blocks] }) }
}
