import { SettingsError } from '../../settings-error.ts'
import { guidExample, isGuid } from '../guid.ts'

/**
 * The application id, which is all that the app package needs: it can be made before there is a secret.
 * @throws {SettingsError} when there is none or it has another form
 */
export function readAppId({ MicrosoftAppId }: NodeJS.ProcessEnv): string {
  const expected = `expected the application (client) ID of the bot, like "${guidExample}"`
  if (!MicrosoftAppId) throw new SettingsError([`MicrosoftAppId: missing, ${expected}`])
  if (!isGuid(MicrosoftAppId)) throw new SettingsError([`MicrosoftAppId: ${expected}, got "${MicrosoftAppId}"`])
  return MicrosoftAppId
}
