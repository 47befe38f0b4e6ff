import { z } from 'zod'
import type { Finding } from '../../finding.ts'
import { cloud } from '../connection/cloud.ts'
import { explainRefusal, refusalCode } from '../connection/token-refusals.ts'
import type { AppSettings } from './app-settings.ts'
import { askJson, type JsonReply, unreachable } from './ask-json.ts'

/** Says whether the bot gets a token with its secret, as it needs one for every reply. The secret is never shown. */
export async function examineSecret(settings: AppSettings): Promise<Finding[]> {
  const { MicrosoftAppId, MicrosoftAppType, MicrosoftAppPassword } = settings
  if (MicrosoftAppType === 'UserAssignedMSI' || MicrosoftAppPassword === undefined) return []
  const url = tokenEndpoint(settings)
  const reply = await askJson(url, { method: 'POST', body: tokenRequest(MicrosoftAppId, MicrosoftAppPassword) })
  return [explain(reply, new URL(url).host)]
}

function tokenEndpoint({ TEAMS_TOKEN_ENDPOINT, MicrosoftAppTenantId, MicrosoftAppType }: AppSettings): string {
  const tenant = (MicrosoftAppType === 'MultiTenant' ? undefined : MicrosoftAppTenantId) ?? cloud.commonTenant
  return TEAMS_TOKEN_ENDPOINT ?? `${cloud.loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`
}

function tokenRequest(appId: string, secret: string): URLSearchParams {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: secret,
    scope: `${cloud.scope}/.default`,
  })
}

const about = 'MicrosoftAppPassword'
const replySchema = z.object({ access_token: z.string().optional(), error_description: z.string().optional() })

function explain(reply: JsonReply | undefined, host: string): Finding {
  if (!reply) return { kind: 'wrong', about: 'token endpoint', says: `${host} ${unreachable}` }
  const { access_token, error_description = '' } = replySchema.safeParse(reply.json).data ?? {}
  if (access_token) return { kind: 'ok', about, says: 'gets a token for the bot' }
  return explainDenial(error_description, `${host} answers ${reply.status}, and no token; try again later`)
}

function explainDenial(description: string, otherwise: string): Finding {
  const code = refusalCode(new Error(description))
  if (code !== undefined) return findingOf(explainRefusal(code))
  const unknown = /AADSTS\d+/.exec(description)?.[0]
  if (unknown === undefined) return { kind: 'wrong', about: 'token endpoint', says: otherwise }
  return { kind: 'wrong', about, says: `Microsoft gives no token for it (${unknown}); look up that code` }
}

/** From "SETTING: what is wrong with it". */
function findingOf(line: string): Finding {
  const colon = line.indexOf(': ')
  return { kind: 'wrong', about: line.slice(0, colon), says: line.slice(colon + 2) }
}
