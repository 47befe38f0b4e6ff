import { isLoopback } from './loopback.ts'

type Given = NodeJS.ProcessEnv

const oauthOnly = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEY']
const oauth = [...oauthOnly, 'SLACK_SIGNING_SECRET']
const teams = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId']

/** Whether Slack is configured. */
export function hasSlack<T extends { readonly SLACK_BOT_TOKEN?: string | undefined }>(
  settings: T,
): settings is T & { readonly SLACK_BOT_TOKEN: string } {
  return settings.SLACK_BOT_TOKEN !== undefined
}

/** Whether Teams is configured, if only for a client on this machine. */
export function hasTeams({
  MicrosoftAppId,
  TEAMS_DISABLE_AUTH,
}: {
  readonly MicrosoftAppId?: string | undefined
  readonly TEAMS_DISABLE_AUTH?: string | undefined
}): boolean {
  return MicrosoftAppId !== undefined || TEAMS_DISABLE_AUTH === 'true'
}

/** Settings that only work together and of which some are missing: one line for each that is missing or stands alone. */
export function incompleteSets(given: Given): string[] {
  return [...slackTokens(given), ...slackOauth(given), ...teamsApp(given), ...teamsAuthentication(given)]
}

function slackTokens({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, ...rest }: Given): string[] {
  const problems: string[] = []
  if (SLACK_BOT_TOKEN && !SLACK_APP_TOKEN && !SLACK_SIGNING_SECRET) {
    problems.push(
      'SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) beside it',
    )
  }
  if (SLACK_APP_TOKEN && !SLACK_BOT_TOKEN) problems.push('SLACK_APP_TOKEN: needs SLACK_BOT_TOKEN beside it')
  if (SLACK_SIGNING_SECRET && !SLACK_BOT_TOKEN && !isStarted(oauthOnly, rest)) {
    problems.push(`SLACK_SIGNING_SECRET: needs SLACK_BOT_TOKEN beside it, or for OAuth ${oauthOnly.join(', ')}`)
  }
  return problems
}

function slackOauth(given: Given): string[] {
  if (!isStarted(oauthOnly, given)) return []
  return missing(oauth, given).map((name) => `${name}: missing, Slack through OAuth takes ${oauth.join(', ')}`)
}

function teamsApp(given: Given): string[] {
  if (!isStarted(teams, given)) return []
  const needed = teams.filter((name) => isNeeded(name, given.MicrosoftAppType))
  return missing(needed, given).map((name) => `${name}: missing, Teams takes ${needed.join(', ')}`)
}

/** A managed identity has no password, an app for all tenants no tenant. */
function isNeeded(name: string, appType: string | undefined): boolean {
  if (name === 'MicrosoftAppPassword') return appType !== 'UserAssignedMSI'
  return name !== 'MicrosoftAppTenantId' || appType !== 'MultiTenant'
}

function teamsAuthentication({ TEAMS_DISABLE_AUTH, HOST }: Given): string[] {
  if (TEAMS_DISABLE_AUTH !== 'true' || HOST === undefined || isLoopback(HOST)) return []
  return [`TEAMS_DISABLE_AUTH: allowed only while HOST is a loopback address like "127.0.0.1", got HOST "${HOST}"`]
}

function isStarted(names: readonly string[], given: Given): boolean {
  return names.some((name) => given[name])
}

function missing(names: readonly string[], given: Given): string[] {
  return names.filter((name) => !given[name])
}
