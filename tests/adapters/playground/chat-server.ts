import type { AsyncFocalPoint, Explaining } from '../../../adapters/async-focal-point.ts'
import { whereLooked } from '../../../adapters/chat/where-looked.ts'
import { createLog } from '../../../adapters/log.ts'
import type { AnswerViews } from '../../../adapters/playground/answer-views.ts'
import { examplesRoute } from '../../../adapters/playground/examples.ts'
import { pageRoutes } from '../../../adapters/playground/page.ts'
import { pageAskRoutes } from '../../../adapters/playground/page-ask.ts'
import type { RateLimit } from '../../../adapters/rate-limit.ts'
import { renderAnswer as renderForSlack } from '../../../adapters/slack/drawing/render-answer.ts'
import { renderAnswer as renderForTeams } from '../../../adapters/teams/drawing/render-answer.ts'
import { closeServer, createWebServer, listen } from '../../../adapters/web-server.ts'
import { ownFocalPoint } from '../own-focal-point.ts'

export type ChatServer = AsyncDisposable & { readonly url: string }

type Options = { readonly focalPoint?: AsyncFocalPoint & Explaining; readonly limit?: RateLimit }

/** The chat page with all that it asks for, over the project's own knowledge or another assistant. */
export async function startChatServer({ focalPoint, limit }: Options = {}): Promise<ChatServer> {
  const log = createLog('error', () => {})
  const own = ownFocalPoint()
  const asked = focalPoint ?? own
  const routes = [
    ...pageRoutes(),
    examplesRoute(own),
    ...pageAskRoutes({ focalPoint: asked, explaining: asked, views: chatViews(), log, ...(limit && { limit }) }),
  ]
  const server = createWebServer(routes, log)
  const url = await listen(server, 0, '127.0.0.1')
  return { url, [Symbol.asyncDispose]: () => closeServer(server, 10) }
}

/** As the service draws for both platforms. */
function chatViews(): AnswerViews {
  const view = { answerId: 'playground', page: 0, canShare: false, ...whereLooked(ownFocalPoint().knowledge) }
  return {
    slack: async (answer) => renderForSlack(answer, { ...view, feedback: 'context_actions' }),
    teams: async (answer) => renderForTeams(answer, view),
  }
}
