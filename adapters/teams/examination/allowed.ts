import type { Finding } from '../../finding.ts'
import { isLoopback } from '../../loopback.ts'
import type { Settings } from '../../settings.ts'
import { listFrom } from '../connection/trust.ts'
import { guidExample, isGuid } from '../guid.ts'

/** Says what looks wrong in the lists of those that are let in, and of where replies may go. */
export function examineAllowed(settings: Settings): Finding[] {
  return [...tenantFindings(settings), ...hostFindings(settings)]
}

function tenantFindings({ TEAMS_ALLOWED_TENANTS = '', MicrosoftAppTenantId }: Settings): Finding[] {
  const about = 'TEAMS_ALLOWED_TENANTS'
  const tenants = listFrom(TEAMS_ALLOWED_TENANTS)
  const own = MicrosoftAppTenantId?.toLowerCase()
  if (tenants.length === 0 && own === undefined) {
    return [{ kind: 'wrong', about, says: `nobody is let in; expected tenant ids like "${guidExample}"` }]
  }
  const findings = tenants.filter((tenant) => !isGuid(tenant)).map((tenant) => notAnId(about, tenant))
  if (tenants.length === 0 || own === undefined || tenants.includes(own)) return findings
  return [...findings, { kind: 'note', about, says: 'leaves out MicrosoftAppTenantId: its people get no answers' }]
}

function notAnId(about: string, tenant: string): Finding {
  return { kind: 'wrong', about, says: `expected tenant ids like "${guidExample}", got "${tenant}"` }
}

function hostFindings({ TEAMS_ALLOWED_SERVICE_HOSTS }: Settings): Finding[] {
  return listFrom(TEAMS_ALLOWED_SERVICE_HOSTS ?? '').flatMap((host) => hostFinding(host) ?? [])
}

function hostFinding(host: string): Finding | undefined {
  const about = 'TEAMS_ALLOWED_SERVICE_HOSTS'
  if (!/^[a-z0-9.:[\]-]+$/.test(host) || host.endsWith(':')) {
    return { kind: 'wrong', about, says: `expected host names like "${usualHost}", got "${host}"` }
  }
  if (isMicrosoft(host)) return undefined
  const whose = isLoopback(host.replace(/:\d+$/, '')) ? 'is this machine' : 'is no host of Microsoft that is known here'
  return { kind: 'note', about, says: `${host} ${whose}; replies and the bot’s token may be sent there` }
}

const usualHost = 'smba.trafficmanager.net'

/** Hosts of the Bot Connector, for the public cloud and for governments. */
const microsoftHosts = [
  usualHost,
  'botframework.com',
  'botframework.azure.us',
  'teams.microsoft.com',
  'teams.microsoft.us',
]

function isMicrosoft(host: string): boolean {
  return microsoftHosts.some((known) => host === known || host.endsWith(`.${known}`))
}
