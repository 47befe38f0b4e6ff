import { ConnectorClient } from 'botframework-connector'
import { BoundedMap } from '../../bounded-map.ts'
import { asCredentials, type BotToken } from '../connection/bot-token.ts'
import type { Trust } from '../connection/trust.ts'
import { extendSerializer } from './serializer.ts'

/** Marks a call to which the address of a private message belongs; never leaves this process. */
export const targetedHeader = 'x-focal-targeted'

/** Teams has one service address for each part of the world. */
const mostClients = 50

type Request = {
  url: string
  readonly headers: { get(name: string): string | undefined; delete(name: string): void }
}
type Send<T> = (request: Request) => Promise<T>

/** The clients of the connector, one for each service address; making one takes longer than a call. */
export class ConnectorPool {
  readonly #options: { readonly token: BotToken; readonly trust: Trust }
  readonly #clients = new BoundedMap<string, ConnectorClient>(mostClients)

  constructor(options: { readonly token: BotToken; readonly trust: Trust }) {
    extendSerializer()
    this.#options = options
  }

  /** @throws {UntrustedServiceError} for an address that our token may not go to, whoever it comes from */
  clientFor(serviceUrl: string): ConnectorClient {
    if (!this.#options.trust.isTrustedServiceUrl(serviceUrl)) throw new UntrustedServiceError()
    const client = this.#clients.get(serviceUrl) ?? this.#create(serviceUrl)
    this.#clients.set(serviceUrl, client)
    return client
  }

  #create(serviceUrl: string): ConnectorClient {
    const client = new ConnectorClient(asCredentials(this.#options.token), { baseUri: serviceUrl })
    const pipeline = pipelineOf(client)
    // It posts a message up to four times, whatever became of the first; what is tried again is decided by us.
    pipeline.removePolicy({ name: 'defaultRetryPolicy' })
    // It would take our token along.
    pipeline.removePolicy({ name: 'redirectPolicy' })
    pipeline.addPolicy({ name: 'targeted', sendRequest: addressPrivately })
    return client
  }
}

type Pipeline = {
  removePolicy(policy: { readonly name: string }): unknown
  addPolicy(policy: { readonly name: string; sendRequest: <T>(request: Request, next: Send<T>) => Promise<T> }): void
}

/** Declared private, although the option that should switch retries off is ignored. */
function pipelineOf(client: ConnectorClient): Pipeline {
  return (Reflect.get(client, 'client') as { readonly pipeline: Pipeline }).pipeline
}

/** Somebody wants our token to go where it must not. */
export class UntrustedServiceError extends Error {
  constructor() {
    super('the service address is not one of TEAMS_ALLOWED_SERVICE_HOSTS')
    this.name = 'UntrustedServiceError'
  }
}

/** The connector knows no private messages (learn.microsoft.com, targeted messages), so the address is put right here. */
function addressPrivately<T>(request: Request, next: Send<T>): Promise<T> {
  if (request.headers.get(targetedHeader) === undefined) return next(request)
  request.headers.delete(targetedHeader)
  const url = new URL(request.url)
  url.searchParams.set('isTargetedActivity', 'true')
  request.url = url.href
  return next(request)
}
