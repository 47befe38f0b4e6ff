import type { Finding } from '../../finding.ts'
import { guidExample, isGuid } from '../guid.ts'
import type { AppSettings } from './app-settings.ts'

/** Says whether the ids look like ids, and what to know of the kind of registration. */
export function examineRegistration(settings: AppSettings): Finding[] {
  const { MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppType } = settings
  return [
    idFinding('MicrosoftAppId', MicrosoftAppId, 'the Application (client) ID'),
    ...(MicrosoftAppTenantId ? [tenantFinding(MicrosoftAppTenantId, MicrosoftAppId)] : []),
    ...appTypeFindings(MicrosoftAppType),
  ]
}

function tenantFinding(tenant: string, appId: string): Finding {
  const about = 'MicrosoftAppTenantId'
  if (tenant.toLowerCase() !== appId.toLowerCase()) return idFinding(about, tenant, 'the Directory (tenant) ID')
  return { kind: 'wrong', about, says: 'is the same as MicrosoftAppId; expected the Directory (tenant) ID' }
}

function idFinding(about: string, id: string, expected: string): Finding {
  if (isGuid(id)) return { kind: 'ok', about, says: 'has the form of an id' }
  const where = 'of the app registration in the Microsoft Entra admin centre'
  return { kind: 'wrong', about, says: `expected ${expected} ${where}, like "${guidExample}", got "${id}"` }
}

function appTypeFindings(type: AppSettings['MicrosoftAppType']): Finding[] {
  const about = 'MicrosoftAppType'
  switch (type) {
    case 'SingleTenant':
      return []
    case 'MultiTenant':
      return [{ kind: 'note', about, says: `${type} bots keep working, but no new one can be made; use SingleTenant` }]
    case 'UserAssignedMSI':
      return [{ kind: 'note', about, says: `${type} has no secret; its token can only be got where the identity is` }]
  }
}
