import { isIPv6 } from 'node:net'
import { BoundedMap } from './bounded-map.ts'
import { HttpError } from './http-reply.ts'
import type { Route } from './web-server.ts'

/** So many requests at once, and so many each second in the long run. */
export type Rate = { readonly burst: number; readonly perSecond: number }

type Bucket = { readonly left: number; readonly atMs: number }

/** Who was silent longest is forgotten first, and begins afresh. */
const mostAddresses = 10_000

/** Lets each address have a burst of requests, then a steady rate of them. */
export class RateLimit {
  readonly #rate: Rate
  readonly #now: () => number
  readonly #buckets = new BoundedMap<string, Bucket>(mostAddresses)

  /** @param now milliseconds of any clock that never goes back */
  constructor(rate: Rate, now = () => performance.now()) {
    this.#rate = rate
    this.#now = now
  }

  /** Counts a request: 0 when it may go on, otherwise in how many seconds the next one may. */
  take(address: string): number {
    const { burst, perSecond } = this.#rate
    const key = networkOf(address)
    const atMs = this.#now()
    const before = this.#buckets.get(key) ?? { left: burst, atMs }
    const left = Math.min(burst, before.left + ((atMs - before.atMs) / 1000) * perSecond)
    this.#buckets.set(key, { left: left < 1 ? left : left - 1, atMs })
    return left < 1 ? Math.ceil((1 - left) / perSecond) : 0
  }
}

/** The route, as long as the limit lets whoever asks; otherwise 429 with the time to wait. */
export function limitedRoute(route: Route, limit: RateLimit): Route {
  return {
    ...route,
    handle: (request, response) => {
      // What a proxy says about who asks can be made up.
      const seconds = limit.take(request.socket.remoteAddress ?? '')
      if (seconds === 0) return route.handle(request, response)
      response.setHeader('Retry-After', seconds)
      throw new HttpError(429, `too many requests, try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}`)
    },
  }
}

/** Whoever has one address of IPv6 mostly has 2 to the 64 of them. */
function networkOf(address: string): string {
  return isIPv6(address) && !address.includes('.') ? expanded(address).slice(0, 4).join(':') : address
}

function expanded(address: string): string[] {
  const [head = '', tail = ''] = address.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const missing = 8 - groups(head).length - groups(tail).length
  return [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
}
