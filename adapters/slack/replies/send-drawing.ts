import type { Drawing } from '../drawing/render-answer.ts'
import type { SlackTools } from '../tools.ts'
import { refusalOf } from '../web-api/call-failure.ts'
import { type FeedbackStyle, feedbackStyle } from './draw-reply.ts'

/** Codes with which Slack refuses a message for what it shows. */
const blockRefusals: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])

/** Whether Slack refused a message only for what it shows. */
export function isBlockRefusal(refusal: string | undefined): boolean {
  return refusal !== undefined && blockRefusals.has(refusal)
}

/** A drawing, or only its text. */
export type Sendable = Pick<Drawing, 'text'> & Partial<Drawing>

/**
 * Sends a drawing. What a workspace does not know how to show is drawn more simply, in the end as plain text.
 * @throws what sending throws
 */
export async function sendDrawing<T>(
  drawWith: (feedback: FeedbackStyle) => Drawing,
  send: (drawing: Sendable) => Promise<T>,
  { workspace, tools }: { readonly workspace: string; readonly tools: SlackTools },
): Promise<T> {
  const richest = feedbackStyle(workspace, tools)
  const rich = await tryTo(send, drawWith(richest))
  if ('sent' in rich) {
    if (richest === 'context_actions') tools.features.accept('contextActions', workspace)
    return rich.sent
  }
  const plain = richest === 'buttons' ? rich : await tryTo(send, drawWith('buttons'))
  if (!('sent' in plain)) return await send({ text: drawWith('buttons').text })
  tools.features.refuse('contextActions', workspace, rich.refusal)
  return plain.sent
}

type Tried<T> = { readonly sent: T } | { readonly refusal: string }

async function tryTo<T>(send: (drawing: Sendable) => Promise<T>, { text, blocks }: Drawing): Promise<Tried<T>> {
  try {
    return { sent: await send({ text, blocks }) }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined || !isBlockRefusal(refusal)) throw error
    return { refusal }
  }
}
