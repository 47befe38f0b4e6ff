import { statSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { isAllowed, placesFault } from './calendar-places.ts'
import { logLevels } from './log.ts'
import { incompleteSets } from './settings-sets.ts'

const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i
const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const

const text = z.string().optional()
const webAddress = z
  .url({ protocol: /^https?$/, error: 'expected an address like "https://example.org/path"' })
  .optional()

const publicUrlFault = 'expected an address that begins with https://, like "https://focal-point.example.org"'

const settingsSchema = z.object({
  PORT: z.string().refine(isPort, 'expected a whole number from 0 to 65535').default('3978').transform(Number),
  HOST: z.string().refine(isHost, 'expected an IP address or a host name, like "127.0.0.1"').default('127.0.0.1'),
  ADMIN_TOKEN: z
    .string()
    .regex(/^\S{24,200}$/, 'expected at least 24 characters without spaces')
    .optional(),
  PUBLIC_URL: z.string().refine(isPublicUrl, publicUrlFault).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'expected an address like "postgres://user:password@host:5432/name"' })
    .optional(),
  FOCAL_POINT_KNOWLEDGE: z.string().refine(isFolder, 'expected a folder with knowledge files').optional(),
  FOCAL_POINT_CALENDARS: z.string().superRefine(checkCalendars).optional(),
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  ENCRYPTION_KEY: text,
  SLACK_API_URL: webAddress,
  SLACK_AUTHORIZE_URL: webAddress,
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppTenantId: text,
  MicrosoftAppType: z.enum(appTypes, { error: `expected ${appTypes.join(', ')}` }).default('SingleTenant'),
  TEAMS_ALLOWED_TENANTS: text,
  TEAMS_ALLOWED_SERVICE_HOSTS: text,
  TEAMS_OPENID_METADATA_URL: webAddress,
  TEAMS_TOKEN_ENDPOINT: webAddress,
  TEAMS_TOKEN_ISSUER: text,
  TEAMS_DISABLE_AUTH: z.enum(['true', 'false'], { error: 'expected true or false' }).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `expected ${logLevels.join(', ')}` }).default('info'),
})

export type Settings = z.infer<typeof settingsSchema>

/** Every variable there is. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape)

/** May hold a secret, also as part of an address; their values are never shown. */
const secrets: ReadonlySet<string> = new Set<keyof Settings>([
  'ADMIN_TOKEN',
  'DATABASE_URL',
  'FOCAL_POINT_CALENDARS',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'ENCRYPTION_KEY',
  'MicrosoftAppPassword',
])

export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads all settings; each problem names the variable, its value unless that is secret, and what is allowed. */
export function readSettings(env: NodeJS.ProcessEnv): ReadSettings {
  // `NAME=` in a file means the same as no such line.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = settingsSchema.safeParse(given)
  const faults = result.success ? [] : result.error.issues.map((issue) => explain(issue, given))
  const problems = [...faults, ...incompleteSets(given)]
  return result.success && problems.length === 0 ? { ok: true, settings: result.data } : { ok: false, problems }
}

function explain({ path, message }: z.core.$ZodIssue, given: NodeJS.ProcessEnv): string {
  const name = String(path[0])
  return `${name}: ${message}${secrets.has(name) ? '' : `, got "${given[name]}"`}`
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65535
}

function isHost(value: string): boolean {
  return isIP(value) !== 0 || hostName.test(value)
}

/** Nothing may follow the path, because paths are put behind it. */
function isPublicUrl(value: string): boolean {
  const url = URL.parse(value) ?? undefined
  return isAllowed(url) && !/[?#@]/.test(value)
}

function checkCalendars(value: string, context: z.RefinementCtx): void {
  const message = placesFault(value)
  if (message) context.addIssue({ code: 'custom', message })
}

function isFolder(value: string): boolean {
  return statSync(value, { throwIfNoEntry: false })?.isDirectory() ?? false
}
