import { lookedIn } from './looked-in.ts'
import type { Press } from './pressed.ts'
import { renderAnswerModal, renderNoticeModal } from './render-modals.ts'
import { postToResponseUrl } from './response-url.ts'
import { drawPage, drawReply, feedbackStyle, type Reply } from './shown-answer.ts'
import type { SlackTools } from './tools.ts'

/** Puts a page of a reply where the button stands. Doing that twice comes to the same. */
export async function replaceWith(reply: Reply, page: number, press: Press, tools: SlackTools): Promise<void> {
  if (press.body.view?.type === 'modal') await replaceModal(reply, page, press, tools)
  else await replaceMessage(reply, page, press, tools)
}

/** A reply in a window. */
export function modalOf({ shown, language }: Reply, page: number, { focalPoint }: SlackTools) {
  if (!shown) return renderNoticeModal('unavailable', language)
  const view = { answerId: shown.id, page, asked: shown.asked, ...lookedIn(focalPoint.knowledge) }
  return renderAnswerModal(shown.answer, view)
}

async function replaceModal(reply: Reply, page: number, { body, client }: Press, tools: SlackTools): Promise<void> {
  const view = modalOf(reply, page, tools)
  await tools.calls.repeat(() => client.views.update({ view_id: body.view?.id ?? '', view }))
}

async function replaceMessage(reply: Reply, page: number, { body }: Press, tools: SlackTools): Promise<void> {
  const feedback = feedbackStyle(reply.shown?.workspace ?? '', tools)
  const { text, blocks } = reply.shown
    ? drawPage(reply.shown, { page, feedback }, tools)
    : drawReply(reply, feedback, tools)
  const message = { replace_original: true, text, blocks }
  await tools.calls.repeat(() => postToResponseUrl(body.response_url, message))
}
