import { answeredPart } from '../../../src/answers/answer.ts'
import type { ReminderReply } from '../../../src/reminders/reply.ts'
import { reminderIntent, replyAnswer } from '../../chat/reminder-answer.ts'
import { type Reply, showReply } from '../../chat/shown-answer.ts'
import { plainText } from '../drawing/render-answer.ts'
import type { Outcome } from '../handlers/outcome.ts'
import { drawPage } from '../replies/drawing.ts'
import type { Doing } from './doing.ts'

/** What was done takes the place of the card; what was not is told to whoever pressed, and the card stays. */
export async function outcomeOf(reply: ReminderReply, doing: Doing): Promise<Outcome> {
  return reply.kind === 'done' ? replaceBy(await shownReply(reply, doing), doing) : sayReply(reply)
}

export function sayReply(reply: ReminderReply): Outcome {
  return { kind: 'say', text: plainText(replyAnswer(reply)), language: reply.language }
}

/** The list as it is now, below what has just become of one of it. */
export async function listOutcome(done: ReminderReply | undefined, doing: Doing): Promise<Outcome> {
  const list = await shownReply(await doing.reminders.list(doing.asking), doing)
  if (!list.shown || !done) return replaceBy(list, doing)
  const { answer } = list.shown
  const parts = [answeredPart(reminderIntent, done.lead, []), ...answer.parts]
  return replaceBy({ ...list, shown: { ...list.shown, answer: { ...answer, parts } } }, doing)
}

function shownReply(reply: ReminderReply, { asking: { workspace }, tools }: Doing): Promise<Reply> {
  return showReply(reply, { workspace, showing: { canShare: false } }, tools)
}

function replaceBy(reply: Reply, { press, tools }: Doing): Outcome {
  const { shown, language } = reply
  if (!shown) return { kind: 'tell', notice: 'unavailable', language }
  return { kind: 'replace', drawing: drawPage(shown, 0, tools), reply, question: press.sent?.question ?? '' }
}
