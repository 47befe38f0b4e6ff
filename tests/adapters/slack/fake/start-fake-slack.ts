import { type Route, type Routes, WebServer } from '../../fake-web-server.ts'
import { deliver } from './delivery/http-delivery.ts'
import { deliverWithRetries } from './delivery/retries.ts'
import type { FakeSlack, FakeSlackApi } from './fake-slack.ts'
import { SocketServer } from './sockets/socket-server.ts'
import { createSlackState, type SlackOptions, type SlackState } from './state/slack-state.ts'
import { answerCall } from './web-api/answer-call.ts'
import { answerResponseUrl } from './web-api/answer-response-url.ts'
import type { Method, Methods } from './web-api/method.ts'
import { plainMethods } from './web-api/methods.ts'
import { bodyArgs, readCall } from './web-api/read-call.ts'
import { runMethod } from './web-api/run-method.ts'

export type FakeSlackOptions = SlackOptions & {
  readonly port?: number
  /** Methods beside or in place of those there are. */
  readonly methods?: Methods
  /** Pages beside those there are, made for this Slack. */
  readonly routes?: (slack: FakeSlack) => Routes
}

/** Starts a Slack on a free port of this machine, or on the one given. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const state = createSlackState(options)
  const sockets = new SocketServer(state)
  const methods = { ...plainMethods, 'apps.connections.open': connectionsOpen(sockets), ...options.methods }
  const routes: Record<string, Route> = { api: apiRoute(methods, state), response: responseRoute(state) }
  const server = new WebServer(routes, (request, socket, head) => sockets.upgrade(request, socket, head))
  await server.listen(options.port)
  state.baseUrl = `http://127.0.0.1:${server.port}`
  const api = apiOf(state, sockets, server)
  // One object whose getters stay getters; the types of the standard library do not tell what is added.
  const slack = Object.defineProperties(state, Object.getOwnPropertyDescriptors(api)) as FakeSlack
  Object.assign(routes, options.routes?.(slack))
  return slack
}

function apiOf(state: SlackState, sockets: SocketServer, server: WebServer): FakeSlackApi & AsyncDisposable {
  async function stopListening() {
    sockets.cutAll()
    await server.stop()
  }
  return {
    sockets,
    port: server.port,
    apiUrl: `${state.baseUrl}/api/`,
    get messages() {
      return state.posted.list()
    },
    get ephemerals() {
      return state.ephemeralPosts.entries
    },
    get homes() {
      return state.views.homes()
    },
    get modals() {
      return state.views.modals()
    },
    get responses() {
      return state.responseUrls.posts.entries
    },
    get acks() {
      return state.acknowledgements.entries
    },
    calls: (method) => state.recorded.list(method),
    called: (method, n, withinMs) => state.recorded.called(method, n, withinMs),
    until: (isReached, what, withinMs) => state.changes.until(isReached, () => what, withinMs),
    clearRecord: () => clearRecord(state),
    deliver: (url, payload, options) => deliver(state, url, payload, options),
    deliverWithRetries: (url, payload, options) => deliverWithRetries(state, url, payload, options),
    socketsOpen: (count, withinMs) => sockets.opened(count, withinMs),
    stopListening,
    listenAgain: () => server.listen(),
    [Symbol.asyncDispose]: async () => {
      state.faults.clear()
      await stopListening()
    },
  }
}

function clearRecord(state: SlackState): void {
  state.recorded.clear()
  state.posted.clear()
  state.ephemeralPosts.clear()
  state.acknowledgements.clear()
  state.responseUrls.posts.clear()
  state.violations.length = 0
}

function connectionsOpen(sockets: SocketServer): Method {
  return { scope: 'connections:write', tokens: ['app'], run: () => ({ url: sockets.newUrl() }) }
}

function apiRoute(methods: Methods, state: SlackState): Route {
  return async (method, url, request) => {
    const call = await readCall(method, url, request)
    return answerCall(call, state, () => runMethod(call, methods, state))
  }
}

function responseRoute(state: SlackState): Route {
  return async (id, _, request) => {
    const call = { method: 'response_url', token: undefined, args: await bodyArgs(request) }
    return answerCall(call, state, () => answerResponseUrl(id, call.args, state))
  }
}
