import { type Route, type Routes, WebServer } from '../../fake-web-server.ts'
import { routeOf } from './answer-call.ts'
import { answerConnectorCall } from './connector/answer-connector-call.ts'
import type { FakeConnector, FakeConnectorApi } from './fake-connector.ts'
import { issueToken } from './identity/issue-token.ts'
import { METADATA_PATH, tellKeys } from './identity/tell-keys.ts'
import { type ConnectorOptions, type ConnectorState, createConnectorState } from './state/connector-state.ts'
import { callerToken } from './tokens/caller-token.ts'

export type FakeConnectorOptions = ConnectorOptions & {
  readonly port?: number
  /** Pages beside those there are, made for this connector. */
  readonly routes?: (fake: FakeConnector) => Routes
}

/** Starts a Bot Connector on a free port of this machine, or on the one given. */
export async function startFakeConnector(options: FakeConnectorOptions = {}): Promise<FakeConnector> {
  const state = createConnectorState(options)
  const connector = routeOf('connector', answerConnectorCall, state)
  const routes: Record<string, Route> = {
    emea: connector,
    // A tenant that moves is served from elsewhere.
    amer: connector,
    openid: routeOf('openid', tellKeys, state),
    // Its path begins with a tenant, known or not; MSAL insists on that.
    '*': routeOf('token', issueToken, state),
  }
  const server = new WebServer(routes)
  await server.listen(options.port)
  state.baseUrl = `http://127.0.0.1:${server.port}`
  const api = apiOf(state, server)
  // One object whose getters stay getters; the types of the standard library do not tell what is added.
  const fake = Object.defineProperties(state, Object.getOwnPropertyDescriptors(api)) as FakeConnector
  Object.assign(routes, options.routes?.(fake))
  return fake
}

function apiOf(state: ConnectorState, server: WebServer): FakeConnectorApi & AsyncDisposable {
  const serviceUrl = `${state.baseUrl}/emea/`
  return {
    port: server.port,
    serviceUrl,
    openIdMetadataUrl: `${state.baseUrl}/openid${METADATA_PATH}`,
    tokenEndpoint: tokenEndpointOf(state),
    get settings() {
      return settingsFor(state)
    },
    get calls() {
      return state.recorded.entries
    },
    get messages() {
      return state.accepted.entries
    },
    shown: (conversationId) => state.accepted.shown(conversationId),
    until: (isReached, what, withinMs) => state.changes.until(isReached, () => what, withinMs),
    token: (kind, overrides) => callerToken(kind, { ...state, serviceUrl, ...overrides }),
    fault: (fault) => state.faults.add(fault),
    clearFaults: () => state.faults.clear(),
    revokeTokens: () => state.botTokens.revokeAll(),
    changeSecret: (secret) => {
      state.appSecret = secret
      state.secretExpired = false
    },
    clearRecord: () => {
      state.recorded.clear()
      state.accepted.clear()
    },
    stopListening: () => server.stop(),
    listenAgain: () => server.listen(),
    [Symbol.asyncDispose]: () => server.stop(),
  }
}

function tokenEndpointOf({ baseUrl, tenant }: ConnectorState): string {
  return `${baseUrl}/${tenant}/oauth2/v2.0/token`
}

function settingsFor(state: ConnectorState): FakeConnectorApi['settings'] {
  return {
    MicrosoftAppId: state.appId,
    MicrosoftAppPassword: state.appSecret,
    MicrosoftAppTenantId: state.tenant,
    TEAMS_OPENID_METADATA_URL: `${state.baseUrl}/openid${METADATA_PATH}`,
    TEAMS_TOKEN_ENDPOINT: tokenEndpointOf(state),
    TEAMS_TOKEN_ISSUER: state.tokenIssuer,
    TEAMS_ALLOWED_SERVICE_HOSTS: '127.0.0.1',
  }
}
