import type { Language } from '../../../src/knowledge/language.ts'
import { reminderIntent } from '../../chat/reminder-answer.ts'
import type { Drawing } from '../drawing/render-answer.ts'
import type { Outcome } from '../handlers/outcome.ts'
import { pressKey } from '../handlers/press.ts'
import { deliver } from '../replies/deliver.ts'
import { asDeliverable } from '../replies/drawing.ts'
import { cardMessage } from '../replies/outgoing.ts'
import type { Doing } from './doing.ts'

type Form = {
  readonly form: Drawing
  /** Where it cannot be shown among others to one person alone. */
  readonly inPerson?: Drawing
  readonly language: Language
}

/** Two presses within that are one. */
const doubleClickMs = 5000

/** Shows a form to whoever pressed alone, in a message of its own; what was pressed stays. */
export async function sendForm({ form, inPerson, language }: Form, { press, tools }: Doing): Promise<Outcome> {
  const slot = Math.floor(tools.clock.now().epochMilliseconds / doubleClickMs)
  if (!tools.taken.take(`${pressKey(press)} ${slot}`)) return { kind: 'done' }
  const { origin } = press
  const deliverable = { ...asDeliverable(form, language), ...(inPerson && { inPerson: () => cardMessage(inPerson) }) }
  const { conversationId, messageId, isPrivate } = await deliver(deliverable, { origin, isPrivate: true }, tools)
  if (messageId === undefined) return { kind: 'done' }
  const note = { answerId: '', intent: reminderIntent, status: 'clarify', language, question: '', isPrivate } as const
  await tools.sent.note({ tenant: origin.tenant, conversationId, messageId }, note)
  return { kind: 'done' }
}
