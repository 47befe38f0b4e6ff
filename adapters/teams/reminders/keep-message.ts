import { randomUUID } from 'node:crypto'
import type { ReminderMessage } from '../../../src/reminders/message.ts'
import { messageAnswer, reminderIntent } from '../../chat/reminder-answer.ts'
import { keep } from '../../chat/shown-answer.ts'
import { describeError } from '../../log.ts'
import type { MessageKey } from '../replies/sent-answers.ts'
import type { TeamsTools } from '../tools.ts'

/** Keeps what a message of ours tells, which Teams does not give back when a button below it is pressed. Never rejects. */
export async function keepMessage(message: ReminderMessage, key: MessageKey, tools: TeamsTools): Promise<void> {
  const id = randomUUID()
  const answer = messageAnswer(message)
  try {
    await keep({ id, workspace: key.tenant, answer, canShare: false }, tools)
  } catch (error) {
    tools.log.error('answer not kept', describeError(error))
  }
  const note = { answerId: id, intent: reminderIntent, status: answer.status, question: '', isPrivate: false }
  await tools.sent.note(key, { ...note, language: answer.language })
}
