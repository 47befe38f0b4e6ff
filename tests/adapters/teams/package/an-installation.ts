import type { Installation } from '../../../../adapters/teams/package/app-manifest.ts'

export const appId = '5c0ffee5-1234-4abc-8def-0123456789ab'

/** What a package is made of, with what matters changed. */
export function anInstallation(changes: Partial<Installation> = {}): Installation {
  return { appId, version: '1.2.3', linkDomains: ['www.example.org'], ...changes }
}
