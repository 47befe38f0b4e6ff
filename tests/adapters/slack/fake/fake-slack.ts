import type { DeliverOptions, HttpAnswer } from './delivery/http-delivery.ts'
import type { RetryOptions } from './delivery/retries.ts'
import type { Payload } from './payloads/payload.ts'
import type { SocketServer } from './sockets/socket-server.ts'
import type { PostedMessage } from './state/posted-messages.ts'
import type { RecordedCall } from './state/recorded-calls.ts'
import type { ResponsePost } from './state/response-urls.ts'
import type { Acknowledgement, Ephemeral, SlackState } from './state/slack-state.ts'
import type { ShownView } from './state/views.ts'

/** A Slack on this machine: its Web API, its sockets, and what it sends to an app. */
export type FakeSlack = SlackState & FakeSlackApi & AsyncDisposable

/** What tests do with it. */
export type FakeSlackApi = {
  /** What an SDK takes as `slackApiUrl`. */
  readonly apiUrl: string
  readonly port: number
  readonly sockets: SocketServer
  /** All messages, oldest first; those deleted are marked. */
  readonly messages: readonly PostedMessage[]
  readonly ephemerals: readonly Ephemeral[]
  readonly homes: readonly ShownView[]
  readonly modals: readonly ShownView[]
  /** What was posted to a response_url. */
  readonly responses: readonly ResponsePost[]
  /** What the app acknowledged, over both transports. */
  readonly acks: readonly Acknowledgement[]
  calls(method?: string): readonly RecordedCall[]
  /** Resolves as soon as a method was called so often; rejects after the limit with what was called. */
  called(method: string, n?: number, withinMs?: number): Promise<readonly RecordedCall[]>
  /** Resolves as soon as it holds; looked at after every call, acknowledgement and change of the sockets. */
  until(isReached: () => boolean, what: string, withinMs?: number): Promise<void>
  /** Forgets what was recorded: calls, messages, responses, acknowledgements and violations. */
  clearRecord(): void
  /** Posts a payload to the app, signed. */
  deliver(url: string, payload: Payload | string, options?: DeliverOptions): Promise<HttpAnswer>
  deliverWithRetries(url: string, payload: Payload, options?: RetryOptions): Promise<readonly HttpAnswer[]>
  /** Resolves as soon as exactly so many sockets are open. */
  socketsOpen(count: number, withinMs?: number): Promise<void>
  /** An outage: refuses connections and cuts all there are. */
  stopListening(): Promise<void>
  /** Ends the outage, on the same port. */
  listenAgain(): Promise<void>
}
