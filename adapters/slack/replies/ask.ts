import type { ReminderReply } from '../../../src/reminders/reply.ts'
import { replyWords } from '../../../src/reminders/reply-wording.ts'
import { replyWith } from '../../../src/reminders/serving.ts'
import {
  type Asked,
  ask as askInChat,
  type Keeping,
  keepForButtons as keepInChat,
  type Reply,
  type Showing,
  type ShownAnswer,
  showReply as showInChat,
} from '../../chat/shown-answer.ts'
import { describeError } from '../../log.ts'
import { isSurelyShort } from '../drawing/render-answer.ts'
import { type Asker, askingOf } from '../reminders/asking.ts'
import { isForHere, isThere, wishIn } from '../reminders/is-there.ts'
import type { SlackTools } from '../tools.ts'
import { drawPage } from './draw-reply.ts'

/** What is asked, and by whom reminders could be set with it. */
export type AskedInSlack = Omit<Asked, 'asking'> & { readonly asker: Asker }

/**
 * Asks, and keeps the answer where a button under it needs it again; a command about reminders is carried out. Never rejects:
 * a failure is told by the reply.
 */
export async function ask({ asker, ...asked }: AskedInSlack, showing: Showing, tools: SlackTools): Promise<Reply> {
  const text = asker.written?.text ?? asked.text
  const wish = tools.reminders && wishIn(text, tools)
  if (!wish) return await askOnly(asked, showing, tools)
  try {
    const asking = await askingOf({ language: asked.language, ...asker }, tools)
    if (!isForHere(wish) || (await isThere(asker, tools))) {
      return await askInChat({ ...asked, text, asking }, showing, withKeeping(tools))
    }
    const refusal = replyWith('refused', 'set', replyWords.appNotThere, asking)
    return await showReply(refusal, { workspace: asked.workspace, showing }, tools)
  } catch (error) {
    tools.log.error('no answer', describeError(error))
    return { shown: undefined, language: asked.language ?? asked.reader ?? 'en' }
  }
}

/** The same for what is a question, whatever it reads like. */
export function askOnly(asked: Omit<Asked, 'asking'>, showing: Showing, tools: SlackTools): Promise<Reply> {
  return askInChat(asked, showing, withKeeping(tools))
}

/** Shows the reply to a button or a form about reminders. */
export function showReply(
  reply: ReminderReply,
  where: { readonly workspace: string; readonly showing: Showing },
  tools: SlackTools,
): Promise<Reply> {
  return showInChat(reply, where, withKeeping(tools))
}

/** Keeps an answer where a button under it needs it again. */
export function keepForButtons(shown: ShownAnswer, tools: SlackTools): Promise<void> {
  return keepInChat(shown, withKeeping(tools))
}

/** What turns pages or shares needs the answer again. */
function withKeeping(tools: SlackTools): SlackTools & Keeping {
  return { ...tools, needsKeeping: (shown) => shown.canShare || !hasOnePage(shown, tools) }
}

function hasOnePage(shown: ShownAnswer, tools: SlackTools): boolean {
  return (
    (!shown.reminders && isSurelyShort(shown.answer)) || drawPage(shown, { feedback: 'buttons' }, tools).pages === 1
  )
}
