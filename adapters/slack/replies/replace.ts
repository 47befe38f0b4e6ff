import type { Reply } from '../../chat/shown-answer.ts'
import type { SlackTools } from '../tools.ts'
import { postToResponseUrl } from '../web-api/response-url.ts'
import { drawModal, drawPage, drawReply } from './draw-reply.ts'
import { changeWindow } from './open-window.ts'
import type { Press } from './pressed.ts'
import { sendDrawing } from './send-drawing.ts'
import { workspaceOf } from './workspace.ts'

/** Puts a page of a reply where the button stands. Doing that twice comes to the same. */
export async function replaceWith(reply: Reply, page: number, press: Press, tools: SlackTools): Promise<void> {
  if (press.body.view?.type === 'modal') await replaceModal(reply, page, press, tools)
  else await replaceMessage(reply, page, press, tools)
}

async function replaceModal(reply: Reply, page: number, press: Press, tools: SlackTools): Promise<void> {
  await changeWindow({ view_id: press.body.view?.id ?? '' }, drawModal(reply, page, tools), press, tools)
}

async function replaceMessage(reply: Reply, page: number, { body, context }: Press, tools: SlackTools): Promise<void> {
  const { shown } = reply
  await sendDrawing(
    (feedback) => (shown ? drawPage(shown, { page, feedback }, tools) : drawReply(reply, feedback, tools)),
    ({ text, blocks }) =>
      tools.calls.repeat(() => postToResponseUrl(body.response_url, { replace_original: true, text, blocks })),
    { workspace: workspaceOf(context), tools },
  )
}
