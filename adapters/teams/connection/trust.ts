import { isLoopback } from '../../loopback.ts'
import type { Settings } from '../../settings.ts'

/** Where Teams takes messages, in the commercial cloud. */
const teamsHost = 'smba.trafficmanager.net'

/** Whom we listen to, and to whom our token may go. */
export type Trust = {
  /** The id of our app, which calls to us are meant for. */
  readonly appId: string
  readonly isTrustedServiceUrl: (url: string) => boolean
  readonly isTrustedTenant: (tenant: string) => boolean
}

type TrustSettings = Pick<
  Settings,
  | 'MicrosoftAppId'
  | 'MicrosoftAppTenantId'
  | 'TEAMS_ALLOWED_TENANTS'
  | 'TEAMS_ALLOWED_SERVICE_HOSTS'
  | 'TEAMS_DISABLE_AUTH'
>

/** Trust as the settings have it. With authentication off, everyone on this machine is trusted, and nobody else. */
export function trustFrom(settings: TrustSettings): Trust {
  const { MicrosoftAppId: appId = '', MicrosoftAppTenantId, TEAMS_ALLOWED_TENANTS } = settings
  if (settings.TEAMS_DISABLE_AUTH === 'true') {
    return { appId, isTrustedServiceUrl: isOnThisMachine, isTrustedTenant: () => true }
  }
  const hosts = listOr(teamsHost, settings.TEAMS_ALLOWED_SERVICE_HOSTS)
  const tenants = listOr(MicrosoftAppTenantId, TEAMS_ALLOWED_TENANTS)
  return {
    appId,
    isTrustedServiceUrl: (url) => isServiceUrlOf(hosts, url),
    isTrustedTenant: (tenant) => tenants.includes(tenant.toLowerCase()),
  }
}

/** The parts of a comma-separated setting, in lower case. */
export function listFrom(setting: string): string[] {
  const parts = setting.split(',').map((part) => part.trim().toLowerCase())
  return parts.filter((part) => part !== '')
}

/** A list that names nobody counts as none. */
function listOr(usual = '', setting = ''): string[] {
  const list = listFrom(setting)
  return list.length > 0 ? list : listFrom(usual)
}

/** Over https, to a host that is named exactly; over plain http only within this machine, for tests. */
function isServiceUrlOf(hosts: readonly string[], url: string): boolean {
  const parsed = URL.parse(url)
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false
  // Written in any other way, it might be read in another way by somebody else.
  if (parsed.href !== url && parsed.href !== `${url}/`) return false
  const { protocol, hostname, host } = parsed
  if (!hosts.includes(hostname) && !hosts.includes(host)) return false
  return protocol === 'https:' ? parsed.port === '' || hosts.includes(host) : isOnThisMachine(url)
}

function isOnThisMachine(url: string): boolean {
  const parsed = URL.parse(url)
  return (
    parsed !== null &&
    (parsed.protocol === 'http:' || parsed.protocol === 'https:') &&
    isLoopback(parsed.hostname.replace(/^\[|\]$/g, ''))
  )
}
