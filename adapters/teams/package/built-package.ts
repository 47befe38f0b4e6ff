import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'

/** Where `npm run teams:package` puts the app package. */
export const builtPackage = join(import.meta.dirname, '..', 'appPackage', 'build', 'appPackage.zip')

const manifestSchema = z.object({
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  bots: z
    .array(z.object({ botId: z.string() }).readonly())
    .readonly()
    .default([]),
})
export type BuiltManifest = z.infer<typeof manifestSchema>

/** What the manifest of a package says of itself: undefined when there is no package, 'unreadable' when it is none. */
export function readBuiltManifest(file = builtPackage): BuiltManifest | 'unreadable' | undefined {
  const zip = readIfThere(file)
  return zip && parseManifest(zip)
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

/** What unpacking and parsing say of a broken file differs, and only the file's maker could use it. */
function parseManifest(zip: Buffer): BuiltManifest | 'unreadable' {
  try {
    const bytes = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' })['manifest.json']
    return manifestSchema.parse(JSON.parse(strFromU8(bytes ?? new Uint8Array())))
  } catch {
    return 'unreadable'
  }
}
