import { sendJson } from './http-reply.ts'
import type { Route } from './web-server.ts'

/** Whether something the service needs works, with a reason when it does not, and perhaps what is worth knowing. */
export type Check =
  | { readonly status: 'ok'; readonly note?: string }
  | { readonly status: 'failed'; readonly reason: string; readonly problems: readonly string[] }

/** Looks anew whenever it is asked. */
export type Checking = () => Check | Promise<Check>

/** `/healthz`: the process is up. `/readyz`: each part works, else 503 with the reason. */
export function healthRoutes(checks: Readonly<Record<string, Checking>>): Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: (_, response) => sendJson(response, 200, { status: 'up' }) },
    {
      method: 'GET',
      path: '/readyz',
      handle: async (_, response) => {
        const looked = Object.entries(checks).map(async ([name, check]) => [name, await check()] as const)
        const results = Object.fromEntries(await Promise.all(looked))
        const isReady = Object.values(results).every((result) => result.status === 'ok')
        sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', checks: results })
      },
    },
  ]
}
