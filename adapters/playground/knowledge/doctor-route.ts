import type { Finding } from '../../finding.ts'
import { isFromThisMachine } from '../../from-this-machine.ts'
import { HttpError, sendJson } from '../../http-reply.ts'
import type { Route } from '../../web-server.ts'

/**
 * `GET /api/doctor`: what `npm run doctor` says, looked at anew, for whoever sits at this machine. Who asks meanwhile
 * gets the same.
 */
export function doctorRoute(examine: () => AsyncIterable<Finding>): Route {
  let running: Promise<Finding[]> | undefined
  return {
    method: 'GET',
    path: '/api/doctor',
    handle: async (request, response) => {
      if (!isFromThisMachine(request)) throw new HttpError(403, 'this is told only on the machine of the service')
      running ??= Array.fromAsync(examine()).finally(() => {
        running = undefined
      })
      sendJson(response, 200, { findings: await running })
    },
  }
}
