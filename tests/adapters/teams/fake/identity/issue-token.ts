import { randomUUID } from 'node:crypto'
import type { Work } from '../answer-call.ts'
import { type Fields, textIn } from '../fields.ts'
import { Refusal } from '../refusal.ts'
import type { ConnectorState } from '../state/connector-state.ts'
import { signedToken } from '../tokens/json-web-token.ts'
import { keyOf } from '../tokens/keys.ts'

const RESOURCE = 'https://api.botframework.com'
const LIFE_IN_SECONDS = 3599

/** Gives the bot a token for the connector, or says as Entra does what is wrong with the request. */
export const issueToken: Work = ({ method, path, body }, state) => {
  const form: Fields = typeof body === 'object' ? { ...body } : {}
  checkTenant(method, path, state)
  checkGrant(form)
  checkApp(form, state)
  const token = newToken(state)
  state.botTokens.issue(token)
  const expires_in = LIFE_IN_SECONDS
  return { status: 200, body: { token_type: 'Bearer', expires_in, ext_expires_in: expires_in, access_token: token } }
}

function checkTenant(method: string, path: string, { tenant }: ConnectorState): void {
  const asked = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(path)?.[1]
  if (!asked || method !== 'POST') throw new Refusal({ status: 404, body: '' })
  if (asked !== tenant) {
    const text = `Tenant '${asked}' not found. Check to make sure you have the correct tenant ID.`
    throw denied(400, 'invalid_request', 90002, text)
  }
}

function checkGrant(form: Fields): void {
  const grant = textIn(form, 'grant_type')
  if (grant === undefined) {
    throw denied(400, 'invalid_request', 900144, "The request body must contain the following parameter: 'grant_type'.")
  }
  if (grant !== 'client_credentials') {
    throw denied(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`)
  }
  const scopes = (textIn(form, 'scope') ?? '').split(' ')
  if (!scopes.includes(`${RESOURCE}/.default`)) {
    const text = `The provided value for scope ${scopes.join(' ')} is not valid. Allowed is ${RESOURCE}/.default.`
    throw denied(400, 'invalid_scope', 1002012, text)
  }
}

function checkApp(form: Fields, { appId, appSecret, secretExpired, tenant }: ConnectorState): void {
  const asked = textIn(form, 'client_id')
  if (asked !== appId) {
    const text = `Application with identifier '${asked}' was not found in the directory '${tenant}'.`
    throw denied(400, 'unauthorized_client', 700016, text)
  }
  if (textIn(form, 'client_secret') !== appSecret) {
    const text =
      'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, ' +
      `not the client secret ID, for a secret added to app '${appId}'.`
    throw denied(401, 'invalid_client', 7000215, text)
  }
  if (secretExpired) {
    const text = `The provided client secret keys for app '${appId}' are expired.`
    throw denied(401, 'invalid_client', 7000222, text)
  }
}

function denied(status: number, error: string, code: number, text: string): Refusal {
  const trace_id = randomUUID()
  const correlation_id = randomUUID()
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  const ids = `Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`
  const error_description = `AADSTS${code}: ${text} ${ids}`
  const error_uri = `https://login.microsoftonline.com/error?code=${code}`
  const body = { error, error_description, error_codes: [code], timestamp, trace_id, correlation_id, error_uri }
  return new Refusal({ status, body })
}

function newToken({ appId, tenant }: ConnectorState): string {
  const now = Math.floor(Date.now() / 1000)
  const iss = `https://sts.windows.net/${tenant}/`
  const claims = { aud: RESOURCE, iss, appid: appId, tid: tenant, ver: '1.0', nbf: now, exp: now + LIFE_IN_SECONDS }
  // No two are alike, even in the same second, so that one can be revoked and the next be good.
  return signedToken({ ...claims, uti: randomUUID() }, keyOf('teams'))
}
