import { randomUUID } from 'node:crypto'
import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Answer } from '../../../src/answers/answer.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { exampleQuestions } from '../../chat/prompts.ts'
import { whereLooked } from '../../chat/where-looked.ts'
import { describeError } from '../../log.ts'
import { type AnswerView, type Drawing, isSurelyShort, renderAnswer } from '../drawing/render-answer.ts'
import { renderAnswerModal, renderNoticeModal } from '../drawing/render-modals.ts'
import { renderHelp, renderNotice } from '../drawing/render-notices.ts'
import type { SlackTools } from '../tools.ts'

/** What is asked, by whom, and what the answer is read in. */
export type Asked = {
  readonly text: string
  readonly workspace: string
  readonly conversation: string
  /** What the person reads, where Slack tells. */
  readonly reader?: Language
  /** Of a question that is ours, such as a choice. */
  readonly language?: Language
}

/** How and to whom an answer is shown. */
export type Showing = {
  /** The question is not to be seen where the answer is. */
  readonly asked?: string
  readonly sharedBy?: string
  readonly canShare: boolean
}

/** An answer with all that drawing any of its pages takes. */
export type ShownAnswer = Showing & { readonly id: string; readonly workspace: string; readonly answer: Answer }

export type DrawnPage = Drawing & { readonly pages: number }
export type FeedbackStyle = AnswerView['feedback']

/** Kept answers of another version of this program are as good as gone. */
const format = 1
const keptSchema = z.object({ format: z.literal(format), shown: z.custom<Omit<ShownAnswer, 'workspace'>>() })

/** What is shown for a question: its answer, or in that language that there is none at the moment. */
export type Reply = { readonly shown: ShownAnswer | undefined; readonly language: Language }

/** Asks, and keeps the answer where a button under it needs it again. Never rejects: a failure is told by the reply. */
export async function ask(asked: Asked, showing: Showing, tools: SlackTools): Promise<Reply> {
  const { text, workspace, conversation, language, reader } = asked
  try {
    const question = { text, conversation, language, reader, now: tools.clock.now() }
    const answer = await tools.focalPoint.ask(question)
    const shown = { ...showing, id: randomUUID(), workspace, answer }
    await keepForButtons(shown, tools)
    return { shown, language: answer.language }
  } catch (error) {
    tools.log.error('no answer', describeError(error))
    return { shown: undefined, language: language ?? reader ?? 'en' }
  }
}

/** What turns pages or shares needs the answer again. An answer that cannot be kept is still worth showing. */
export async function keepForButtons(shown: ShownAnswer, tools: SlackTools): Promise<void> {
  if (!shown.canShare && hasOnePage(shown, tools)) return
  try {
    await keep(shown, tools)
  } catch (error) {
    tools.log.error('answer not kept', describeError(error))
  }
}

function hasOnePage(shown: ShownAnswer, tools: SlackTools): boolean {
  return isSurelyShort(shown.answer) || drawPage(shown, { feedback: 'buttons' }, tools).pages === 1
}

/** One page of an answer as a message. */
export function drawPage(
  { id: answerId, answer, asked, sharedBy, canShare }: ShownAnswer,
  { page = 0, feedback }: { readonly page?: number; readonly feedback: FeedbackStyle },
  tools: SlackTools,
): DrawnPage {
  const looked = whereLooked(tools.focalPoint.knowledge)
  return renderAnswer(answer, { answerId, page, feedback, asked, sharedBy, canShare, ...looked })
}

/** The first page of a reply as a message. */
export function drawReply({ shown, language }: Reply, feedback: FeedbackStyle, tools: SlackTools): DrawnPage {
  return shown ? drawPage(shown, { feedback }, tools) : { ...renderNotice('unavailable', language), pages: 1 }
}

/** One page of a reply as a window. */
export function drawModal({ shown, language }: Reply, page: number, { focalPoint }: SlackTools): types.ModalView {
  if (!shown) return renderNoticeModal('unavailable', language)
  const view = { answerId: shown.id, page, asked: shown.asked, ...whereLooked(focalPoint.knowledge) }
  return renderAnswerModal(shown.answer, view)
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

/** Keeps an answer as it is shown now. */
export async function keep(shown: ShownAnswer, { store, clock }: SlackTools): Promise<void> {
  const { workspace, ...rest } = shown
  const body = JSON.stringify({ format, shown: rest })
  await store.keptAnswers.keep({ id: shown.id, workspace, body }, clock.now().epochMilliseconds)
}

/** An answer that was kept; undefined when it is too old, another version's or another workspace's. */
export async function findKept(id: string, workspace: string, tools: SlackTools): Promise<ShownAnswer | undefined> {
  const body = await tools.store.keptAnswers.find(id, workspace)
  const { data } = keptSchema.safeParse(body === undefined ? undefined : JSON.parse(body))
  return data && { ...data.shown, workspace }
}
