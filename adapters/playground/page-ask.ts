import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReminderReply } from '../../src/reminders/reply.ts'
import type { AsyncFocalPoint, Explaining } from '../async-focal-point.ts'
import { replyAnswer } from '../chat/reminder-answer.ts'
import { sendJson } from '../http-reply.ts'
import type { Log } from '../log.ts'
import { limitedRoute, type RateLimit } from '../rate-limit.ts'
import type { Route } from '../web-server.ts'
import type { AnswerViews } from './answer-views.ts'
import { askLimit } from './ask-api.ts'
import { everyForm } from './every-form.ts'
import type { PlaygroundAnswer } from './playground-answer.ts'
import { type PageQuestion, readPageQuestion } from './read-question.ts'
import { readAction } from './reminders/read-action.ts'
import { askingOf } from './reminders/visitor.ts'
import type { WebReminders } from './reminders/web-reminders.ts'

/** What the chat page asks. */
export type Asked = {
  readonly focalPoint: AsyncFocalPoint
  readonly explaining: Explaining
  readonly views: AnswerViews
  readonly log: Log
  /** Left out where nobody can be reminded. */
  readonly reminding?: WebReminders | undefined
  /** The one of `/api/ask`, so that nobody asks more often by asking both. */
  readonly limit?: RateLimit
}

/**
 * `POST /api/playground/ask`: a question gets its answer in every form, and how that came about; a command about reminders
 * its reply. `POST /api/playground/reminders`: the same for a button beside a reminder. And their Slack pictures.
 */
export function pageAskRoutes({ focalPoint, explaining, views, log, reminding, limit = askLimit() }: Asked): Route[] {
  const forms = everyForm(views)

  async function reply({ question, visitor }: PageQuestion): Promise<PlaygroundAnswer> {
    const started = performance.now()
    const language = question.language ?? question.reader ?? 'en'
    const asking = visitor && askingOf(visitor, language, question.conversation)
    const told = asking && (await reminding?.reminders.handle(question.text, asking))
    if (told) return await drawReply(told, started)
    // In this order, because the answer moves the conversation on.
    const [why, answer] = await Promise.all([explaining.explain(question), focalPoint.ask(question)])
    return { ...(await forms.draw(answer, { at: question.now, started })), why }
  }
  async function drawReply(told: ReminderReply, started: number): Promise<PlaygroundAnswer> {
    const drawn = await forms.draw(replyAnswer(told), { at: Temporal.Now.instant(), started })
    return { ...drawn, listed: told.listed }
  }
  async function ask(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await reply(await readPageQuestion(request))
    const { status, intent, ms } = answered.answer
    log.debug('answered', { status, intent, ms })
    sendJson(response, 200, answered)
  }
  async function act(from: WebReminders, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now()
    sendJson(response, 200, await drawReply(await from.act(await readAction(request)), started))
  }
  const routes: Route[] = [{ method: 'POST', path: '/api/playground/ask', handle: ask }]
  if (reminding) {
    const handle: Route['handle'] = (request, response) => act(reminding, request, response)
    routes.push({ method: 'POST', path: '/api/playground/reminders', handle })
  }
  return [...routes.map((route) => limitedRoute(route, limit)), forms.route, ...(reminding?.routes ?? [])]
}
