import type { types } from '@slack/bolt'
import type { Language } from '../../../src/knowledge/language.ts'
import type { MeetingOffers } from '../../chat/meeting-items.ts'
import { exampleQuestions } from '../../chat/prompts.ts'
import type { Reply, ShownAnswer } from '../../chat/shown-answer.ts'
import { whereLooked } from '../../chat/where-looked.ts'
import { type AnswerView, type Drawing, renderAnswer } from '../drawing/render-answer.ts'
import { renderAnswerModal, renderNoticeModal } from '../drawing/render-modals.ts'
import { renderHelp, renderNotice } from '../drawing/render-notices.ts'
import { renderReminders } from '../drawing/render-reminders.ts'
import type { SlackTools } from '../tools.ts'

export type DrawnPage = Drawing & { readonly pages: number }
export type FeedbackStyle = AnswerView['feedback']

/** One page of an answer as a message. */
export function drawPage(
  { id: answerId, answer, asked, sharedBy, canShare, reminders }: ShownAnswer,
  { page = 0, feedback }: { readonly page?: number; readonly feedback: FeedbackStyle },
  tools: SlackTools,
): DrawnPage {
  const looked = whereLooked(tools.focalPoint.knowledge)
  const view = { answerId, page, feedback, sharedBy, canShare, offers: offersOf(tools), ...looked }
  return reminders ? renderReminders(answer, reminders, view) : renderAnswer(answer, { ...view, asked })
}

/** The first page of a reply as a message. */
export function drawReply({ shown, language }: Reply, feedback: FeedbackStyle, tools: SlackTools): DrawnPage {
  return shown ? drawPage(shown, { feedback }, tools) : { ...renderNotice('unavailable', language), pages: 1 }
}

/** One page of a reply as a window. */
export function drawModal({ shown, language }: Reply, page: number, tools: SlackTools): types.ModalView {
  if (!shown) return renderNoticeModal('unavailable', language)
  const looked = whereLooked(tools.focalPoint.knowledge)
  const view = { answerId: shown.id, page, asked: shown.asked, offers: offersOf(tools), ...looked }
  return renderAnswerModal(shown.answer, view, shown.reminders)
}

function offersOf({ calendarLink, reminders }: SlackTools): MeetingOffers {
  return { calendarLink, canRemind: reminders !== undefined }
}

/** What whoever asks nothing gets: what can be asked. */
export function drawHelp(language: Language = 'en', { focalPoint }: SlackTools): DrawnPage {
  return { ...renderHelp(language, exampleQuestions(focalPoint.knowledge, language)), pages: 1 }
}

/** How a workspace shows the buttons under an answer. */
export function feedbackStyle(workspace: string, { features }: SlackTools): FeedbackStyle {
  return features.has('contextActions', workspace) ? 'context_actions' : 'buttons'
}

/** The same for what Slack takes without telling whether it can show it. */
export function provenStyle(workspace: string, { features }: SlackTools): FeedbackStyle {
  return features.isProven('contextActions', workspace) ? 'context_actions' : 'buttons'
}
