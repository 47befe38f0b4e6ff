import type { Language } from '../../../src/knowledge/language.ts'
import type { Reply } from '../../chat/shown-answer.ts'
import { notices } from '../../chat/wording.ts'
import type { Drawing } from '../drawing/render-answer.ts'
import type { Notice } from '../drawing/render-notices.ts'
import { shownMessage } from '../replies/drawing.ts'
import { cardMessage } from '../replies/outgoing.ts'
import { noteSent } from '../replies/send-answer.ts'
import type { TeamsTools } from '../tools.ts'
import type { Press } from './press.ts'

/** What comes of a press: a drawing that takes the place of the card, a word to whoever pressed, or nothing to be seen. */
export type Outcome =
  | { readonly kind: 'replace'; readonly drawing: Drawing; readonly reply: Reply; readonly question: string }
  | { readonly kind: 'tell'; readonly notice: Notice; readonly language: Language }
  | { readonly kind: 'say'; readonly text: string; readonly language: Language }
  | { readonly kind: 'done' }

/** What is told in words; undefined where nothing is. */
export function wordsOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'say') return outcome.text
  return outcome.kind === 'tell' ? notices[outcome.notice][outcome.language] : undefined
}

/** Puts what came of a press where the card is, for all who see it. @throws what changing the message throws */
export async function replaceCard(
  { drawing, reply, question }: Extract<Outcome, { readonly kind: 'replace' }>,
  { origin, messageId, sent }: Press,
  tools: TeamsTools,
): Promise<void> {
  if (messageId === undefined) return
  const { conversationId, tenant } = origin
  const isPrivate = sent?.isPrivate ?? false
  const message = reply.shown ? shownMessage(drawing, reply.shown) : cardMessage(drawing)
  await tools.calls.update(origin, messageId, message, { isPrivate })
  noteSent(reply, { tenant, question, conversationId, messageId, isPrivate }, tools)
}
