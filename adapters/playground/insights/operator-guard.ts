import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { BoundedMap } from '../../bounded-map.ts'
import { isFromThisMachine } from '../../from-this-machine.ts'
import { HttpError } from '../../http-reply.ts'
import { isLoopback } from '../../loopback.ts'
import { RateLimit } from '../../rate-limit.ts'
import type { Route } from '../../web-server.ts'

/** Where the service listens, and what opens what is only for operators. */
export type OperatorSettings = { readonly HOST: string; readonly ADMIN_TOKEN?: string | undefined }

/** So many wrong tokens at once, and so many in the long run; a right one is refused as well while there were too many. */
const wrongTokens = { burst: 10, perSecond: 0.1 }
const mostAddresses = 10_000

/**
 * Lets operators through: whoever sits at this machine while nobody else can reach the service, and whoever has the token.
 * @param now milliseconds of any clock that never goes back
 */
export class OperatorGuard {
  readonly #settings: OperatorSettings
  readonly #now: () => number
  readonly #wrong: RateLimit
  readonly #closedUntilMs = new BoundedMap<string, number>(mostAddresses)

  constructor(settings: OperatorSettings, now = () => performance.now()) {
    this.#settings = settings
    this.#now = now
    this.#wrong = new RateLimit(wrongTokens, now)
  }

  /** The route, for operators only; others get 401, 403 or 429. */
  guarded(route: Route): Route {
    return {
      ...route,
      handle: (request, response) => {
        refuseOtherSites(request)
        this.#check(request)
        return route.handle(request, response)
      },
    }
  }

  #check(request: IncomingMessage): void {
    const { HOST, ADMIN_TOKEN } = this.#settings
    if (isLoopback(HOST) && isFromThisMachine(request)) return
    if (ADMIN_TOKEN === undefined) {
      throw new HttpError(403, 'this is shown only on the machine of the service, or with the token of ADMIN_TOKEN')
    }
    const token = bearerOf(request)
    if (token === undefined) throw new HttpError(401, 'this takes the token of ADMIN_TOKEN')
    this.#checkToken(token, ADMIN_TOKEN, request.socket.remoteAddress ?? '')
  }

  #checkToken(given: string, expected: string, address: string): void {
    if (this.#now() < (this.#closedUntilMs.get(address) ?? 0)) throw tooMany()
    if (isSame(given, expected)) return
    const waitSeconds = this.#wrong.take(address)
    if (waitSeconds === 0) throw new HttpError(401, 'the token is wrong')
    this.#closedUntilMs.set(address, this.#now() + waitSeconds * 1000)
    throw tooMany()
  }
}

/** A page of somebody else that is open at this machine asks from this machine too. */
function refuseOtherSites({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return
  throw new HttpError(403, 'this is not for other pages')
}

function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
}

/** Takes as long for every token. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function tooMany(): HttpError {
  return new HttpError(429, 'too many wrong tokens, try again later')
}
