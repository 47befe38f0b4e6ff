import type { Language } from '../../../src/knowledge/language.ts'
import template from '../appPackage/manifest.json' with { type: 'json' }
import { fillPlaceholders } from './fill-placeholders.ts'
import { commandsIn } from './manifest-commands.ts'

/** What the manifest of one installation is made of. */
export type Installation = {
  readonly appId: string
  readonly version: string
  readonly linkDomains: readonly string[]
}

/** The form of the manifest, which its `$schema` names too. */
export const manifestVersion = template.manifestVersion

/** The manifest of an installation, with the commands in a language. */
export function appManifest({ appId, version, linkDomains }: Installation, language: Language = 'en'): unknown {
  return fillPlaceholders(template, {
    MicrosoftAppId: appId,
    version,
    commands: commandsIn(language),
    messageHandlers: linkDomains.length > 0 ? [{ type: 'link', value: { domains: linkDomains } }] : undefined,
  })
}
