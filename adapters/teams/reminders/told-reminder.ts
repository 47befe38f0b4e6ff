import type { ReminderReply } from '../../../src/reminders/reply.ts'
import { findKept } from '../../chat/shown-answer.ts'
import type { CardAction } from '../drawing/card-values.ts'
import type { Outcome } from '../handlers/outcome.ts'
import { pressKey } from '../handlers/press.ts'
import type { Doing } from './doing.ts'
import { drawTold } from './draw-message.ts'
import { outcomeOf, sayReply } from './show-reply.ts'

type Of<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>

/** "Again in 1 hour", "Again tomorrow" below a reminder that came: once, however often it is pressed. */
export async function remindAgain(action: Of<'again'>, doing: Doing): Promise<Outcome> {
  const { press, asking, reminders, tools } = doing
  const { meeting: meetingId, reminder: subscriptionId, for: duration } = action
  const key = pressKey(press)
  if (!tools.taken.take(key)) return { kind: 'done' }
  const reply = await reminders.again({ meetingId, subscriptionId, for: duration }, asking)
  if (reply.kind !== 'done') tools.taken.giveBack(key)
  return await note(reply, doing)
}

/** "Stop" below what came unasked: ends all that it was sent for, as far as the person may. */
export async function stopReminders(action: Of<'stop'>, doing: Doing): Promise<Outcome> {
  const replies: ReminderReply[] = []
  for (const id of action.reminders) replies.push(await doing.reminders.change(id, { kind: 'stop' }, doing.asking))
  const done = replies.filter(({ kind }) => kind === 'done')
  const [first] = done.length > 0 ? done : replies
  if (!first) return { kind: 'done' }
  return await note({ ...first, lead: done.map(({ lead }) => lead).join('\n') || first.lead }, doing)
}

/** What was done stands where the buttons were, so that nobody does it twice; what was not is told to the person alone. */
async function note(reply: ReminderReply, doing: Doing): Promise<Outcome> {
  if (reply.kind !== 'done') return sayReply(reply)
  const { press, asking, tools } = doing
  const kept = press.sent && (await findKept(press.sent.answerId, asking.workspace, tools))
  if (!kept) return await outcomeOf(reply, doing)
  const drawing = drawTold(kept.answer, reply.lead)
  return { kind: 'replace', drawing, reply: { shown: undefined, language: reply.language }, question: '' }
}
