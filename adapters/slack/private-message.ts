import type { RespondArguments } from '@slack/bolt'
import type { Drawing } from './render-answer.ts'

/** A message that only the person sees who typed the command. */
export function privately({ text, blocks }: Drawing): RespondArguments & { readonly text: string } {
  return { response_type: 'ephemeral', text, blocks: [...blocks] }
}
