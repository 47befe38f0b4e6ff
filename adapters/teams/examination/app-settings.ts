import type { Settings } from '../../settings.ts'

/** The settings where they name a bot. */
export type AppSettings = Settings & { readonly MicrosoftAppId: string }
