import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Question } from '../../src/focal-point.ts'
import { answerInJson } from '../answer-json.ts'
import type { AsyncFocalPoint, Explaining } from '../async-focal-point.ts'
import { sendJson } from '../http-reply.ts'
import type { Log } from '../log.ts'
import { limitedRoute, type RateLimit } from '../rate-limit.ts'
import type { Route } from '../web-server.ts'
import type { AnswerViews } from './answer-views.ts'
import { askLimit } from './ask-api.ts'
import type { PlaygroundAnswer } from './playground-answer.ts'
import { readPageQuestion } from './read-question.ts'
import { SlackPictures } from './slack-pictures.ts'

/** What the chat page asks. */
export type Asked = {
  readonly focalPoint: AsyncFocalPoint
  readonly explaining: Explaining
  readonly views: AnswerViews
  readonly log: Log
  /** The one of `/api/ask`, so that nobody asks more often by asking both. */
  readonly limit?: RateLimit
}

/** `POST /api/playground/ask`: a question gets its answer in every form, and how that came about; and its Slack pictures. */
export function pageAskRoutes({ focalPoint, explaining, views, log, limit = askLimit() }: Asked): Route[] {
  const pictures = new SlackPictures()

  async function answer(question: Question): Promise<PlaygroundAnswer> {
    const started = performance.now()
    // In this order, because the answer moves the conversation on.
    const [why, told] = await Promise.all([explaining.explain(question), focalPoint.ask(question)])
    const json = answerInJson(told, started)
    const [slack, teams] = await Promise.all([views.slack(told), views.teams(told)])
    const slackPicture = pictures.keep(randomUUID(), {
      blocks: slack.blocks,
      at: new Date(question.now.epochMilliseconds),
    })
    const { language, parts } = told
    return { answer: json, language, parts, views: { text: json.text, slack, teams }, slackPicture, why }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await answer(await readPageQuestion(request))
    const { status, intent, ms } = answered.answer
    log.debug('answered', { status, intent, ms })
    sendJson(response, 200, answered)
  }
  return [limitedRoute({ method: 'POST', path: '/api/playground/ask', handle }, limit), pictures.route]
}
