import { MIGRATION_DESK } from '../state/teams.ts'
import { type Activity, type ActivitySource, anActivity, type Circumstances } from './activity.ts'

type Installed = Circumstances & { readonly action: 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade' }

/** Somebody installs the bot or takes it away. In a team it happens in the general channel unless another is named. */
export function anInstallation(fake: ActivitySource, about: Installed): Activity {
  const { place, action, team = MIGRATION_DESK, channel = team.id } = about
  const where = place === 'channel' ? { team, channel, thread: 'none' } : {}
  return anActivity(fake, 'installationUpdate', { ...about, ...where }, { action })
}
