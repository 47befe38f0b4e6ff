import type { Language } from '../../../src/knowledge/language.ts'
import { exampleQuestions } from '../../chat/prompts.ts'
import type { Reply, ShownAnswer } from '../../chat/shown-answer.ts'
import { whereLooked } from '../../chat/where-looked.ts'
import { type Drawing, renderAnswer } from '../drawing/render-answer.ts'
import { renderHelp, renderNotice } from '../drawing/render-notices.ts'
import { textAnswer } from '../drawing/text-answer.ts'
import type { TeamsTools } from '../tools.ts'
import type { Deliverable } from './deliver.ts'
import { answerMessage, cardMessage } from './outgoing.ts'

type Knowing = Pick<TeamsTools, 'focalPoint'>

export type DrawnPage = Drawing & { readonly pages: number }

/** One page of an answer. */
export function drawPage(
  { id: answerId, answer, asked, sharedBy, canShare }: ShownAnswer,
  page: number,
  { focalPoint }: Knowing,
): DrawnPage {
  return renderAnswer(answer, { answerId, page, asked, sharedBy, canShare, ...whereLooked(focalPoint.knowledge) })
}

/** What whoever asks nothing gets: what can be asked. */
export function drawHelp(language: Language, { focalPoint }: Knowing): Drawing {
  return renderHelp(language, exampleQuestions(focalPoint.knowledge, language))
}

/** The first page of a reply, ready to be sent. */
export function deliverableOf(reply: Reply, tools: Knowing): Deliverable {
  const { shown, language } = reply
  if (!shown) return asDeliverable(renderNotice('unavailable', language), language)
  const { text, citations } = textAnswer(shown.answer)
  const message = answerMessage(drawPage(shown, 0, tools), shown.answer)
  return { message, text, language, ...(citations && { entities: [{ ...citations }] }) }
}

export function asDeliverable(drawing: Drawing, language: Language): Deliverable {
  return { message: cardMessage(drawing), text: drawing.text, language }
}
