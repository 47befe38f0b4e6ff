import type { ReminderReply } from '../../../src/reminders/reply.ts'
import type { Reply } from '../../chat/shown-answer.ts'
import { showReply } from '../replies/ask.ts'
import { drawModal, drawReply } from '../replies/draw-reply.ts'
import { type Person, tellDrawn } from '../replies/tell-person.ts'
import type { SlackTools } from '../tools.ts'

/** Tells a person, and nobody else, what became of what they wanted of reminders. */
export async function tellReply(reply: ReminderReply, person: Person, tools: SlackTools): Promise<void> {
  const shown = await shownReply(reply, person.workspace, tools)
  const told = { drawing: drawReply(shown, 'buttons', tools), view: drawModal(shown, 0, tools) }
  if (!(await tellDrawn(told, person, tools))) tools.log.warn('slack person not told', { notice: reply.about })
}

/** A reply as it is shown. */
export function shownReply(reply: ReminderReply, workspace: string, tools: SlackTools): Promise<Reply> {
  return showReply(reply, { workspace, showing: { canShare: false } }, tools)
}
