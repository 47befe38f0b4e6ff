import { redact } from '../../chat/redact.ts'
import type { Reply } from '../../chat/shown-answer.ts'
import type { Origin } from '../connection/activity.ts'
import type { TeamsTools } from '../tools.ts'
import { type Delivered, deliver } from './deliver.ts'
import { deliverableOf } from './drawing.ts'
import type { SentAnswer } from './sent-answers.ts'

type Where = {
  readonly origin: Origin
  readonly question: string
  readonly replyTo?: string | undefined
  readonly isPrivate: boolean
}

/**
 * Sends the answer to where its question came from, and notes which message holds it.
 * @throws what sending throws
 */
export async function sendAnswer(reply: Reply, { question, ...to }: Where, tools: TeamsTools): Promise<void> {
  const delivered = await deliver(deliverableOf(reply, tools), to, tools)
  noteSent(reply, { ...delivered, tenant: to.origin.tenant, question }, tools)
}

/** Notes which message holds a reply; nobody needs to wait for it. */
export function noteSent(
  { shown }: Reply,
  { tenant, question, conversationId, messageId, isPrivate }: Delivered & { tenant: string; question: string },
  { sent, later }: TeamsTools,
): void {
  if (!shown || messageId === undefined) return
  const { intent, status, language } = shown.answer
  const note: SentAnswer = { answerId: shown.id, intent, status, language, question: redact(question), isPrivate }
  later(sent.note({ tenant, conversationId, messageId }, note))
}
