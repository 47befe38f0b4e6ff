import type { Language } from '../../../src/knowledge/language.ts'
import { exampleQuestions } from '../../chat/prompts.ts'
import type { Reply, ShownAnswer } from '../../chat/shown-answer.ts'
import { whereLooked } from '../../chat/where-looked.ts'
import type { Outgoing } from '../connector/teams-calls.ts'
import { type Drawing, renderAnswer } from '../drawing/render-answer.ts'
import { renderHelp, renderNotice } from '../drawing/render-notices.ts'
import { renderReminders } from '../drawing/render-reminders.ts'
import type { TeamsTools } from '../tools.ts'
import type { Deliverable } from './deliver.ts'
import { answerMessage, cardMessage, textAnswerMessage, textMessage } from './outgoing.ts'

type Knowing = Pick<TeamsTools, 'focalPoint' | 'calendarLink' | 'reminders'>

export type DrawnPage = Drawing & { readonly pages: number }

const firstPages = new WeakMap<ShownAnswer, DrawnPage>()

/** The first page of an answer, drawn once: whether there are more is asked before it is sent. */
export function drawFirstPage(shown: ShownAnswer, tools: Knowing): DrawnPage {
  const drawn = firstPages.get(shown) ?? drawPage(shown, 0, tools)
  firstPages.set(shown, drawn)
  return drawn
}

/** One page of an answer. */
export function drawPage(
  { id: answerId, answer, asked, sharedBy, canShare, reminders: listed }: ShownAnswer,
  page: number,
  { focalPoint, calendarLink, reminders }: Knowing,
): DrawnPage {
  const looked = whereLooked(focalPoint.knowledge)
  const offers = { calendarLink, canRemind: reminders !== undefined }
  const view = { answerId, page, asked, sharedBy, canShare, offers, ...looked }
  return listed ? renderReminders(answer, listed, view) : renderAnswer(answer, view)
}

/** A drawing as a message; what is about reminders gets no feedback. */
export function shownMessage(drawing: Drawing, { answer, reminders }: ShownAnswer): Outgoing {
  return reminders ? cardMessage(drawing) : answerMessage(drawing, answer)
}

/** What whoever asks nothing gets: what can be asked. */
export function drawHelp(language: Language, { focalPoint }: Knowing): Drawing {
  return renderHelp(language, exampleQuestions(focalPoint.knowledge, language))
}

/** The first page of a reply, ready to be sent. */
export function deliverableOf({ shown, language }: Reply, tools: Knowing): Deliverable {
  if (!shown) return asDeliverable(renderNotice('unavailable', language), language)
  const { answer } = shown
  return {
    message: shownMessage(drawFirstPage(shown, tools), shown),
    inWords: () => textAnswerMessage(answer),
    ...(shown.canShare && { inPerson: () => answerMessage(drawPage({ ...shown, canShare: false }, 0, tools), answer) }),
  }
}

export function asDeliverable(drawing: Drawing, language: Language): Deliverable {
  return { message: cardMessage(drawing), inWords: () => textMessage(drawing.text, language) }
}
