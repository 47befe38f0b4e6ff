import type { IncomingMessage, ServerResponse } from 'node:http'
import { askForJsonAsync } from '../answer-json.ts'
import type { AsyncFocalPoint } from '../async-focal-point.ts'
import { sendJson } from '../http-reply.ts'
import type { Log } from '../log.ts'
import { limitedRoute, RateLimit } from '../rate-limit.ts'
import type { Route } from '../web-server.ts'
import { readQuestion } from './read-question.ts'

/** A program may ask some hundred questions in one go; without end it gets a part of what the assistant can answer. */
const rate = { burst: 600, perSecond: 50 }

/** How often one address may ask, on all ways together. */
export function askLimit(): RateLimit {
  return new RateLimit(rate)
}

/** `POST /api/ask`: a question as JSON gets the JSON that `ask --json` prints. */
export function askRoute(focalPoint: AsyncFocalPoint, log: Log, limit = askLimit()): Route {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await askForJsonAsync(focalPoint, await readQuestion(request))
    log.debug('answered', { status: answer.status, intent: answer.intent, ms: answer.ms })
    sendJson(response, 200, answer)
  }
  return limitedRoute({ method: 'POST', path: '/api/ask', handle }, limit)
}
