import packageJson from '../../../package.json' with { type: 'json' }
import type { Finding } from '../../finding.ts'
import { manifestVersion } from '../package/app-manifest.ts'
import { type BuiltManifest, readBuiltManifest } from '../package/built-package.ts'
import type { AppSettings } from './app-settings.ts'

/** Says whether the app package that was made is of this bot and this version. */
export function examineAppPackage({ MicrosoftAppId }: AppSettings): Finding {
  return packageFinding(readBuiltManifest(), { appId: MicrosoftAppId, version: packageJson.version })
}

const about = 'app package'
const remedy = 'run "npm run teams:package", then upload it to Teams again'

/** What there is to say of a package, given what it should be. */
export function packageFinding(
  built: BuiltManifest | 'unreadable' | undefined,
  { appId, version }: { readonly appId: string; readonly version: string },
): Finding {
  if (!built) return { kind: 'note', about, says: 'not made yet; run "npm run teams:package"' }
  if (built === 'unreadable') return { kind: 'wrong', about, says: `cannot be read; ${remedy}` }
  const ids = [built.id, ...built.bots.map(({ botId }) => botId)]
  const other = ids.find((id) => id.toLowerCase() !== appId.toLowerCase())
  if (other !== undefined)
    return { kind: 'wrong', about, says: `is of the app ${other}, not of MicrosoftAppId; ${remedy}` }
  const stale = staleness(built, version)
  if (stale) return { kind: 'note', about, says: `${stale}; ${remedy}` }
  return { kind: 'ok', about, says: `is of this bot, version ${version}` }
}

function staleness(built: BuiltManifest, version: string): string | undefined {
  if (built.version !== version) return `is of version ${built.version}, this is ${version}`
  if (built.manifestVersion === manifestVersion) return undefined
  return `has manifest version ${built.manifestVersion}, this makes ${manifestVersion}`
}
