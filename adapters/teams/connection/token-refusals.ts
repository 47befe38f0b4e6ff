/** Codes with which the identity service refuses an app for good, each as a line that names the setting and the remedy. */
const refusals: Readonly<Record<string, string>> = {
  AADSTS7000215:
    'MicrosoftAppPassword: is not the secret of this app, expected the value of a client secret, not its id',
  AADSTS7000222: 'MicrosoftAppPassword: has expired, expected a new client secret from "Certificates & secrets"',
  AADSTS700016: 'MicrosoftAppId: there is no such app in the tenant, expected the application (client) id of the bot',
  AADSTS90002: 'MicrosoftAppTenantId: there is no such tenant, expected the directory (tenant) id of the bot',
  AADSTS900023: 'MicrosoftAppTenantId: is no tenant id, expected the directory (tenant) id of the bot',
}

/** The code of a refusal that trying again cannot change; undefined for everything else. */
export function refusalCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = /AADSTS\d+/.exec(cause.message)?.[0]
    if (code !== undefined && Object.hasOwn(refusals, code)) return code
  }
  return undefined
}

/** The line for a code of `refusalCode`. */
export function explainRefusal(code: string): string {
  return `${refusals[code]} (${code})`
}
