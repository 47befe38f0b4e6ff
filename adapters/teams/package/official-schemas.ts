import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { manifestVersion } from './app-manifest.ts'

type OfficialSchema = {
  readonly properties: Readonly<Record<string, object>>
  readonly patternProperties?: Readonly<Record<string, object>>
}

/** Microsoft's own schema of the manifest. */
export const manifestSchema = readSchema('MicrosoftTeams.schema.json')

/** Microsoft's own schema of a file with the texts in one more language. */
export const localizationSchema = readSchema('MicrosoftTeams.Localization.schema.json')

/** They are text files of a package; its code would bring more along. */
function readSchema(name: string): OfficialSchema {
  const main = createRequire(import.meta.url).resolve('@microsoft/app-manifest')
  const file = join(dirname(main), 'json-schemas', 'teams', `v${manifestVersion}`, name)
  return JSON.parse(readFileSync(file, 'utf8')) as OfficialSchema
}
