import { createHmac } from 'node:crypto'
import { webApi } from '@slack/bolt'
import type { Finding } from '../finding.ts'
import { createLog } from '../log.ts'
import { serviceAddress } from '../service-address.ts'
import type { Settings } from '../settings.ts'
import { sdkLogger } from './connection/sdk-logger.ts'
import { missingScopes } from './permissions.ts'
import { callFailure } from './web-api/call-failure.ts'
import { webClientOptions } from './web-api/web-client-options.ts'

type SlackSettings = Settings & { readonly SLACK_BOT_TOKEN: string }

const timeoutMs = 5000

/** Asks Slack, and the service if it runs, about everything that the settings say of Slack. */
export async function examineSlack(settings: SlackSettings): Promise<Finding[]> {
  const { SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = settings
  return [
    ...(await examineBotToken(settings)),
    ...(SLACK_APP_TOKEN ? [await examineAppToken(SLACK_APP_TOKEN, settings)] : []),
    ...(SLACK_SIGNING_SECRET ? [await examineRequestAddress(SLACK_SIGNING_SECRET, settings)] : []),
  ]
}

async function examineBotToken(settings: SlackSettings): Promise<Finding[]> {
  const about = 'SLACK_BOT_TOKEN'
  try {
    const { team, user, response_metadata } = await clientFor(settings.SLACK_BOT_TOKEN, settings).auth.test()
    const works: Finding = { kind: 'ok', about, says: `works in the workspace "${team}" as @${user}` }
    return [works, ...scopeFindings(response_metadata?.scopes)]
  } catch (error) {
    return [explain(error, about, 'the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions"')]
  }
}

function scopeFindings(scopes: readonly string[] | undefined): Finding[] {
  const about = 'scopes'
  if (!scopes) return [{ kind: 'note', about, says: 'Slack does not say which the token has' }]
  const { needed, wanted } = missingScopes(scopes)
  if (needed.length + wanted.length === 0) return [{ kind: 'ok', about, says: 'all that are needed are granted' }]
  const remedy = 'add them under "OAuth & Permissions" and reinstall the app'
  const without =
    wanted.length > 0 ? 'without them some things are missing (language, time zone, prompts, reminders)' : ''
  return [
    ...(needed.length > 0 ? [{ kind: 'wrong', about, says: `${needed.join(', ')} missing; ${remedy}` } as const] : []),
    ...(without ? [{ kind: 'note', about, says: `${wanted.join(', ')} missing; ${without}; ${remedy}` } as const] : []),
  ]
}

async function examineAppToken(token: string, settings: SlackSettings): Promise<Finding> {
  const about = 'SLACK_APP_TOKEN'
  try {
    await clientFor(token, settings).apps.connections.open({})
    return { kind: 'ok', about, says: 'opens connections for Socket Mode' }
  } catch (error) {
    return explain(error, about, 'an app-level token (xapp-…) with connections:write from "Basic Information"')
  }
}

/** Asks the service what Slack asks when a request address is entered: whether it answers, and with the same secret. */
async function examineRequestAddress(secret: string, { HOST, PORT }: SlackSettings): Promise<Finding> {
  const about = 'SLACK_SIGNING_SECRET'
  const url = `${serviceAddress(HOST, PORT)}/slack/events`
  try {
    const { status } = await fetch(url, signedChallenge(secret))
    if (status === 200) {
      return { kind: 'ok', about, says: `the service takes signed requests at ${url}; Slack must reach it over https` }
    }
    if (status === 401) {
      return { kind: 'wrong', about, says: `the service at ${url} runs with another secret; restart it` }
    }
    return { kind: 'wrong', about, says: `${url} answers ${status}; is it this service that runs there?` }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { kind: 'note', about, says: `no service runs at ${url} yet; start it, then run the doctor again` }
  }
}

function signedChallenge(secret: string): RequestInit {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'doctor' })
  const seconds = String(Math.floor(Temporal.Now.instant().epochMilliseconds / 1000))
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')
  const headers = {
    'Content-Type': 'application/json',
    'X-Slack-Request-Timestamp': seconds,
    'X-Slack-Signature': `v0=${digest}`,
  }
  return { method: 'POST', body, headers, signal: AbortSignal.timeout(timeoutMs) }
}

function clientFor(token: string, { SLACK_API_URL }: SlackSettings): webApi.WebClient {
  const silent = createLog('error', () => undefined)
  return new webApi.WebClient(token, {
    ...webClientOptions(SLACK_API_URL),
    timeout: timeoutMs,
    logger: sdkLogger(silent),
  })
}

function explain(error: unknown, about: string, expected: string): Finding {
  const failure = callFailure(error)
  switch (failure?.kind) {
    case 'refused':
      return { kind: 'wrong', about, says: `Slack refuses it (${failure.error}); expected ${expected}` }
    case 'limited':
      return { kind: 'note', about, says: `Slack asks to wait ${failure.waitMs / 1000} s; run the doctor again then` }
    case undefined:
      throw error
    default:
      return {
        kind: 'wrong',
        about,
        says: 'Slack cannot be reached; is there a network, or a proxy (NODE_USE_ENV_PROXY=1)?',
      }
  }
}
