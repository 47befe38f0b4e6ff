import {
  type Asked,
  ask as askInChat,
  type Keeping,
  keepForButtons as keepInChat,
  type Reply,
  type Showing,
  type ShownAnswer,
} from '../../chat/shown-answer.ts'
import { isSurelyShort } from '../drawing/render-answer.ts'
import type { SlackTools } from '../tools.ts'
import { drawPage } from './draw-reply.ts'

/** Asks, and keeps the answer where a button under it needs it again. Never rejects: a failure is told by the reply. */
export function ask(asked: Asked, showing: Showing, tools: SlackTools): Promise<Reply> {
  return askInChat(asked, showing, withKeeping(tools))
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
