import { answeredPart } from '../../../src/answers/answer.ts'
import type { Asking } from '../../../src/reminders/asking.ts'
import type { Reminders } from '../../../src/reminders/reminders.ts'
import type { ReminderReply } from '../../../src/reminders/reply.ts'
import { reminderIntent } from '../../chat/reminder-answer.ts'
import type { Reply } from '../../chat/shown-answer.ts'
import { drawReply } from '../replies/draw-reply.ts'
import type { SlackTools } from '../tools.ts'
import { postToResponseUrl } from '../web-api/response-url.ts'
import { shownReply } from './tell-reply.ts'

/** The list as it is now, below what has just become of one of it. */
export async function listAfter(
  done: ReminderReply,
  asking: Asking,
  reminders: Reminders,
  tools: SlackTools,
): Promise<Reply> {
  const { shown, language } = await shownReply(await reminders.list(asking), asking.workspace, tools)
  if (!shown) return { shown, language }
  const told = answeredPart(reminderIntent, done.lead, [])
  return { language, shown: { ...shown, answer: { ...shown.answer, parts: [told, ...shown.answer.parts] } } }
}

/** Puts a list in the place of the one that a message shows. Doing that twice comes to the same. */
export async function replaceList(responseUrl: string, list: Reply, tools: SlackTools): Promise<void> {
  const { text, blocks } = drawReply(list, 'buttons', tools)
  await tools.calls.repeat(() => postToResponseUrl(responseUrl, { replace_original: true, text, blocks }))
}
