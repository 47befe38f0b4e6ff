import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { type Clock, systemClock } from '../../clock.ts'
import { HttpError, sendJson } from '../../http-reply.ts'
import { readBody } from '../../read-body.ts'
import type { Route } from '../../web-server.ts'
import { type InsightStore, viewInsights } from './insights-view.ts'
import { OperatorGuard, type OperatorSettings } from './operator-guard.ts'

type Options = {
  /** Without one there is nothing to show. */
  readonly store: InsightStore | undefined
  readonly settings: OperatorSettings
  readonly clock?: Clock
}

const maxBodyBytes = 1024
const doneSchema = z.object({ key: z.string(), done: z.boolean().default(true) })

/**
 * For operators only. `GET /api/insights`: what the insights page shows. `POST /api/insights/done`: takes a question off the list of those
 * without an answer, or with `"done": false` puts it back.
 */
export function insightsRoutes({ store, settings, clock = systemClock }: Options): Route[] {
  const guard = new OperatorGuard(settings)

  async function show(_: IncomingMessage, response: ServerResponse): Promise<void> {
    sendJson(response, 200, await viewInsights(storeIn(store), clock.now()))
  }

  async function markDone(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { key, done } = await readDone(request)
    const { insights } = storeIn(store)
    const isChanged = await (done ? insights.markDone(key) : insights.reopen(key))
    if (!isChanged) throw new HttpError(404, 'there is no such question any more')
    sendJson(response, 200, { key, done })
  }

  const routes: Route[] = [
    { method: 'GET', path: '/api/insights', handle: show },
    { method: 'POST', path: '/api/insights/done', handle: markDone },
  ]
  return routes.map((route) => guard.guarded(route))
}

function storeIn(store: InsightStore | undefined): InsightStore {
  if (store) return store
  throw new HttpError(503, 'there is no store, so that nothing is kept to learn from')
}

async function readDone(request: IncomingMessage): Promise<z.infer<typeof doneSchema>> {
  // Pages of others can send text, but JSON only where they are allowed to.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new HttpError(415, 'expected JSON')
  const text = await readBody(request, maxBodyBytes)
  const parsed = doneSchema.safeParse(jsonIn(text))
  if (!parsed.success) throw new HttpError(400, 'expected {"key": "…"}')
  return parsed.data
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No schema takes that.
    return undefined
  }
}
