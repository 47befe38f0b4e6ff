import type { Finding } from '../finding.ts'
import type { Settings } from '../settings.ts'
import { examineAllowed } from './examination/allowed.ts'
import { examineAppPackage } from './examination/app-package.ts'
import type { AppSettings } from './examination/app-settings.ts'
import { examineKeys } from './examination/keys.ts'
import { examineRegistration } from './examination/registration.ts'
import { examineSecret } from './examination/secret.ts'
import { examineService } from './examination/service.ts'

/** Asks Microsoft, the service if it runs, and the app package about everything that the settings say of Teams. */
export async function examineTeams(settings: Settings): Promise<Finding[]> {
  const { TEAMS_DISABLE_AUTH, MicrosoftAppId } = settings
  const isOpen = TEAMS_DISABLE_AUTH === 'true'
  return [
    ...(isOpen ? [openDoor] : [...(await examineKeys(settings)), ...examineAllowed(settings)]),
    ...(MicrosoftAppId === undefined ? [] : await examineApp({ ...settings, MicrosoftAppId })),
    await examineService(settings),
  ]
}

async function examineApp(settings: AppSettings): Promise<Finding[]> {
  return [...examineRegistration(settings), ...(await examineSecret(settings)), examineAppPackage(settings)]
}

const openDoor: Finding = {
  kind: 'note',
  about: 'TEAMS_DISABLE_AUTH',
  says: 'requests without a token are accepted; for a client on this machine only, Teams itself needs no such setting',
}
