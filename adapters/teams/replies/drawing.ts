import type { Language } from '../../../src/knowledge/language.ts'
import { exampleQuestions } from '../../chat/prompts.ts'
import type { Reply, ShownAnswer } from '../../chat/shown-answer.ts'
import { whereLooked } from '../../chat/where-looked.ts'
import { type Drawing, renderAnswer } from '../drawing/render-answer.ts'
import { renderHelp, renderNotice } from '../drawing/render-notices.ts'
import type { TeamsTools } from '../tools.ts'
import type { Deliverable } from './deliver.ts'
import { answerMessage, cardMessage, textAnswerMessage, textMessage } from './outgoing.ts'

type Knowing = Pick<TeamsTools, 'focalPoint' | 'calendarLink'>

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
  { id: answerId, answer, asked, sharedBy, canShare }: ShownAnswer,
  page: number,
  { focalPoint, calendarLink }: Knowing,
): DrawnPage {
  const looked = whereLooked(focalPoint.knowledge)
  return renderAnswer(answer, { answerId, page, asked, sharedBy, canShare, offers: { calendarLink }, ...looked })
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
    message: answerMessage(drawFirstPage(shown, tools), answer),
    inWords: () => textAnswerMessage(answer),
    ...(shown.canShare && { inPerson: () => answerMessage(drawPage({ ...shown, canShare: false }, 0, tools), answer) }),
  }
}

export function asDeliverable(drawing: Drawing, language: Language): Deliverable {
  return { message: cardMessage(drawing), inWords: () => textMessage(drawing.text, language) }
}
