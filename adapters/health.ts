import { sendJson } from './http-reply.ts'
import type { Route } from './web-server.ts'

/** Whether something the service needs works, with a reason when it does not, and perhaps what is worth knowing. */
export type Check =
  | { readonly status: 'ok'; readonly note?: string }
  | { readonly status: 'failed'; readonly reason: string; readonly problems: readonly string[] }

/** `/healthz`: the process is up. `/readyz`: each part works, else 503 with the reason. */
export function healthRoutes(checks: Readonly<Record<string, () => Check>>): Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: (_, response) => sendJson(response, 200, { status: 'up' }) },
    {
      method: 'GET',
      path: '/readyz',
      handle: (_, response) => {
        const results = Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, check()]))
        const isReady = Object.values(results).every((result) => result.status === 'ok')
        sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', checks: results })
      },
    },
  ]
}
