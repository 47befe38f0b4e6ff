import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Clock, within } from '../../clock.ts'
import { HttpError, sendJson } from '../../http-reply.ts'
import { describeError, type Log } from '../../log.ts'
import { readBody } from '../../read-body.ts'
import type { Route } from '../../web-server.ts'
import { type Activity, activitySchema } from './activity.ts'
import { CannotVerifyError, RefusedError } from './refused-error.ts'
import type { Reply, TeamsCloudAdapter, Turn } from './teams-cloud-adapter.ts'

/** Activities of Teams stay far below. */
const maxBodyBytes = 512 * 1024

type Options = {
  readonly adapter: TeamsCloudAdapter
  readonly turn: Turn
  readonly clock: Clock
  readonly log: Log
}

/** `POST /api/messages`: what everything from Teams passes. It notes what is in flight, and can be closed. */
export class Gate {
  readonly route: Route
  readonly #options: Options
  readonly #inFlight = new Set<Promise<unknown>>()
  #isOpen = true

  constructor(options: Options) {
    this.#options = options
    const handle = (request: IncomingMessage, response: ServerResponse) => this.#handle(request, response)
    this.route = { method: 'POST', path: '/api/messages', handle }
  }

  /** Notes work that goes on after its activity has been answered. It must not reject. */
  track(work: Promise<unknown>): void {
    this.#inFlight.add(work)
    void work.finally(() => this.#inFlight.delete(work))
  }

  /** Lets nothing more in, and waits for what is in flight, at most `graceMs` milliseconds. */
  async drain(graceMs: number): Promise<void> {
    this.#isOpen = false
    await within(graceMs, this.#settle(), this.#options.clock)
  }

  /** What is in flight may leave more behind. */
  async #settle(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    checkType(request)
    const body = await readBody(request, maxBodyBytes)
    // Not before: a body may take its time.
    if (!this.#isOpen) throw new HttpError(503, 'the service is stopping, please try again')
    const activity = parseActivity(body)
    const receiving = this.#receive(request.headers.authorization ?? '', activity)
    this.track(receiving.catch(() => undefined))
    const { status = 200, body: answer = {} } = (await receiving) ?? {}
    sendJson(response, status, answer)
  }

  async #receive(authorization: string, activity: Activity): Promise<Reply | undefined> {
    const { adapter, turn, log } = this.#options
    try {
      return await adapter.receive(authorization, activity, turn)
    } catch (error) {
      if (error instanceof RefusedError) {
        log.warn('teams call refused', { reason: error.message })
        throw new HttpError(401, 'this call is not from Teams, or not for this app')
      }
      if (error instanceof CannotVerifyError) {
        log.error('teams call not verified', describeError(error.cause))
        throw new HttpError(503, 'whether this call is from Teams cannot be found out right now, please try again')
      }
      throw error
    }
  }
}

/** No web page can send this type to us without asking first, which we never allow. */
function checkType({ headers }: IncomingMessage): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new HttpError(415, 'expected a body of type application/json')
}

function parseActivity(body: string): Activity {
  const { data } = activitySchema.safeParse(readJson(body))
  if (!data) throw new HttpError(400, 'expected an activity with type, conversation and recipient')
  return data
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new HttpError(400, 'expected JSON')
    throw error
  }
}
