import type { AsyncFocalPoint, Explaining } from '../../../adapters/async-focal-point.ts'
import { drawAnswers } from '../../../adapters/draw-answers.ts'
import { createLog } from '../../../adapters/log.ts'
import { playgroundRoutes } from '../../../adapters/playground/playground-routes.ts'
import type { RateLimit } from '../../../adapters/rate-limit.ts'
import { closeServer, createWebServer, listen } from '../../../adapters/web-server.ts'
import { ownFocalPoint } from '../own-focal-point.ts'

export type ChatServer = AsyncDisposable & { readonly url: string }

type Options = { readonly focalPoint?: AsyncFocalPoint & Explaining; readonly limit?: RateLimit }

/** The playground over the project's own knowledge, or over another assistant. */
export async function startChatServer({ focalPoint, limit }: Options = {}): Promise<ChatServer> {
  const log = createLog('error', () => {})
  const origin = ownFocalPoint()
  const asked = focalPoint ?? origin
  const server = createWebServer(
    playgroundRoutes({
      focalPoint: asked,
      explaining: asked,
      origin,
      views: drawAnswers(origin),
      log,
      ...(limit && { limit }),
    }),
    log,
  )
  const url = await listen(server, 0, '127.0.0.1')
  return { url, [Symbol.asyncDispose]: () => closeServer(server, 10) }
}
