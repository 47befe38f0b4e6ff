import type { IncomingMessage, ServerResponse } from 'node:http'
import { askForJsonAsync } from '../answer-json.ts'
import type { AsyncFocalPoint } from '../async-focal-point.ts'
import { HttpError, sendJson } from '../http-reply.ts'
import type { Log } from '../log.ts'
import { parseFields, type QuestionFields, questionSchema, toQuestion } from '../question-json.ts'
import { limitedRoute, RateLimit } from '../rate-limit.ts'
import { readBody } from '../read-body.ts'
import type { Route } from '../web-server.ts'

const maxBodyBytes = 64 * 1024

/** More than people ask by hand, and too little to keep the assistant from everybody else. */
const rate = { burst: 100, perSecond: 25 }

/** `POST /api/ask`: a question as JSON gets the JSON that `ask --json` prints. Each address may ask so often, and no more. */
export function askRoute(focalPoint: AsyncFocalPoint, log: Log, limit = new RateLimit(rate)): Route {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = parse(await readBody(request, maxBodyBytes))
    const question = toQuestion(fields, { language: undefined, now: Temporal.Now.instant() })
    const conversation = webConversation(fields.conversation)
    const answer = await askForJsonAsync(focalPoint, { ...question, conversation })
    log.debug('answered', { status: answer.status, intent: answer.intent, ms: answer.ms })
    sendJson(response, 200, answer)
  }
  return limitedRoute({ method: 'POST', path: '/api/ask', handle }, limit)
}

function parse(body: string): QuestionFields {
  const parsed = parseFields(body, questionSchema)
  if (!parsed.ok) throw new HttpError(400, parsed.error)
  return parsed.value
}

/** Ids from the web stay apart from those of chats: nobody can join a conversation of Slack by its id. */
function webConversation(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `web:${id}`
}
